// The partner's own page: it knows who is signed in, and asks its own backend for a Portico session of that person.
const portal = document.querySelector('portico-portal');
const person = document.querySelector('#person');
const language = document.querySelector('#language');
const dark = document.querySelector('#dark');

const {apiUrl, people} = await (await fetch('people.json')).json();
const wanted = new URLSearchParams(location.search);

for (const each of people) person.append(new Option(`${each.name} · ${each.partnerOrg}`, each.id));
person.value = people.some(each => each.id === wanted.get('person')) ? wanted.get('person') : people[0].id;
// The visitor's own, where the widgets have it. The page itself is in English.
const languages = Array.from(language.options, ({value}) => value);
language.value = [wanted.get('lang'), ...navigator.languages.flatMap(tag => [tag, tag.split('-')[0]])].find(tag => languages.includes(tag)) ?? 'en';

function show() {
  const me = people.find(each => each.id === person.value);
  document.querySelector('#org').textContent = me.partnerOrg;
  document.querySelector('#greeting').textContent = `, ${me.name.split(' ')[0]}`;
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

// Deals and material are pages of their own: their widgets are made when they are first looked at.
const dealsPage = document.querySelector('#deals-page');
const materialPage = document.querySelector('#material-page');
const programmePage = document.querySelector('#programme-page');
const formColumn = document.querySelector('#form-column');
let deals;

function turnTo(page) {
  dealsPage.hidden = page !== 'deals';
  materialPage.hidden = page !== 'material';
  programmePage.hidden = page !== 'programme';
  document.querySelector('#leads-page').hidden = page !== 'leads';
  for (const link of document.querySelectorAll('[data-page]')) {
    const here = link.dataset.page === page;
    link.classList.toggle('active', here);
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (page === 'deals' && !deals) {
    deals = document.createElement('portico-deal-list');
    deals.className = 'deals';
    document.querySelector('#deals').append(deals);
  }
  if (page === 'material' && !materialPage.firstElementChild) {
    const library = document.createElement('portico-collateral-library');
    library.className = 'material';
    materialPage.append(library);
  }
  if (page === 'programme' && !document.querySelector('#level').firstElementChild) fillProgramme();
}

/** Level, challenges, ranks and points, and a way from a board to the reasons for one's points. */
function fillProgramme() {
  document.querySelector('#level').append(document.createElement('portico-tier-progress'));
  document.querySelector('#challenges').append(document.createElement('portico-challenges'));
  const board = document.createElement('portico-leaderboard');
  board.ledgerHref = '#points';
  document.querySelector('#ranks').append(board);
  document.querySelector('#points').append(document.createElement('portico-points-ledger'));
}

/** Shows the form beside the list: for a draft, for what the vendor asked for, or for a new deal. */
function openForm(deal) {
  const form = document.createElement('portico-deal-registration');
  if (deal) form.dealRegistrationId = deal.id;
  document.querySelector('#form').replaceChildren(form);
  formColumn.hidden = false;
  document.querySelector('#deals-column').classList.add('col-xl-6');
  document.querySelector('#form-title').focus();
}

function closeForm() {
  document.querySelector('#form').replaceChildren();
  formColumn.hidden = true;
  document.querySelector('#deals-column').classList.remove('col-xl-6');
  deals.shadowRoot.querySelector('.register')?.focus();
}

dealsPage.addEventListener('portico-deal-register', event => {
  event.preventDefault();
  openForm();
});
dealsPage.addEventListener('portico-deal-edit', event => {
  event.preventDefault();
  openForm(event.detail.deal);
});
document.querySelector('#form-close').addEventListener('click', closeForm);
const pageInAddress = () => (['#deals', '#material', '#programme'].includes(location.hash) ? location.hash.slice(1) : location.hash === '#points' ? 'programme' : 'leads');
addEventListener('hashchange', () => turnTo(pageInAddress()));
turnTo(pageInAddress());
