/**
 * What a framework must get right about custom elements: the behaviours that the public suite custom-elements-everywhere asks about, and the same about Portico's own
 * elements. A framework's page has `case-elements.ts` and puts a `CaseHost` into `globalThis.cases`; the checks run in that page.
 *
 * @see https://custom-elements-everywhere.com
 */

/** One case in a page. */
export interface MountedCase {
  /** Renders again with the next number. */
  update(): void | Promise<void>;
  unmount(): void;
}

/**
 * What a framework's page offers as `globalThis.cases`. Each case is a component with two numbers in its state, and draws the elements that `cases` says beside
 * `<output class="updates">` with the number of updates, called n below, and `<output class="heard">` with how often its listener was called.
 */
export interface CaseHost {
  mount(name: CaseName, root: HTMLElement): MountedCase;
  /** Draws `Leads` from the guide to frameworks, in English and after an update in Finnish. @param opened - Gets the id of a lead that is opened. */
  guide(root: HTMLElement, opened: (id: string) => void): Promise<MountedCase>;
}

interface Stage {
  /** @throws Error when there is none. */
  find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag];
  /** How many there are. */
  count(selector: string): number;
  text(selector: string): string;
  /** Renders again, and waits until that is in the page. */
  update(): Promise<void>;
  /** Waits for what a framework does in its own time. @throws Error with the words. */
  until(words: string | (() => string), isSo: () => boolean): Promise<void>;
}

interface Case {
  /** What the component draws, with n for the number of updates. */
  readonly draws: string;
  check(stage: Stage): Promise<void>;
}

const define = <Names extends string>(cases: Readonly<Record<Names, Case>>) => cases;

/** A value arrives, and the next one: as a property, or as an attribute where a framework says so and text can hold it. */
const value = (draws: string, name: string, expected: (n: number) => unknown, isText = true): Case => ({
  draws,
  async check({find, update, until}) {
    const read = () => {
      const element = find('case-values');
      const given = (element as unknown as Record<string, unknown>)[name];
      if (given !== undefined || !isText) return given;
      const text = element.getAttribute(name);
      const first = expected(0);
      return typeof first === 'boolean' ? text !== null && text !== 'false' : typeof first === 'number' ? Number(text) : text;
    };
    const isNow = (n: number) => until(() => `${name} is ${JSON.stringify(expected(n))}, not ${JSON.stringify(read())}`, () => JSON.stringify(read()) === JSON.stringify(expected(n)));
    await isNow(0);
    await update();
    await isNow(1);
  },
});

/** The listener in the template is called once for each event, also after the component has rendered again. */
const event = (type: string): Case => ({
  draws: `<case-events> with a listener for ${type} that raises "heard", in the template`,
  check: stage => hears(stage, () => stage.find('case-events').send(type)),
});

async function hears({text, update, until}: Stage, send: () => void): Promise<void> {
  const heard = (times: number) => until(() => `heard ${times} times, not ${text('.heard')}`, () => text('.heard') === String(times));
  await heard(0);
  send();
  await heard(1);
  await update();
  send();
  await heard(2);
}

