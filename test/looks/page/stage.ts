import './still.ts';
import '@portico/widgets/define';
import type {Cell, State} from '../cells.ts';
import {backendFor, type Backend} from './backends.ts';
import {findDeep, findAllDeep, until} from './deep.ts';
import {faultsOf} from './faults.ts';
import {looks, type Look} from './looks.ts';
import {pseudoWords} from './pseudo.ts';

/** What the camera outside asks of the page. */
export interface Stage {
  /** Which state of each widget that has a look is pictured where there is room. */
  readonly pictured: Readonly<Record<string, State>>;
  /** Brings a widget on, in a state; resolves when it has come to rest. */
  show(cell: Cell): Promise<void>;
  /** Lets what is on the stage come to rest, such as after the window was resized. */
  rest(): Promise<void>;
  /** What cannot be read, reached or fits not, in words. */
  faults(): string[];
}

const main = document.querySelector('main') as HTMLElement;
let shown: {readonly cell: Cell; readonly backend: Backend; readonly widget: HTMLElement; readonly undo: () => void} | undefined;

const stage: Stage = {
  pictured: Object.fromEntries(Object.entries(looks).map(([name, {picture}]): [string, State] => [name, picture ?? 'default'])),

  async show(cell) {
    if (shown?.cell.widget !== cell.widget || shown.cell.state !== cell.state) await bring(cell);
    await dress(cell);
  },

  rest,

  faults: () => (shown ? faultsOf(shown.widget, main, shown.cell, shown.backend.words) : ['There is nothing on the stage.']),
};

async function bring(cell: Cell): Promise<void> {
  shown?.undo();
  main.replaceChildren();
  localStorage.clear();
  const look = looks[cell.widget];
  if (!look) throw new Error(`portico-${cell.widget} has no look: add one to test/looks/page/looks.ts.`);
  const backend = backendFor(look, cell.state);
  const tag = `portico-${cell.widget}`;
  const widget = document.createElement(tag);
  const attributes = {...look.attributes, ...(cell.state === 'opened' && look.open.attributes)};
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  const undo = look.as === 'public' ? bringPublic(widget, backend) : bringPortal(cell.widget === 'portal' ? widget : undefined, widget, look, backend);
  shown = {cell, backend, widget, undo};
  speak(cell);
  const target = look.inner ? (widget.querySelector(`portico-${look.inner}`) as HTMLElement) : widget;
  await until(() => findDeep(target, awaited(look, cell.state)) ?? findDeep(widget, awaited(look, cell.state)), `${tag} shows ${awaited(look, cell.state)}`);
  if (cell.state === 'opened') await open(widget, look);
}

/** What is there when a widget shows the state. */
function awaited(look: Look, state: Cell['state']): string {
  if (state === 'default' || state === 'longNames' || state === 'opened') return look.content;
  if (state === 'empty' && look.empty) return look.empty;
  if (look.without) return look.without;
  return state === 'loading' ? 'portico-ui-skeleton, .bones, .waiting' : 'portico-ui-empty-state';
}

function bringPublic(widget: HTMLElement, backend: Backend): () => void {
  const before = globalThis.fetch;
  globalThis.fetch = backend.fetch;
  widget.setAttribute('token', 'looks');
  widget.setAttribute('api-url', 'http://portico.test');
  widget.innerHTML = '<a href="http://portico.test/" translate="no">Our material</a>';
  main.append(widget);
  return () => {
    globalThis.fetch = before;
  };
}

function bringPortal(itself: HTMLElement | undefined, widget: HTMLElement, look: Look, backend: Backend): () => void {
  const portal = (itself ?? document.createElement('portico-portal')) as HTMLElementTagNameMap['portico-portal'];
  for (const [name, value] of Object.entries(look.portal ?? {})) portal.setAttribute(name, value);
  const inner = document.createElement('div');
  inner.append(look.inner ? document.createElement(`portico-${look.inner}`) : widget);
  portal.append(inner);
  Object.assign(portal, {apiUrl: 'http://portico.test', fetch: backend.fetch, fetchSession: backend.fetchSession});
  main.append(portal);
  return () => portal.remove();
}

async function open(widget: HTMLElement, {open: {type = {}, clicks, says, shows}}: Look): Promise<void> {
  for (const [selector, value] of Object.entries(type)) {
    const field = (await until(() => findDeep(widget, selector), selector)) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
  for (const selector of clicks) ((await until(() => findDeep(widget, selector), selector)) as HTMLElement).click();
  if (says) (widget as HTMLElementTagNameMap['portico-portal']).controller?.notify(says);
  await until(() => findDeep(widget, shows), shows);
}

/** Language, direction and theme, which change without anything being brought on anew. */
async function dress(cell: Cell): Promise<void> {
  if (!shown) return;
  shown = {...shown, cell};
  speak(cell);
  await rest();
  // What was opened may have brought words of its own.
  if (pseudoWords(cell.locale)) await rest();
}

function speak({locale, direction, theme, widget}: Cell): void {
  Object.assign(document.documentElement, {lang: locale, dir: direction});
  document.documentElement.style.colorScheme = theme;
  pseudoWords(locale);
  main.querySelector('portico-portal')?.setAttribute('locale', locale);
  main.querySelector('portico-portal')?.setAttribute('theme', theme);
  main.querySelector('portico-portal > div')?.setAttribute('dir', direction);
  if (widget === 'collateral') shown?.widget.setAttribute('locale', locale === 'en-XA' ? 'en' : locale);
}

/** Nothing is on its way, and nothing has changed with the last frame. */
async function rest(): Promise<void> {
  await document.fonts.ready;
  let before = '';
  let still = 0;
  await until(async () => {
    await new Promise(resolve => requestAnimationFrame(resolve));
    const now = likeness();
    still = now === before && shown?.backend.pending === 0 ? still + 1 : 0;
    before = now;
    return still > 0;
  }, `portico-${shown?.cell.widget} comes to rest`);
}

function likeness(): string {
  let text = '';
  let count = 0;
  for (const element of findAllDeep(main)) {
    count++;
    for (const node of element.childNodes) if (node instanceof Text) text += node.data;
  }
  return `${count} ${main.scrollHeight} ${main.scrollWidth} ${text}`;
}

Object.assign(globalThis, {stage});
