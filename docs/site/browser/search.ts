import type {SearchEntry} from '../search-entries.ts';
import type {Finder} from './finder.ts';

const root = document.body.dataset['root'] ?? './';

/** The dialog that searches all pages: opened by the buttons for it, `/` or Ctrl-K (⌘ K). */
export function offerSearch(): void {
  let dialog: SearchDialog | undefined;
  const open = () => (dialog ??= new SearchDialog()).open();
  for (const button of document.querySelectorAll('[data-opens=search]')) button.addEventListener('click', open);
  addEventListener('keydown', event => {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    const asks = (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
    if (!asks) return;
    event.preventDefault();
    open();
  });
}

class SearchDialog {
  readonly #dialog = element('dialog', {class: 'search', 'aria-label': 'Search the documentation'});
  readonly #input = element('input', {type: 'text', inputmode: 'search', role: 'combobox', placeholder: 'Search the documentation', 'aria-label': 'Search', 'aria-autocomplete': 'list', 'aria-controls': 'search-results', 'aria-expanded': 'false', autocomplete: 'off', spellcheck: 'false'});
  readonly #list = element('ul', {id: 'search-results', role: 'listbox', 'aria-label': 'Pages'});
  readonly #state = element('p', {class: 'search-state', role: 'status'});
  #finder: Promise<Finder> | undefined;
  #chosen = -1;

  constructor() {
    const head = element('div', {class: 'search-head'});
    head.append(this.#input, element('kbd', {}, 'Esc'));
    this.#dialog.append(head, this.#list, this.#state);
    document.body.append(this.#dialog);
    this.#input.addEventListener('input', () => void this.#search());
    this.#input.addEventListener('keydown', event => this.#move(event));
    this.#dialog.addEventListener('click', event => event.target === this.#dialog && this.#dialog.close());
  }

  open(): void {
    this.#finder ??= import('./finder.ts').then(({createFinder}) => createFinder(document.body.dataset['search'] ?? ''));
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
    void this.#search();
  }

  async #search(): Promise<void> {
    const text = this.#input.value.trim();
    try {
      if (text !== '') this.#state.textContent ||= 'Searching …';
      const finder = await this.#finder;
      // What was typed meanwhile has a search of its own.
      if (!finder || text !== this.#input.value.trim()) return;
      this.#show(text === '' ? [] : finder.find(text), text);
    } catch {
      this.#finder = undefined;
      this.#state.textContent = 'The search could not be loaded. Are you online?';
    }
  }

  #show(found: readonly SearchEntry[], text: string): void {
    this.#list.replaceChildren(...found.map((entry, index) => this.#option(entry, index, text)));
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
    this.#state.textContent = text === '' ? 'Widgets, guides, routes, problem codes, decisions.' : found.length === 0 ? `Nothing about “${text}”. Try one word of it.` : found.length === 1 ? '1 section' : `${found.length} sections`;
    this.#choose(found.length > 0 ? 0 : -1);
  }

  #option(entry: SearchEntry, index: number, text: string): HTMLElement {
    const option = element('li', {role: 'option', id: `search-result-${index}`, 'aria-selected': 'false'});
    const link = element('a', {href: root + entry.url, tabindex: '-1'});
    const place = element('small', {}, entry.heading === entry.page ? entry.group : `${entry.group} › ${entry.page}`);
    const title = element('strong');
    title.append(...marked(entry.heading, text));
    const excerpt = element('span');
    excerpt.append(...marked(excerptOf(entry.text, text), text));
    link.append(place, title, excerpt);
    link.addEventListener('click', () => this.#dialog.close());
    option.addEventListener('pointermove', () => this.#choose(index));
    option.append(link);
    return option;
  }

  #move(event: KeyboardEvent): void {
    const {length} = this.#list.children;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step !== undefined && length > 0) {
      event.preventDefault();
      this.#choose((this.#chosen + step + length) % length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#list.children[this.#chosen]?.querySelector('a')?.click();
    }
  }

  #choose(index: number): void {
    this.#chosen = index;
    for (const [each, option] of [...this.#list.children].entries()) option.setAttribute('aria-selected', String(each === index));
    if (index < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `search-result-${index}`);
    this.#list.children[index]?.scrollIntoView({block: 'nearest'});
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>> = {}, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(text);
  return made;
}

const wordsOf = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 1);

/** The stretch of a text around the first word that was looked for. */
function excerptOf(text: string, query: string): string {
  const lower = text.toLowerCase();
  const places = wordsOf(query).map(word => lower.indexOf(word)).filter(place => place >= 0);
  const start = Math.max(0, Math.min(...(places.length > 0 ? places : [0])) - 40);
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  return `${from > 0 ? '… ' : ''}${text.slice(from, from + 140)}${text.length > from + 140 ? ' …' : ''}`;
}

function marked(text: string, query: string): Node[] {
  const words = wordsOf(query).map(word => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [new Text(text)];
  return text.split(new RegExp(`(${words.join('|')})`, 'iu')).map((part, index) => (index % 2 === 1 ? element('mark', {}, part) : new Text(part)));
}