/** Every case, in the order in which they run. */
export const cases = define({
  'late-definition': {
    draws: "<portico-portal> with fetchSession, a function, and brand {color: '#0f766e'}; inside <portico-lead-inbox> with tab 'working' and offerId '0199': through the template, or on the element where the framework's templates do not set properties of elements that are not defined yet",
    async check({find, until}) {
      await (globalThis as unknown as {definePortico: () => Promise<unknown>}).definePortico();
      const [portal, inbox] = [find('portico-portal'), find('portico-lead-inbox')];
      await until('the portal has taken its properties', () => typeof portal.fetchSession === 'function' && JSON.stringify(portal.brand) === '{"color":"#0f766e"}');
      await until('the inbox has taken its properties', () => inbox.tab === 'working' && inbox.offerId === '0199');
      await until('none of them hides the accessor', () => !['fetchSession', 'brand'].some(name => Object.hasOwn(portal, name)) && !['tab', 'offerId'].some(name => Object.hasOwn(inbox, name)));
    },
  },
  childless: {
    draws: '<case-plain>',
    async check({find, update, until}) {
      const element = find('case-plain');
      await update();
      await until('the same element is still there', () => find('case-plain') === element && element.connections === 1 && element.childElementCount === 0);
    },
  },
  'own-content': {
    draws: '<case-frame>',
    async check({find, update, until}) {
      const title = () => find('case-frame').shadowRoot?.querySelector('h1')?.textContent;
      await until('its own content is there', () => title() === 'Its own');
      await update();
      await until('its own content is still there', () => title() === 'Its own');
    },
  },
  'changing-text': {
    draws: '<case-frame> with the text "Number n"',
    async check({find, text, update, until}) {
      const element = find('case-frame');
      await until('the text is inside', () => text('case-frame') === 'Number 0');
      await update();
      await until('the next text is inside of the same element', () => text('case-frame') === 'Number 1' && find('case-frame') === element);
      await until('its own content is still there', () => element.shadowRoot?.querySelector('slot')?.assignedNodes().length !== 0);
    },
  },
  'show-and-hide': {
    draws: '<section>, and inside while n is even <case-frame> with the text "Number n"',
    async check({count, text, update, until}) {
      for (const n of [0, 1, 2]) {
        await until(`shown or hidden at ${n}`, () => count('section > case-frame') === (n % 2 === 0 ? 1 : 0));
        await update();
      }
      await update();
      await until('it has the latest text', () => text('case-frame') === 'Number 4');
    },
  },
  'kept-children': {
    draws: '<case-frame> with <b>Kept</b> and, while n is odd, <i>More</i>',
    async check({find, count, update, until}) {
      const [kept] = find('case-frame').children;
      await update();
      await until('the second child is there', () => count('case-frame > i') === 1);
      await update();
      await until('only the first child is there, and it is the same', () => count('case-frame > *') === 1 && find('case-frame').firstElementChild === kept);
    },
  },
  boolean: value('<case-values> with flag: whether n is even', 'flag', n => n % 2 === 0),
  number: value('<case-values> with count: 42 + n', 'count', n => 42 + n),
  string: value('<case-values> with words: "Number n"', 'words', n => `Number ${n}`),
  object: value('<case-values> with record: {n}', 'record', n => ({n}), false),
  array: value('<case-values> with entries: [n, "last"]', 'entries', n => [n, 'last'], false),
  'camel-case-property': value('<case-values> with camelCase: {n}', 'camelCase', n => ({n}), false),
  'listener-on-the-element': {
    draws: '<case-events> with a listener for case-event that raises "heard", by addEventListener on a reference to the element, before mount() returns',
    check: stage => hears(stage, () => stage.find('case-events').send('case-event')),
  },
  'event-in-lowercase': event('caseevent'),
  'event-in-kebab-case': event('case-event'),
  'event-in-camel-case': event('caseEvent'),
  'event-in-capitals': event('CASEEVENT'),
  'event-in-pascal-case': event('CaseEvent'),
  'portal-properties': {
    draws: "<portico-portal> with a fetchSession made anew each time; at first with brand '#0f766e', outbox false and locale 'en', while n is odd with brand {color: '#b45309'}, outbox true and locale 'fi'",
    async check({find, update, until}) {
      const portal = find('portico-portal');
      const first = portal.fetchSession;
      await until('the first values are there', () => typeof first === 'function' && portal.brand === '#0f766e' && !portal.outbox && portal.locale === 'en' && portal.lang === 'en');
      await update();
      await until('the next values are there', () => JSON.stringify(portal.brand) === '{"color":"#b45309"}' && portal.outbox && portal.locale === 'fi' && portal.lang === 'fi');
      await until('the next function is there', () => typeof portal.fetchSession === 'function' && portal.fetchSession !== first);
    },
  },
  'portal-children': {
    draws: '<portico-portal> with <h2>Leads</h2> and, while n is even, <portico-lead-inbox>',
    async check({find, count, update, until}) {
      const [portal, heading] = [find('portico-portal'), find('h2')];
      for (const n of [0, 1, 2]) {
        await until(`the inbox is there or not at ${n}`, () => count('portico-portal > portico-lead-inbox') === (n % 2 === 0 ? 1 : 0));
        await until('the portal and what else is in it stay', () => find('portico-portal') === portal && portal.firstElementChild === heading);
        if (n < 2) await update();
      }
      await until('the inbox that came back draws', () => find('portico-lead-inbox').shadowRoot?.childElementCount !== 0);
    },
  },
  'inbox-properties': {
    draws: "<portico-lead-inbox> with tab 'new', density 'compact' and offerId '0198'; while n is odd with tab 'working', density 'comfortable' and offerId '0199'",
    async check({find, update, until}) {
      const inbox = find('portico-lead-inbox');
      await until('the first values are there', () => inbox.tab === 'new' && inbox.density === 'compact' && inbox.offerId === '0198');
      await update();
      await until('the next values are there', () => inbox.tab === 'working' && inbox.density === 'comfortable' && inbox.offerId === '0199');
    },
  },
  'inbox-events': {
    draws: '<portico-lead-inbox> with a listener for portico-lead-offer-select, in the template, that cancels the event and raises "heard"',
    check: stage =>
      hears(stage, () => {
        const select = new CustomEvent('portico-lead-offer-select', {bubbles: true, composed: true, cancelable: true, detail: {offer: null}});
        if (stage.find('portico-lead-inbox').dispatchEvent(select)) throw new Error('the event is canceled');
      }),
  },
});

