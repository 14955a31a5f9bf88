import type {EmbeddedCollateral, EmbeddedItem, Problem} from '@portico/contract';
import {toJson} from '@portico/client';
import {collateralLanguage, collateralLocales, collateralWords, type CollateralWords} from '../strings/collateral.strings.ts';
import {CollateralEnquiryEvent} from './collateral.events.ts';
import {collateralStyles} from './collateral.styles.ts';
import {element, fill, textOn, webAddress} from './element.ts';
import type {EnquiryForm, Refusal} from './enquiry-form.ts';

/** With what may be kept on the way for 30 seconds, a recall is seen within a minute. */
const refreshMs = 25_000;

// Pages are also built where there is no DOM.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/**
 * Shows a vendor's material on a partner's own public page, under the partner's name, and takes visitors' enquiries. Needs no session, no cookie and nothing else of
 * Portico on the page. What the vendor changes or recalls follows within a minute while the page is looked at. What stands inside the element is shown until there is
 * something to show, and when it cannot be loaded.
 *
 * @tag portico-collateral
 * @fires {CollateralEnquiryEvent} portico-collateral-enquiry - A visitor's enquiry has arrived.
 * @attr {string} token - Of the embed that the partner made.
 * @attr {string} api-url - Where the API is, without `/v1`.
 * @attr {string} locale - Language of the words; that of the page when left out.
 * @slot - Shown until there is material to show.
 * @csspart header - The partner's logo and name.
 * @csspart logo - The partner's logo.
 * @csspart item - One piece of material.
 * @csspart preview - A picture of a piece.
 * @csspart actions - What can be done with a piece, and with the form.
 * @csspart open - The link to a piece.
 * @csspart ask - The button that opens the form.
 * @csspart dialog - The dialog with the form.
 * @csspart send - The button that sends the form.
 * @csspart status - What became of an enquiry.
 * @cssproperty --portico-collateral-accent - Colour of links and of the button that sends; the partner's own unless set.
 * @cssproperty --portico-collateral-on-accent - Text on that colour.
 * @cssproperty --portico-collateral-font - As the CSS property `font`; the page's unless set.
 * @cssproperty [--portico-collateral-radius=8px] - Of corners.
 * @cssproperty [--portico-collateral-gap=16px] - Between pieces.
 * @cssproperty [--portico-collateral-item-width=240px] - The least width of a piece.
 */
export class Collateral extends Base {
  static readonly observedAttributes = ['token', 'api-url', 'locale'];

