import {html} from 'lit';
import {state} from 'lit/decorators.js';
import {PortalWidget} from '../../base/portal-widget.ts';
import {dealReviewStrings} from '../../strings/deal-review.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {DoneEvent} from './dialog.events.ts';
import type {Choice, ReviewPicker} from './picker.ts';

/**
 * Chooses the partner whose registrations are listed. Inside the desk only.
 *
 * @tag portico-deal-review-partner-filter
 * @fires {Event} change - A partner was chosen: see `value`.
 */
export class PartnerFilter extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles];

  /** The partner that was chosen; `null` for any. */
  @state() value: Choice | null = null;

  readonly #text = new Localize(this, dealReviewStrings);

  protected override render() {
    const text = this.#text;
    return html`<portico-ui-dialog open heading=${text.term('title_partner')} @portico-ui-dialog-close=${() => this.dispatchEvent(new DoneEvent())}>
      <portico-deal-review-picker
        autofocus
        kind="partners"
        .portal=${this.portal}
        label=${text.term('title_partner')}
        @change=${(event: Event) => (this.value = (event.target as ReviewPicker).value ?? null)}
      ></portico-deal-review-picker>
      <button class="button" slot="actions" type="button" @click=${() => this.#choose(null)}>${text.term('anyPartner')}</button>
      <button class="button" slot="actions" type="button" data-variant="primary" ?disabled=${this.value === null} @click=${() => this.#choose(this.value)}>${text.term('showDeals')}</button>
    </portico-ui-dialog>`;
  }

  #choose(partner: Choice | null) {
    this.value = partner;
    this.dispatchEvent(new Event('change'));
    this.dispatchEvent(new DoneEvent());
  }
}