/** The name of a case. */
export type CaseName = keyof typeof cases;

/** Milliseconds that a framework may take for what it does in its own time. */
const patienceMs = 3_000;

/**
 * Runs every case in this page, each twice: what is taken out of a page must be able to come back.
 *
 * @returns What went wrong, by case; empty when all is well.
 */
export async function runCases(host: CaseHost): Promise<Partial<Record<CaseName | 'guide', string>>> {
  const wrong: Partial<Record<CaseName | 'guide', string>> = {};
  for (const name of Object.keys(cases) as CaseName[])
    for (const time of ['the first', 'the second']) {
      const root = document.createElement('div');
      document.body.append(root);
      try {
        const mounted = host.mount(name, root);
        await cases[name].check(await stageOf(root, mounted));
        mounted.unmount();
        const left = [...root.querySelectorAll('*')].map(({localName}) => localName).filter(tag => tag.includes('-'));
        if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
      } catch (error) {
        wrong[name] ??= `${time} time: ${String(error)}`;
      }
      root.remove();
    }
  // Last, for it defines the elements.
  await checkGuide(host).catch((error: unknown) => (wrong.guide = String(error)));
  return wrong;
}

/** What the guide shows works: properties arrive, the next language too, and the page hears what happens. */
async function checkGuide(host: CaseHost): Promise<void> {
  const root = document.createElement('div');
  document.body.append(root);
  let heard = '';
  const mounted = await host.guide(root, id => void (heard = id));
  const portal = () => root.querySelector('portico-portal');
  await until('the portal has its properties', () => typeof portal()?.fetchSession === 'function' && JSON.stringify(portal()?.brand) === '{"color":"#0f766e"}' && portal()?.lang === 'en');
  await mounted.update();
  await until('the next language is there', () => portal()?.lang === 'fi');
  root.querySelector('portico-lead-inbox')?.dispatchEvent(new CustomEvent('portico-lead-offer-select', {detail: {offer: {id: '0199'}}}));
  await until('the page hears of the lead', () => heard === '0199');
  mounted.unmount();
  root.remove();
}

async function until(words: string | (() => string), isSo: () => boolean): Promise<void> {
  const started = performance.now();
  while (!isSo()) {
    if (performance.now() - started > patienceMs) throw new Error(`not so: ${typeof words === 'string' ? words : words()}`);
    await new Promise(resolve => setTimeout(resolve));
  }
}

async function stageOf(root: HTMLElement, mounted: MountedCase): Promise<Stage> {
  let updates = 0;
  const text = (selector: string) => root.querySelector(selector)?.textContent?.trim() ?? '';
  const isDrawn = () => until(`update ${updates} is in the page`, () => text('.updates') === String(updates));
  await isDrawn();
  return {
    find(tag) {
      const element = root.querySelector(tag);
      if (!element) throw new Error(`there is no ${tag}`);
      return element;
    },
    count: selector => root.querySelectorAll(selector).length,
    text,
    async update() {
      updates += 1;
      await mounted.update();
      await isDrawn();
    },
    until,
  };
}
