import type {Badge, PartnerOrg} from '@portico/contract';
import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {textOf, type Values} from '../editors/values.ts';
import {GoalEditor} from './goal-editor.ts';

/**
 * Gives a badge to a partner by hand. Inside the desk only.
 *
 * @tag portico-program-desk-badge-award
 */
export class ProgramDeskBadgeAward extends GoalEditor {
  @property({attribute: false}) badge: Badge | null = null;
  /** Says who got it. */
  @property({attribute: false}) awarded: (partner: string) => void = () => {};

  readonly #ready = new WordsReady(this, this.text);
  readonly #partners = new LiveQuery<[boolean], readonly PartnerOrg[]>(this, {
    args: () => (this.open ? [true] : null),
    async read({client}, _, signal) {
      let items: readonly PartnerOrg[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const read = await client.partnerOrgs.list({limit: 100, ...(cursor === undefined ? {} : {cursor})}, {signal});
        items = [...items, ...read.items];
        cursor = read.page.next;
      }
      return items;
    },
    refreshOn: 'partner_org',
  });

  protected override get form() {
    return `badge-award/${this.badge?.id ?? ''}`;
  }

  protected override get begin(): Values {
    return {partnerOrgId: '', note: ''};
  }

  protected override render() {
    if (!this.#ready.done || !this.badge) return nothing;
    const {text, badge, busy} = this;
    const partners = (this.#partners.value ?? []).toSorted((a, b) => a.name.localeCompare(b.name, text.lang())).map(({id, name}) => ({value: id, label: name}));
    return html`<portico-ui-dialog part="dialog" ?open=${this.open} heading=${text.term('awardTitle', badge.name)} @portico-ui-dialog-close=${this.onClose}>
      ${this.open
        ? html`<form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
            ${this.renderNotes()} ${this.field('partnerOrgId', text.term('partner'), {kind: 'select', required: true, placeholder: text.term('choosePartner'), options: partners, isFirst: true})}
            ${this.field('note', text.term('note'), {kind: 'textarea', optional: true, maxLength: 1000, help: text.term('partnersRead')})}
          </form>`
        : nothing}
      <button slot="actions" class="button" type="button" @click=${() => this.close()}>${text.term('cancel')}</button>
      <button slot="actions" class="button" type="button" data-variant="primary" data-act="do-award" ?disabled=${busy} @click=${() => void this.#send()}>${text.term('doAward')}</button>
    </portico-ui-dialog>`;
  }

  async #send() {
    const {portal, badge, values} = this;
    if (!portal || !badge || !(await this.isRight())) return;
    const award = await this.send(() => portal.client.badgeAwards.create({badgeId: badge.id, partnerOrgId: textOf(values, 'partnerOrgId'), note: textOf(values, 'note') || null}));
    if (!award) return;
    this.drafts.clear(this.form);
    this.close();
    this.awarded(award.partnerOrg.name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-badge-award': ProgramDeskBadgeAward;
  }
}
