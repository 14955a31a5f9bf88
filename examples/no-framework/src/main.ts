import '@portico/widgets/define/deal-list';
import '@portico/widgets/define/deal-registration';
import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import type {} from '@portico/widgets';
import {type Colour, colours, fetchSession, mostLines, type View} from '../../host-page/host.ts';

const portal = document.querySelector('portico-portal')!;
const happened = document.querySelector('.happened ol')!;

portal.fetchSession = fetchSession;

// Events bubble: the portal hears what happens in every widget, also in those that come later.
portal.addEventListener('portico-ready', ({detail}) => note(`Signed in as ${detail.me.person?.name}`));
portal.addEventListener('portico-lead-offer-select', ({detail: {offer}}) => offer && note(`Opened “${offer.teaser.title}”`));
portal.addEventListener('portico-lead-offer-action-done', ({detail: {action, offer}}) => action === 'accept' && note(`Accepted “${offer.teaser.title}”`));
portal.addEventListener('portico-deal-select', ({detail: {deal}}) => deal && note(`Opened deal “${deal.name}”`));
portal.addEventListener('portico-deal-register', event => showForm(event));
portal.addEventListener('portico-deal-edit', event => showForm(event, event.detail.deal.id));
portal.addEventListener('portico-deal-registration-submitted', () => show('Deals'));

for (const button of document.querySelectorAll<HTMLButtonElement>('nav button')) button.addEventListener('click', () => show(button.value as View));

document.querySelector('fieldset')!.addEventListener('change', ({target}) => {
  portal.brand = colours[(target as HTMLInputElement).value as Colour];
});

document.querySelector('select')!.addEventListener('change', ({currentTarget}) => {
  portal.locale = (currentTarget as HTMLSelectElement).value;
});

/** Shows a page of the site. The portal stays, and with it the session. */
function show(view: View): void {
  portal.replaceChildren(document.createElement(view === 'Leads' ? 'portico-lead-inbox' : 'portico-deal-list'));
  for (const button of document.querySelectorAll<HTMLButtonElement>('nav button')) {
    if (button.value === view) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
}

/** Shows the form in the place of the list, for a deal that is there or for a new one. */
function showForm(event: Event, dealId?: string): void {
  event.preventDefault();
  const form = document.createElement('portico-deal-registration');
  if (dealId) form.dealRegistrationId = dealId;
  portal.replaceChildren(form);
}

function note(line: string): void {
  document.querySelector('.happened p')?.remove();
  const item = document.createElement('li');
  item.textContent = line;
  happened.prepend(item);
  while (happened.childElementCount > mostLines) happened.lastElementChild?.remove();
}
