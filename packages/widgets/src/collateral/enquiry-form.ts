import {toJson} from '@portico/client';
import type {CollateralWords} from '../strings/collateral.strings.ts';
import {enquiryStyles} from './collateral.styles.ts';
import {element, fill} from './element.ts';

/** What became of sending: `null` when it arrived, else the problem's code and the fields that it names. */
export type Refusal = null | {readonly code: string; readonly fields: readonly string[]};

/** How the form reaches the world. */
export interface Asking {
  /** @param key - The same for each try to send the same words. */
  readonly send: (body: string, key: string) => Promise<Refusal>;
  /** Called when an enquiry has arrived. */
  readonly arrived: (assetId: string) => void;
}

/** Adds the styles of the form to those of the element. */
export function addEnquiryStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(enquiryStyles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

const consentTextVersion = 'collateral-1';
const fields = [['name', 'text', 'name'], ['email', 'email', 'email'], ['company', 'text', 'organization'], ['phone', 'tel', 'tel']] as const;
const needed: readonly string[] = ['name', 'email'];

/**
 * The dialog in which a visitor asks. It is made once: what was typed stays through closing it, through failures and through changes of what is shown, until it has
 * arrived.
 */
export class EnquiryForm {
  readonly dialog: HTMLDialogElement;
  readonly #asking: Asking;
  readonly #words: CollateralWords;
  readonly #title = element('h3', {id: 'title'});
  readonly #status = element('p', {role: 'status', part: 'status'});
  readonly #form: HTMLFormElement;
  readonly #consent = element('span');
  readonly #send: HTMLButtonElement;
  #assetId = '';
  #partner = '';
  #shownAt = 0;
  #key = '';
  #said = '';
  #body = '';

  constructor(words: CollateralWords, asking: Asking) {
    this.#words = words;
    this.#asking = asking;
    this.#send = element('button', {part: 'send'}, words.send);
    const close = element('button', {type: 'button'}, words.close);
    close.onclick = () => this.dialog.close();
    const inputs = fields.map(([name, type, autocomplete]) => this.#field(name, element('input', {name, type, autocomplete, maxlength: 160, required: needed.includes(name) && ''})));
    const fax = element('div', {class: 'fax', 'aria-hidden': 'true'}, element('input', {name: 'fax', tabindex: -1, autocomplete: 'off'}));
    const yes = element('label', {class: 'yes'}, element('input', {type: 'checkbox', name: 'consent', required: ''}), this.#consent);
    this.#form = element('form', {}, this.#title, ...inputs, this.#field('message', element('textarea', {name: 'message', rows: 4, maxlength: 4000})), fax, yes, this.#status, element('div', {part: 'actions'}, this.#send, close));
    this.#form.onsubmit = event => {
      event.preventDefault();
      void this.#submit();
    };
    this.dialog = element('dialog', {part: 'dialog', 'aria-labelledby': 'title'}, this.#form);
  }

  /** Shows the form for a piece, with what was typed before. */
  ask(assetId: string, title: string, partner: string, privacyUrl: string | null): void {
    this.#assetId = assetId;
    this.#partner = partner;
    this.#title.textContent = fill(this.#words.about, {title});
    const privacy = privacyUrl && element('a', {href: privacyUrl, target: '_blank', rel: 'noopener'}, this.#words.privacy);
    this.#consent.replaceChildren(fill(this.#words.consent, {partner}), ...(privacy ? [' ', privacy] : []));
    this.#status.textContent = '';
    this.#shownAt = performance.now();
    this.dialog.showModal();
  }

  #field(name: 'name' | 'email' | 'company' | 'phone' | 'message', input: HTMLElement): HTMLElement {
    return element('label', {}, this.#words[name], input, element('small', {id: `${name}-wrong`}));
  }

  async #submit(): Promise<void> {
    // One at a time; not by `disabled`, which would take the focus away.
    if (this.#send.ariaDisabled) return;
    const {consent: _, ...typed} = Object.fromEntries(new FormData(this.#form)) as Record<string, string>;
    const said = {...typed, assetId: this.#assetId, consent: true, consentTextVersion, locale: this.dialog.lang, page: location.href};
    const text = toJson(said);
    if (text !== this.#said) {
      // Tries of the same words are the same bytes under the same key, so that they arrive once.
      this.#said = text;
      this.#key = crypto.randomUUID();
      this.#body = toJson({...said, elapsedMs: Math.round(performance.now() - this.#shownAt)});
    }
    this.#send.ariaDisabled = 'true';
    this.#status.textContent = this.#words.sending;
    this.#mark([]);
    const refusal = await this.#asking.send(this.#body, this.#key);
    this.#send.ariaDisabled = null;
    if (refusal === null) {
      this.#form.reset();
      this.#said = '';
      this.#status.textContent = fill(this.#words.sent, {partner: this.#partner});
      this.#asking.arrived(said.assetId);
      return;
    }
    this.#status.textContent = refusal.code === 'rate_limited' ? this.#words.busy : this.#words.failed;
    this.#mark(refusal.fields);
  }

  /** Says at the fields that are not right that they are not, and goes to the first. */
  #mark(wrong: readonly string[]): void {
    for (const [name] of [...fields, ['message']]) {
      const input = this.#form.elements.namedItem(name ?? '') as HTMLInputElement;
      const isWrong = wrong.includes(name ?? '');
      input.ariaInvalid = isWrong ? 'true' : null;
      const small = input.nextElementSibling as HTMLElement;
      small.textContent = isWrong ? this.#words.check : '';
      if (isWrong) input.setAttribute('aria-describedby', small.id);
      else input.removeAttribute('aria-describedby');
    }
    this.#form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }
}
