import type {LeadOffer, LeadOfferTab} from '@portico/contract';
import {createMockBackend, type ScenarioName} from '@portico/mocks';
import {ApiError, createPortal} from '@portico/widgets/headless';
import {createLeadInbox} from '@portico/widgets/headless/lead-inbox';
import {leadCard, urgencyOf} from './card.ts';
import {byId, element, keyedRows} from './dom.ts';

// So that the page can be tried without a server. With one, `apiUrl` is its address, `fetchSession` asks your backend, and `fetch` is left out.
const {searchParams} = new URL(location.href);
const backend = createMockBackend({scenario: (searchParams.get('scenario') ?? 'default') as ScenarioName});
const portal = createPortal({apiUrl: 'https://portico.example', fetchSession: backend.fetchSession, fetch: backend.fetch as typeof fetch});

const inbox = createLeadInbox(portal);
const {controller} = inbox;
const names: Readonly<Record<LeadOfferTab, string>> = {new: 'New', working: 'In work', closed: 'Closed'};

const open = (offer: LeadOffer) => (controller.opened.id === offer.id ? controller.close() : controller.open(offer));
const accept = async (offer: LeadOffer) => {
  const outcome = await controller.acts.run('accept', [offer]);
  // An ApiError has a sentence for people; the card keeps it until the next try.
  byId('notice').textContent = outcome?.failed[0]?.sentence ?? (outcome ? 'Accepted. Call them while it is fresh.' : '');
};

const tabs = (Object.keys(names) as LeadOfferTab[]).map(tab => {
  const button = element('button', {type: 'button'}, names[tab], element('span'));
  button.onclick = () => controller.show({tab});
  byId('tabs').append(button);
  return {tab, button};
});
const list = byId('leads');
const draw = keyedRows<LeadOffer>(
  list,
  offer => leadCard(offer, {isOpen: isOpen(offer), now: portal.now(), failure: failureOf(offer)}, {open, accept: each => void accept(each)}),
  offer => `${isOpen(offer)} ${urgencyOf(offer, portal.now())} ${failureOf(offer)}`,
);
const isOpen = ({id}: LeadOffer) => controller.opened.id === id;
const failureOf = ({id}: LeadOffer) => controller.acts.failureOf(id)?.sentence;

inbox.subscribe(({status, error, offers, counts, query, hasMore, open: opened}) => {
  byId('greeting').textContent = `Good day${portal.me?.person ? `, ${portal.me.person.name.split(' ')[0]}` : ''}`;
  byId('summary').textContent = counts ? summaryOf(counts.new) : '';
  for (const {tab, button} of tabs) {
    button.toggleAttribute('aria-current', false);
    if (tab === query.tab) button.setAttribute('aria-current', 'true');
    (button.lastElementChild as HTMLElement).textContent = counts ? String(counts[tab]) : '';
  }
  list.setAttribute('aria-busy', String(status === 'pending'));
  draw(status === 'ready' ? offers.map(offer => (opened?.id === offer.id ? opened : offer)) : []);
  byId('state').replaceChildren(...stateOf(status, error, offers.length));
  byId('more').hidden = !hasMore;
});
byId('more').onclick = () => controller.list.loadMore();

// Deadlines come nearer by themselves.
portal.tick(() => draw(inbox.getSnapshot().offers));

document.addEventListener('keydown', event => {
  const cards = [...list.children] as HTMLElement[];
  const at = cards.findIndex(card => card.contains(document.activeElement));
  const offer = controller.find(cards[at]?.dataset['id'] ?? '');
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    cards[Math.max(0, Math.min(cards.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
    event.preventDefault();
  } else if (event.key === 'Enter' && offer && event.target === cards[at]) open(offer);
  else if (event.key === 'a' && offer?.actions.includes('accept')) void accept(offer);
  else if (event.key === 'Escape') controller.close();
});

function summaryOf(count: number): string {
  if (count === 0) return 'Nothing waits for an answer.';
  return count === 1 ? 'One lead waits for your answer.' : `${count} leads wait for your answer.`;
}

/** What stands where the cards would be. */
function stateOf(status: string, error: Error | undefined, count: number): HTMLElement[] {
  if (status === 'pending') return [1, 2, 3].map(() => element('div', {class: 'card skeleton', 'aria-hidden': 'true'}, element('i'), element('i'), element('i')));
  if (status === 'ready') return count > 0 ? [] : [element('p', {class: 'empty'}, 'Nothing here now. New leads appear by themselves.')];
  const words = {offline: 'There is no connection. Nothing of yours is lost.', forbidden: 'Your account may not see leads. Ask your administrator.'}[status];
  const again = element('button', {type: 'button'}, 'Try again');
  again.onclick = () => controller.retry();
  return [element('div', {class: 'empty', role: 'alert'}, element('p', {}, words ?? 'The leads could not be read.'), error instanceof ApiError && element('p', {class: 'hint'}, error.problem.title), status !== 'forbidden' && again)];
}
