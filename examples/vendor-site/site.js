// The partner's own page: it knows who is signed in, and asks its own backend for a Portico session of that person.
const portal = document.querySelector('portico-portal');
const person = document.querySelector('#person');
const language = document.querySelector('#language');
const dark = document.querySelector('#dark');

const {apiUrl, people} = await (await fetch('people.json')).json();
const wanted = new URLSearchParams(location.search);

for (const each of people) person.append(new Option(`${each.name} · ${each.partnerOrg}`, each.id));
person.value = people.some(each => each.id === wanted.get('person')) ? wanted.get('person') : people[0].id;
language.value = wanted.get('lang') ?? people.find(each => each.id === person.value).locale ?? 'en';
if (!language.value) language.value = 'en';

function show() {
  const me = people.find(each => each.id === person.value);
  document.querySelector('#org').textContent = me.partnerOrg;
  document.querySelector('#greeting').textContent = `, ${me.name.split(' ')[0]}`;
  document.documentElement.lang = language.value;
  document.documentElement.dir = language.value === 'ar' ? 'rtl' : 'ltr';
  portal.locale = language.value;
  const theme = dark.getAttribute('aria-pressed') === 'true' ? 'dark' : 'light';
  document.documentElement.dataset.bsTheme = theme;
  portal.theme = theme;
}

function remember(name, value) {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(null, '', url);
}

dark.setAttribute('aria-pressed', String(wanted.get('theme') === 'dark'));
dark.addEventListener('click', () => {
  const pressed = dark.getAttribute('aria-pressed') !== 'true';
  dark.setAttribute('aria-pressed', String(pressed));
  remember('theme', pressed ? 'dark' : 'light');
  show();
});
language.addEventListener('change', () => {
  remember('lang', language.value);
  show();
});
person.addEventListener('change', () => {
  // Somebody else signs in: what the page held for the one before goes.
  portal.logout();
  remember('person', person.value);
  location.reload();
});

show();
portal.fetchSession = async () => {
  const answer = await fetch('session', {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({personId: person.value})});
  if (!answer.ok) throw new Error(`The page's backend answered ${answer.status}.`);
  return answer.json();
};
portal.apiUrl = apiUrl;
