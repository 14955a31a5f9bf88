import type {} from '@portico/widgets';
import '../../../test/frameworks/case-elements.ts';
import type {CaseHost, CaseName} from '../../../test/frameworks/cases.ts';

/** What a case has in the page. */
interface Drawn {
  readonly root: Element;
  /** Called after each update, with how many there were. */
  readonly update?: (n: number) => void;
}

type Draw = (hear: (event: Event) => void) => Drawn;

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, properties: Partial<HTMLElementTagNameMap[Tag]> = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Properties that are set at first and again with each update. */
const setting =
  <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, properties: (n: number) => Partial<HTMLElementTagNameMap[Tag]>): Draw =>
  () => {
    const root = make(tag, properties(0));
    return {root, update: n => void Object.assign(root, properties(n))};
  };

const listening =
  (type: string): Draw =>
  hear => {
    const root = make('case-events');
    root.addEventListener(type, hear);
    return {root};
  };

/** Puts a child at the end, or takes it out. */
function toggle(parent: Element, child: Element, isThere: boolean): void {
  if (isThere) parent.append(child);
  else child.remove();
}

const drawings: Record<CaseName, Draw> = {
  'late-definition': () => ({
    root: make('portico-portal', {fetchSession: async () => null, brand: {color: '#0f766e'}}, make('portico-lead-inbox', {tab: 'working', offerId: '0199'})),
  }),
  childless: () => ({root: make('case-plain')}),
  'own-content': () => ({root: make('case-frame')}),
  'changing-text': setting('case-frame', n => ({textContent: `Number ${n}`})),
  'show-and-hide': () => {
    const frame = make('case-frame', {textContent: 'Number 0'});
    const root = make('section', {}, frame);
    return {
      root,
      update(n) {
        frame.textContent = `Number ${n}`;
        toggle(root, frame, n % 2 === 0);
      },
    };
  },
  'kept-children': () => {
    const more = make('i', {textContent: 'More'});
    const root = make('case-frame', {}, make('b', {textContent: 'Kept'}));
    return {root, update: n => toggle(root, more, n % 2 === 1)};
  },
  boolean: setting('case-values', n => ({flag: n % 2 === 0})),
  number: setting('case-values', n => ({count: 42 + n})),
  string: setting('case-values', n => ({words: `Number ${n}`})),
  object: setting('case-values', n => ({record: {n}})),
  array: setting('case-values', n => ({entries: [n, 'last']})),
  'camel-case-property': setting('case-values', n => ({camelCase: {n}})),
  'listener-on-the-element': listening('case-event'),
  'event-in-lowercase': listening('caseevent'),
  'event-in-kebab-case': listening('case-event'),
  'event-in-camel-case': listening('caseEvent'),
  'event-in-capitals': listening('CASEEVENT'),
  'event-in-pascal-case': listening('CaseEvent'),
  'portal-properties': setting('portico-portal', n => ({fetchSession: async () => null, ...(n % 2 === 0 ? {brand: '#0f766e', outbox: false, locale: 'en'} : {brand: {color: '#b45309'}, outbox: true, locale: 'fi'})})),
  'portal-children': () => {
    const inbox = make('portico-lead-inbox');
    const root = make('portico-portal', {}, make('h2', {textContent: 'Leads'}), inbox);
    return {root, update: n => toggle(root, inbox, n % 2 === 0)};
  },
  'inbox-properties': setting('portico-lead-inbox', (n): Partial<HTMLElementTagNameMap['portico-lead-inbox']> => (n % 2 === 0 ? {tab: 'new', density: 'compact', offerId: '0198'} : {tab: 'working', density: 'comfortable', offerId: '0199'})),
  'inbox-events': hear => {
    const root = make('portico-lead-inbox');
    root.addEventListener('portico-lead-offer-select', event => {
      event.preventDefault();
      hear(event);
    });
    return {root};
  },
};

const host: CaseHost = {
  mount(name, root) {
    let [n, times] = [0, 0];
    const updates = make('output', {className: 'updates', textContent: '0'});
    const heard = make('output', {className: 'heard', textContent: '0'});
    const drawn = drawings[name](() => {
      times += 1;
      heard.textContent = String(times);
    });
    root.append(drawn.root, updates, heard);
    return {
      update() {
        n += 1;
        drawn.update?.(n);
        updates.textContent = String(n);
      },
      unmount: () => root.replaceChildren(),
    };
  },
  async guide(root, onOpened) {
    const {showLeads} = await import('./leads.ts');
    const portal = showLeads(root, 'en', onOpened);
    return {
      update() {
        portal.locale = 'fi';
      },
      unmount: () => root.replaceChildren(),
    };
  },
};
Object.assign(globalThis, {cases: host});
