// The vendor's CRM: it knows which of its own people is signed in, and asks its backend for a Portico session of that person.
const portal = document.querySelector('portico-portal');
const person = document.querySelector('#person');
const language = document.querySelector('#language');
const dark = document.querySelector('#dark');
const wanted = new URLSearchParams(location.search);

const {apiUrl, people} = await (await fetch('people.json')).json();
for (const each of people) person.append(new Option(each.name, each.id));
person.value = people.some(each => each.id === wanted.get('person')) ? wanted.get('person') : people[0].id;
// The visitor's own, where the widgets have it. The page itself is in English.
const languages = Array.from(language.options, ({value}) => value);
language.value = [wanted.get('lang'), ...navigator.languages.flatMap(tag => [tag, tag.split('-')[0]])].find(tag => languages.includes(tag)) ?? 'en';

function apply(name, value) {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(null, '', url);
}

function show(theme) {
  document.documentElement.dir = language.value === 'ar' ? 'rtl' : 'ltr';
  document.documentElement.dataset.theme = theme;
  dark.setAttribute('aria-pressed', String(theme === 'dark'));
  portal.locale = language.value;
  portal.theme = theme;
}

show(wanted.get('theme') === 'dark' ? 'dark' : 'light');
language.addEventListener('change', () => {
  apply('lang', language.value);
  show(document.documentElement.dataset.theme);
});
dark.addEventListener('click', () => {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  apply('theme', theme);
  show(theme);
});
person.addEventListener('change', () => {
  portal.logout();
  apply('person', person.value);
  location.reload();
});

portal.fetchSession = async () => {
  const answer = await fetch('session', {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({personId: person.value})});
  if (!answer.ok) throw new Error(`The CRM's backend answered ${answer.status}.`);
  return answer.json();
};
portal.apiUrl = apiUrl;

// Each module has one widget, made when it is first looked at; it stays as it was when somebody comes back to it.
const modules = {leads: {title: 'Partner leads', tag: 'portico-lead-desk'}, deals: {title: 'Deal registrations', tag: 'portico-deal-review'}, material: {title: 'Material for partners', tag: 'portico-collateral-desk'}, programme: {title: 'Partner programme', tag: 'portico-program-desk'}};
const wantedModule = () => (Object.hasOwn(modules, location.hash.slice(1)) ? location.hash.slice(1) : 'leads');

function turnTo(name) {
  const {title, tag} = modules[name];
  document.title = `${title} · Halden CRM`;
  document.querySelector('#title').textContent = title;
  if (!portal.querySelector(tag)) portal.append(document.createElement(tag));
  for (const widget of portal.children) widget.hidden = widget.localName !== tag;
  for (const link of document.querySelectorAll('[data-page]')) {
    if (link.dataset.page === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

addEventListener('hashchange', () => turnTo(wantedModule()));
turnTo(wantedModule());
