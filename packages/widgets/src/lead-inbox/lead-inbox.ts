import type {LeadOfferTab} from '@portico/contract';
import {html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {LaterPart} from '../base/later-part.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {leadInboxStrings} from '../strings/lead-inbox.strings.ts';
import {Localize} from '../strings/localize.ts';
import {panesStyles} from '../theme/panes.styles.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {frameStyles} from './frame.styles.ts';
import {inboxPage} from './inbox-page.view.ts';
import {LeadInboxController} from './lead-inbox.controller.ts';
import type {LeadInboxSort} from './lead-inbox.model.ts';
import type {ListViews} from './lead-inbox.view.ts';

/**
 * The leads that a vendor has sent to a partner: what needs an answer and by when, who to call once it is accepted, and what was done.
 *
 * Keys, while no text field has the focus: `j` `k` or arrows move, Enter opens, Escape goes back, `x` selects, Shift with arrows or a click selects a stretch,
 * Ctrl or ⌘ `A` all that is loaded, `a` accepts, `d` declines, `/` searches, `?` lists the keys. `shortcuts="off"` leaves only those of a grid.
 *
 * @tag portico-lead-inbox
 * @fires {LeadOfferSelectEvent} portico-lead-offer-select - A lead was opened or closed. Cancelable when opened.
 * @fires {LeadOfferActionEvent} portico-lead-offer-action - Somebody is about to act on leads. Cancel it and nothing happens.
 * @fires {LeadOfferActionDoneEvent} portico-lead-offer-action-done - The server has carried out an act on one lead.
 * @fires {PorticoErrorEvent} portico-error - An act did not take effect. Cancel it to say so in the page's own way.
 * @slot pending - While the first leads are read.
 * @slot empty - No leads under this tab.
 * @slot error - The leads could not be read.
 * @slot offline - There is no connection; beside the leads when they were read before, else in their place.
 * @slot forbidden - The person may not see leads.
 * @csspart list - The scrolling list.
 * @csspart item - One lead in it.
 * @csspart item-open - The lead that is open.
 * @csspart filters - The filters above the list.
 * @csspart selection - The bar that acts on selected leads.
 * @csspart detail - The open lead.
 * @csspart contact - Whom to call, once accepted.
 * @csspart composer - Where an activity is logged.
 * @csspart timeline - What was done, newest first.
 * @csspart activity - One entry of it.
 * @csspart actions - The buttons of the open lead.
 * @csspart back - The button that leads from a lead to the list where there is room for one only.
 * @csspart note - A line about the connection, or about a change by others.
 * @csspart dialog - Any dialog.
 * @cssproperty [--portico-lead-inbox-height=clamp(420px, 76dvh, 760px)] - Height below the tabs; the list and the open lead scroll inside.
 */
export class LeadInbox extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, panesStyles, frameStyles];
  static readonly parts = {
    'portico-ui-empty-state': UiEmptyState,
    'portico-ui-skeleton': UiSkeleton,
    'portico-ui-tabs': UiTabs,
  };

  /** The tab that is shown. */
  @property({reflect: true}) tab: LeadOfferTab = 'new';
  /** The order of the list. `deadline` shows under Closed what was closed last. */
  @property({reflect: true}) sort: LeadInboxSort = 'deadline';
  /** Id of the open lead offer, for links into the inbox. */
  @property({attribute: 'offer-id'}) offerId: string | undefined;
  /** `off` leaves the single-letter keys to the page. */
  @property() shortcuts: 'on' | 'off' = 'on';

  /** Lists, counts, the open offer, selection and acts, without the view. */
  readonly inbox: LeadInboxController;
  readonly #text = new Localize(this, leadInboxStrings);
  readonly #list = new LaterPart<ListViews>(this, {load: async () => (await import('./list-part.ts')).listPart(this, this.#text), text: this.#text, stands: () => true});

  constructor() {
    super();
    this.inbox = new LeadInboxController(this, {
      explain: error => this.#list.views?.explain(error) ?? this.#text.term('problem_other'),
      settled: outcome => this.#list.views?.tell(outcome, true),
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    void this.#list.load();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {inbox} = this;
    if (changed.has('tab')) inbox.show({tab: this.tab});
    if (changed.has('sort')) inbox.show({sort: this.sort});
    if (changed.has('offerId')) inbox.opened.open(this.offerId);
    this.tab = inbox.query.tab;
    this.sort = inbox.query.sort;
    this.offerId = inbox.opened.id;
  }

  protected override render() {
    const {views, isMissing} = this.#list;
    return html`<div class="root" @keydown=${views} @focusin=${views} @click=${views}>
      ${inboxPage({inbox: this.inbox, text: this.#text, list: views, isListMissing: isMissing, retry: this.#retry})}
    </div>`;
  }

  readonly #retry = () => {
    void this.#list.load();
    this.inbox.retry();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-lead-inbox': LeadInbox;
  }
}
