import type {ShareLink} from '@portico/contract';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {boundsOf, dayOf} from '../../base/days.ts';
import {LiveQuery} from '../../base/live-query.ts';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import {languageOf, wordOf} from '../asset-text.ts';
import {LibraryDialog} from '../library-dialog.ts';

const dayMs = 86_400_000;
/** How long a link holds unless somebody says otherwise. */
const usualDays = 14;

/**
 * Makes links that let customers have a piece for a time, and ends them.
 *
 * @tag portico-collateral-share-dialog
 */
export class ShareDialog extends LibraryDialog {
  /** The link that was made just now: its address is told once. */
  @state() private made: ShareLink | undefined;
  @state() private copied = false;

  readonly #links = new LiveQuery<[string], readonly ShareLink[]>(this, {
    args: () => (this.open && this.asset ? [this.asset.id] : null),
    read: async ({client}, [assetId], signal) => (await client.shareLinks.list({assetId, limit: 20}, {signal})).items,
    refreshOn: 'share_link',
  });

  protected override get form() {
    return `share/${this.asset?.id}`;
  }

  protected override willUpdate() {
    if (!this.open) this.made = undefined;
  }

  protected override render() {
    const {text, asset} = this;
    return html`<portico-ui-dialog part="dialog" heading=${text.term('share_heading')} .open=${this.open} @portico-ui-dialog-close=${this.onClose}>
      ${this.open && asset ? html`<p class="subject muted" dir="auto">${asset.title}</p>${this.made ? this.#done(this.made) : this.#form()} ${this.#list()}` : nothing}
      ${this.made || !this.open
        ? nothing
        : html`<button slot="actions" class="button" data-variant="primary" data-act="make" type="button" aria-disabled=${this.busy} @click=${this.#make}>${text.term('share_make')}</button>`}
    </portico-ui-dialog>`;
  }

  #form() {
    const {text, asset} = this;
    const now = this.portal?.now() ?? 0;
    const zone = text.timeZone;
    const languages = asset?.languages ?? [];
    return html`<div class="form">
      ${this.renderFailure()}
      <p>${text.term('share_explain')}</p>
      <div class="pair">
        ${this.field('expiresOn', text.term('share_expires'), dayOf(now + usualDays * dayMs, zone), {kind: 'date', required: true, min: dayOf(now + dayMs, zone), max: dayOf(now + 364 * dayMs, zone)})}
        ${languages.length > 1
          ? this.field('language', text.term('facet_language'), '', {kind: 'select', placeholder: text.term('share_anyLanguage'), options: [{value: '', label: text.term('share_anyLanguage')}, ...languages.map(value => ({value, label: languageOf(text, value)}))]})
          : nothing}
      </div>
      ${this.field('recipient', text.term('share_recipient'), '', {optional: true, maxLength: 120, help: text.term('share_recipientHelp')})}
      <portico-ui-checkbox label=${text.term('share_once')} .checked=${this.draft['singleUse'] === true} @change=${(event: Event) => this.type('singleUse', (event.target as UiCheckbox).checked)}></portico-ui-checkbox>
      ${asset?.watermark ? html`<p class="muted">${text.term('watermarked')}</p>` : nothing}
    </div>`;
  }

  #done({url, expiresAt}: ShareLink) {
    const {text} = this;
    return html`<div class="form">
      <div class="note" role="status">${text.term('share_made', text.date(expiresAt))}</div>
      <portico-ui-field class="address" kind="url" label=${text.term('share_address')} help=${text.term('share_addressHelp')} .value=${url ?? ''} @focusin=${(event: Event) => (event.currentTarget as HTMLElement & {select(): void}).select()}></portico-ui-field>
      <div class="pair">
        <button class="button" data-variant="primary" data-act="copy" type="button" @click=${() => this.#copy(url ?? '')}>${text.term(this.copied ? 'share_copied' : 'share_copy')}</button>
        <button class="button" data-act="another" type="button" @click=${() => (this.made = undefined)}>${text.term('share_another')}</button>
      </div>
    </div>`;
  }

  #list() {
    const {text} = this;
    const links = this.#links.value ?? [];
    if (links.length === 0) return nothing;
    return html`<h3 class="heading">${text.term('share_links')}</h3>
      <ul>
        ${links.map(
          link => html`<li class="entry" data-status=${link.status}>
            <span><bdi>${link.recipient ?? link.createdBy?.name ?? ''}</bdi> · ${text.date(link.createdAt)}</span>
            <portico-ui-badge tone=${link.status === 'active' ? 'success' : 'neutral'}>${wordOf(text, `link_${link.status}`) ?? link.status}</portico-ui-badge>
            ${link.status === 'active' ? html`<button class="button" data-variant="quiet" data-act="revoke" type="button" @click=${() => this.#revoke(link)}>${text.term('share_end')}</button>` : nothing}
            <span class="wide muted figures">${text.term('share_figures', link.opens, link.uses)} · ${text.term('share_until', text.date(link.expiresAt))}</span>
          </li>`,
        )}
      </ul>`;
  }

  readonly #make = async () => {
    const {asset, portal} = this;
    if (!asset || !portal || !(await this.check())) return;
    const zone = this.text.timeZone;
    const day = this.valueIn('expiresOn', dayOf(portal.now() + usualDays * dayMs, zone));
    const until = boundsOf(day, zone)?.until;
    if (until === undefined) return;
    // The last second of that day, so that it is said as that day.
    const expiresAt = new Date(Date.parse(until) - 1000).toISOString();
    const recipient = this.valueIn('recipient').trim();
    const language = this.valueIn('language');
    const link = await this.send(() =>
      portal.client.shareLinks.create({assetId: asset.id, expiresAt, singleUse: this.draft['singleUse'] === true, ...(recipient && {recipient}), ...(language && {language})}),
    );
    if (!link) return;
    this.drafts.clear(this.form);
    this.copied = false;
    this.made = link;
    this.#links.refresh();
  };

  async #copy(url: string) {
    // Where the page may not write to the clipboard the address is selected, to be copied by hand.
    this.copied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    );
    if (!this.copied) this.renderRoot.querySelector<HTMLElement>('.address')?.focus();
  }

  async #revoke({id, version}: ShareLink) {
    const {portal} = this;
    if (portal && (await this.send(() => portal.client.shareLinks.revoke({id, version})))) this.#links.refresh();
  }
}
