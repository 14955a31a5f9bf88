import type {PartnerOrg} from '@portico/contract';
import {html} from 'lit';
import {state} from 'lit/decorators.js';
import {PortalWidget} from '../../base/portal-widget.ts';
import {leadDeskStrings} from '../../strings/lead-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {DoneEvent} from './dialog.events.ts';
import type {PartnerPicker} from './partner-picker.ts';

/**
 * Chooses the partner whose leads are listed. Inside the desk only.
 *
 * @tag portico-lead-desk-partner-filter
 * @fires {Event} change - A partner was chosen: see `value`.
 */
export class PartnerFilter extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles];

  /** The partner that was chosen; `null` for any. */
  @state() value: PartnerOrg | null = null;

  readonly #text = new Localize(this, leadDeskStrings);

  protected override render() {
    const text = this.#text;
    return html`<portico-ui-dialog open heading=${text.term('partnerFilter')} @portico-ui-dialog-close=${() => this.dispatchEvent(new DoneEvent())}>
      <portico-lead-desk-partner-picker
        autofocus
        .portal=${this.portal}
        label=${text.term('partnerFilter')}
        @change=${(event: Event) => (this.value = (event.target as PartnerPicker).value ?? null)}
      ></portico-lead-desk-partner-picker>
      <button class="button" slot="actions" type="button" @click=${() => this.#choose(null)}>${text.term('anyPartner')}</button>
      <button class="button" slot="actions" type="button" data-variant="primary" ?disabled=${this.value === null} @click=${() => this.#choose(this.value)}>${text.term('showLeads')}</button>
    </portico-ui-dialog>`;
  }

  #choose(partner: PartnerOrg | null) {
    this.value = partner;
    this.dispatchEvent(new Event('change'));
    this.dispatchEvent(new DoneEvent());
  }
}
