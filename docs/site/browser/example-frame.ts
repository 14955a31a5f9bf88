import '../styles/example-frame.css';
import './no-eval.ts';
import {createMockBackend, type MockBackend} from '@portico/mocks';
import {answerEmbed} from './example-embed.ts';
import type {Draw, Dress, FromFrame} from './example-messages.ts';

interface Policy {
  createHTML(markup: string): string;
  createScriptURL(address: string): string;
}

// What the reader writes becomes markup here and nowhere else: the frame has no origin, and its policy lets no inline script run.
const own: Policy = {createHTML: markup => markup, createScriptURL: address => address};
const policy = (globalThis as {trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}}).trustedTypes?.createPolicy('portico-example', own) ?? own;

const say = (message: FromFrame) => parent.postMessage(message, '*');
const native = globalThis.fetch.bind(globalThis);
let backend: MockBackend | undefined;
let styles: CSSStyleSheet[] = [];

// An example says `fetch` as a page would; its own backend and Portico's answer here.
globalThis.fetch = async (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
  if (!backend) return native(input, init);
  if (address.pathname.endsWith('/portico-session')) return Response.json(await backend.fetchSession());
  if (address.pathname.startsWith('/v1/')) return (await answerEmbed(backend, address, init)) ?? backend.fetch(new Request(input instanceof Request ? input : address, init));
  return native(input, init);
};

function dress({theme, locale, direction}: Omit<Dress, 'kind'>): void {
  const {documentElement} = document;
  documentElement.lang = locale;
  documentElement.dir = direction;
  documentElement.dataset['theme'] = theme;
}

function draw(message: Draw): void {
  dress(message);
  backend?.cutStreams();
  backend = pretend(message);
  const template = document.createElement('template');
  template.innerHTML = policy.createHTML(message.html);
  const page = document.importNode(template.content, true);
  const scripts = take(page, 'script').map(({textContent}) => textContent ?? '');
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => !styles.includes(sheet));
  styles = take(page, 'style').map(({textContent}) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(textContent ?? '');
    return sheet;
  });
  document.adoptedStyleSheets.push(...styles);
  const root = page.querySelector('portico-portal, [data-portico-widget="portal"]') ? page : around(page);
  for (const portal of root.querySelectorAll('portico-portal')) Object.assign(portal, {fetch: backend.fetch, fetchSession: backend.fetchSession});
  document.body.replaceChildren(root);
  if (message.scripts) for (const code of scripts) run(code);
  else if (scripts.length > 0) say({kind: 'problem', text: 'Scripts of an example run where the frame can be sandboxed: online, on a host that lets others read its files.'});
  const [first] = [...document.body.querySelectorAll('*')].filter(({localName}) => localName.startsWith('portico-') && localName !== 'portico-portal');
  void customElements.whenDefined(first?.localName ?? 'portico-portal').then(() => say({kind: 'drawn'}));
}

/** Something for every widget: places, a promotion that waits, points that are held. */
function pretend({scenario, as, html}: Draw): MockBackend {
  const made = createMockBackend({scenario, as});
  if (scenario === 'empty' || scenario === 'one') return made;
  // Half a year of what partners did takes a while to count, and most examples show none of it.
  if (!/portico-(leaderboard|points|tier|challenges|program)/.test(html)) return made;
  made.act.standing();
  made.act.challenges();
  if (as === 'vendor') {
    made.act.reachLevel();
    made.act.burst();
  }
  return made;
}

function around(page: DocumentFragment): DocumentFragment {
  const [root, portal] = [document.createDocumentFragment(), document.createElement('portico-portal')];
  portal.setAttribute('api-url', 'https://portico.example.com');
  portal.append(page);
  root.append(portal);
  return root;
}

function take(page: DocumentFragment, name: string): Element[] {
  const found = [...page.querySelectorAll(name)];
  for (const each of found) each.remove();
  return found;
}

/** As a file of this frame: inline it would not run. */
function run(code: string): void {
  const script = document.createElement('script');
  const address = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
  script.type = 'module';
  script.src = policy.createScriptURL(address);
  script.onload = script.onerror = () => URL.revokeObjectURL(address);
  document.head.append(script);
}

const dispatch = EventTarget.prototype.dispatchEvent;
EventTarget.prototype.dispatchEvent = function (event) {
  if (event.type.startsWith('portico-') && event.composed && event.bubbles) say({kind: 'event', name: event.type, detail: tell(event)});
  return dispatch.call(this, event);
};

/** What an event carries, in a line. */
function tell(event: Event): string {
  const carried = Object.entries(event).filter(([key, value]) => key !== 'isTrusted' && typeof value !== 'function');
  const seen = new WeakSet<object>();
  const text = JSON.stringify(Object.fromEntries(carried), (_, value: unknown) => {
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Error) return value.message;
    if (value instanceof Node || seen.has(value)) return undefined;
    seen.add(value);
    return value;
  });
  return text === '{}' ? '' : text.length > 220 ? `${text.slice(0, 220)} …` : text;
}

addEventListener('error', event => say({kind: 'problem', text: event.message}));
addEventListener('unhandledrejection', event => say({kind: 'problem', text: String(event.reason)}));
addEventListener('securitypolicyviolation', event => say({kind: 'problem', text: `The policy of this frame does not allow it: ${event.violatedDirective}`}));
addEventListener('message', event => {
  if (event.source !== parent) return;
  const message = event.data as Draw | Dress;
  if (message.kind === 'draw') draw(message);
  else if (message.kind === 'dress') dress(message);
});
say({kind: 'ready'});