  #words: CollateralWords = collateralWords;
  #locale = 'en';
  #form: EnquiryForm | undefined;
  #etag: string | null = null;
  #shown = new Map<string, {readonly said: string; readonly item: HTMLLIElement}>();
  #readAt = 0;
  #timer = 0;
  #run: AbortController | undefined;

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(collateralStyles);
      const root = this.attachShadow({mode: 'open'});
      root.adoptedStyleSheets = [sheet];
      root.append(element('slot'));
    }
    document.addEventListener('visibilitychange', this.#look);
    addEventListener('online', this.#look);
    this.#start();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#look);
    removeEventListener('online', this.#look);
    this.#run?.abort();
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(_: string, before: string | null, after: string | null): void {
    if (this.isConnected && this.shadowRoot && before !== after) this.#start();
  }

  /** Reads what is to be shown, now. */
  async refresh(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    clearTimeout(this.#timer);
    // Also the first time: a page that was shown again is not to show what was kept of it.
    await this.#read(run.signal).catch(() => undefined);
    this.#readAt = performance.now();
    if (!run.signal.aborted && !document.hidden) this.#timer = window.setTimeout(() => void this.refresh(), refreshMs);
  }

  #start(): void {
    this.#run?.abort();
    const run = (this.#run = new AbortController());
    this.#etag = null;
    void this.#speak().then(() => {
      if (!run.signal.aborted) void this.refresh();
    });
  }

  /** A page that nobody looks at asks for nothing; one that is looked at again asks at once. */
  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = window.setTimeout(() => void this.refresh(), Math.max(0, this.#readAt + refreshMs - performance.now()));
  };

  async #speak(): Promise<void> {
    const wanted = this.getAttribute('locale') || this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
    const load = collateralLocales[collateralLanguage(wanted)];
    // Without the chunk: in English.
    const words = (await load?.().catch(() => undefined))?.strings;
    if ((words ?? collateralWords) === this.#words && this.#locale === (words ? wanted : 'en')) return;
    this.#words = words ?? collateralWords;
    this.#locale = words ? wanted : 'en';
    this.#shown.clear();
  }

  #address(path = ''): string {
    return `${(this.getAttribute('api-url') ?? '').replace(/\/+$/, '')}/v1/embed/collateral/${this.getAttribute('token')}${path}`;
  }

  async #read(signal: AbortSignal): Promise<void> {
    // The browser asks whether its copy is still right; a header of ours would cost a preflight.
    const answer = await fetch(this.#address(), {cache: 'no-cache', credentials: 'omit', signal});
    if (answer.status === 404 || answer.status === 410) return this.#showNothing();
    const etag = answer.headers.get('etag');
    if (!answer.ok || (etag && etag === this.#etag)) return;
    const shown = (await answer.json()) as EmbeddedCollateral;
    if (signal.aborted) return;
    this.#etag = etag;
    this.#show(shown);
  }

  /** The embed has ended. A form that somebody is filling in is theirs until they close it. */
  #showNothing(): void {
    this.#etag = null;
    this.#shown.clear();
    this.shadowRoot?.querySelector('[part=base]')?.remove();
  }

  #show(shown: EmbeddedCollateral): void {
    const root = this.shadowRoot;
    if (!root) return;
    const {partner, items} = shown;
    let base = root.querySelector<HTMLElement>('[part=base]');
    if (!base) root.prepend((base = element('section', {part: 'base'}, element('div', {part: 'header'}), element('ul'))));
    base.lang = this.#locale;
    base.dir = this.#locale.startsWith('ar') ? 'rtl' : 'ltr';
    const label = fill(this.#words.label, {partner: partner.name});
    base.ariaLabel = label;
    const logo = webAddress(partner.logoUrl);
    base.firstElementChild?.replaceChildren(...(logo ? [element('img', {part: 'logo', src: logo, alt: ''})] : []), label);
    if (partner.accent && /^#[0-9a-f]{6}$/i.test(partner.accent)) {
      this.style.setProperty('--_accent', partner.accent);
      this.style.setProperty('--_on', textOn(partner.accent));
    }
    const list = base.lastElementChild as HTMLUListElement;
    const nodes = items.map(item => this.#item(item, shown));
    const kept = new Set(items.map(({id}) => id));
    for (const [id, {item}] of this.#shown) {
      if (kept.has(id)) continue;
      item.remove();
      this.#shown.delete(id);
    }
    // Only what is not in its place is moved, so that the focus stays where it is.
    for (const [index, node] of nodes.entries()) if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
    while (list.children.length > nodes.length) list.lastElementChild?.remove();
    root.querySelector('slot')?.toggleAttribute('hidden', items.length > 0);
  }

  #item(item: EmbeddedItem, {partner, enquiries, privacyUrl}: EmbeddedCollateral): HTMLLIElement {
    const said = toJson([item, partner.name, enquiries, privacyUrl]);
    const known = this.#shown.get(item.id);
    if (known?.said === said) return known.item;
    const words = this.#words;
    const picture = webAddress(item.preview?.url ?? null);
    const url = webAddress(item.url);
    const size = item.sizeBytes && new Intl.NumberFormat(this.#locale, {style: 'unit', unit: item.sizeBytes < 1e6 ? 'kilobyte' : 'megabyte', maximumSignificantDigits: 2}).format(item.sizeBytes / (item.sizeBytes < 1e6 ? 1e3 : 1e6));
    const title = element('h3', {id: `t-${item.id}`, lang: item.language, dir: 'auto'}, item.title);
    const ask = enquiries && element('button', {part: 'ask', type: 'button', 'aria-describedby': title.id}, words.ask);
    if (ask) ask.onclick = () => void this.#ask(item, partner.name, privacyUrl).catch(() => undefined);
    const made = element(
      'li',
      {part: 'item'},
      item.preview && picture && element('img', {part: 'preview', src: picture, width: item.preview.width, height: item.preview.height, alt: item.altText ?? '', loading: 'lazy'}),
      title,
      item.summary && element('p', {lang: item.language, dir: 'auto'}, item.summary),
      element('div', {part: 'actions'}, url && element('a', {part: 'open', href: url, target: '_blank', rel: 'noopener', 'aria-describedby': title.id}, size ? fill(words.open_size, {size}) : words.open), ask),
    );
    this.#shown.set(item.id, {said, item: made});
    return made;
  }

  /** The form comes when somebody asks for it the first time: most visitors never do. */
  async #ask({id, title}: EmbeddedItem, partner: string, privacyUrl: string | null): Promise<void> {
    const {EnquiryForm: Form, addEnquiryStyles} = await import('./enquiry-form.ts');
    const root = this.shadowRoot;
    if (!root || !this.isConnected) return;
    this.#form ??= new Form(this.#words, {send: (body, key) => this.#send(body, key), arrived: assetId => this.dispatchEvent(new CollateralEnquiryEvent({assetId}))});
    const {dialog} = this.#form;
    if (!dialog.isConnected) {
      addEnquiryStyles(root);
      root.append(dialog);
    }
    dialog.lang = this.#locale;
    dialog.dir = this.#locale.startsWith('ar') ? 'rtl' : 'ltr';
    this.#form.ask(id, title, partner, webAddress(privacyUrl));
  }

  async #send(body: string, key: string): Promise<Refusal> {
    try {
      const answer = await fetch(this.#address('/enquiries'), {method: 'POST', credentials: 'omit', headers: {'Content-Type': 'application/json', 'Idempotency-Key': key}, body});
      if (answer.ok) return null;
      const {code, errors = []} = (await answer.json()) as Problem;
      return {code, fields: errors.map(({pointer}) => pointer.slice(1))};
    } catch {
      return {code: '', fields: []};
    }
  }
}
