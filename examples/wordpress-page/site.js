// The site's own script, enqueued after Portico's: where the server is and who is signed in, which no author of a post can change.
window.portico ??= [];
window.portico.push(['portal', {apiUrl: '/', fetchSession: async () => (await fetch('/session', {method: 'POST'})).json()}]);
