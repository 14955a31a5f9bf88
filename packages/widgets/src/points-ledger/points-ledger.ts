import {html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {PortalWidget} from '../base/portal-widget.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {standingStyles} from '../theme/standing.styles.ts';
import {Localize} from '../strings/localize.ts';
import {pointsLedgerStrings} from '../strings/points-ledger.strings.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {ledgerPage} from './ledger-page.view.ts';
import {type PointsFilterDetail, PointsFilterEvent} from './points-ledger.events.ts';
import {PointsLedgerController} from './points-ledger.controller.ts';
import type {LedgerPeriod} from './points-ledger.model.ts';
import {pointsLedgerStyles} from './points-ledger.styles.ts';

/** What is empty has no attribute. */
const words = {fromAttribute: (value: string | null) => value ?? '', toAttribute: (value: string) => value || null};

/**
 * Why a partner has the points that it has: every entry of the ledger with what it was for, the rule that decided and how it reckons, the limit where one was reached,
 * and what was taken back beside what took it back. The entries add up to the sum above them.
 *
 * @tag portico-points-ledger
 * @fires {PointsFilterEvent} portico-points-filter - Somebody looks at another period or rule.
 * @slot pending - While the first entries are read.
 * @slot empty - There are no points yet.
 * @slot error - The points could not be read.
 * @slot offline - There is no connection; beside the entries when they were read before, else in their place.
 * @slot forbidden - The person may not see points.
 * @csspart total - The sum.
 * @csspart item - One entry.
 * @csspart sum - What the entries on the page add up to.
 * @csspart note - A line about the connection.
 */
export class PointsLedger extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, standingStyles, pointsLedgerStyles];
  static readonly parts = {'portico-ui-empty-state': UiEmptyState, 'portico-ui-menu': UiMenu, 'portico-ui-skeleton': UiSkeleton};

  /** All entries, or those of the month, quarter or year that it is. */
  @property({reflect: true}) period: LedgerPeriod = 'all';
  /** Id of the rule that entries are of; all when left out. */
  @property({attribute: 'rule-id', reflect: true, converter: words}) ruleId = '';

  /** Entries, sums and rules, without the view. */
  readonly ledger = new PointsLedgerController(this);
  readonly #text = new Localize(this, pointsLedgerStrings);
  readonly #clock = new WidgetClock(this);

  protected override willUpdate(changed: PropertyValues<this>) {
    this.#text.timeZone = this.ledger.timeZone;
    if (changed.has('period') || changed.has('ruleId')) this.ledger.show({period: this.period, ruleId: this.ruleId});
  }

  protected override render() {
    return html`<div class="root">
      ${ledgerPage({
        ledger: this.ledger,
        portal: this.portal,
        text: this.#text,
        now: this.#clock.now,
        go: id => this.#go(id),
        show: query => this.#show(query),
      })}
    </div>`;
  }

  #show(query: Partial<PointsFilterDetail>) {
    Object.assign(this, query);
    this.dispatchEvent(new PointsFilterEvent({period: this.period, ruleId: this.ruleId}));
  }

  #go(id: string) {
    const entry = this.renderRoot.querySelector<HTMLElement>(`#entry-${CSS.escape(id)}`);
    entry?.scrollIntoView({block: 'nearest'});
    entry?.focus({preventScroll: true});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-points-ledger': PointsLedger;
  }
}
