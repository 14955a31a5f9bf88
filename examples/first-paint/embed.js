// The page's backend knows who is signed in, and asks Portico for a session of that person.
document.querySelector('portico-portal').fetchSession = async () => (await fetch('/session', {method: 'POST'})).json();
