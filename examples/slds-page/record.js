// The CRM's backend knows which of its people is signed in.
const portal = document.querySelector('portico-portal');
portal.fetchSession = async () => (await fetch('/session', {method: 'POST'})).json();
portal.apiUrl = '/';
