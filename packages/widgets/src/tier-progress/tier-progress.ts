import {html} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LaterPart} from '../base/later-part.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {standingStyles} from '../theme/standing.styles.ts';
import {Localize} from '../strings/localize.ts';
import {tierProgressStrings} from '../strings/tier-progress.strings.ts';
import {progressStyles} from '../theme/progress.styles.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {progressPage} from './progress-page.view.ts';
import {TierProgressController} from './tier-progress.controller.ts';
import {TierWhatIfEvent} from './tier-progress.events.ts';
import {tierProgressStyles} from './tier-progress.styles.ts';
import type {Change, LaterViews} from './tier-progress.view.ts';

/**
 * A partner's level in the programme and the way to the next one: what it asks for, what is there and what is missing, until when, and what each level brings. The
 * partner can try what would be with two more certifications or 40,000 more turnover: the rules that the vendor's server uses run in the page.
 *
 * @tag portico-tier-progress
 * @fires {TierWhatIfEvent} portico-tier-what-if - Somebody tries what would be with more. Nothing is saved.
 * @slot pending - While the first standing is read.
 * @slot empty - The vendor has not said what levels ask for.
 * @slot error - The standing could not be read.
 * @slot offline - There is no connection; beside the standing when it was read before, else in its place.
 * @slot forbidden - The person may not see levels.
 * @csspart level - The name of the partner's level.
 * @csspart notice - What is under way: a promotion, or a level at risk.
 * @csspart requirements - What the chosen level asks for.
 * @csspart what-if - The sliders.
 * @csspart benefits - What levels bring.
 * @csspart note - A line about the connection.
 */
export class TierProgress extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, standingStyles, progressStyles, tierProgressStyles];
  static readonly parts = {'portico-ui-empty-state': UiEmptyState, 'portico-ui-skeleton': UiSkeleton, 'portico-ui-tabs': UiTabs};

  /** Id of the level that is looked at; the next above the partner's own when left out. */
  @property({attribute: 'level-id'}) levelId: string | undefined;

  @state() private changes: readonly Change[] = [];

  /** Standing, terms and levels, without the view. */
  readonly tiers = new TierProgressController(this);
  readonly #text = new Localize(this, tierProgressStrings);
  readonly #later = new LaterPart<LaterViews>(this, {
    load: async () => (await import('./tier-progress.later.ts')).laterPart(),
    text: this.#text,
    stands: () => this.tiers.status === 'ready' && this.tiers.levels.length > 0,
  });

  protected override render() {
    const {tiers, portal, changes} = this;
    const level = tiers.levels.find(({id}) => id === this.levelId) ?? tiers.next;
    const later = this.#later.views;
    return html`<div class="root">
      ${progressPage({
        tiers,
        portal,
        text: this.#text,
        later,
        levelId: level?.id ?? '',
        changes,
        outcome: changes.length > 0 ? later?.evaluate(tiers, changes) : undefined,
        look: id => (this.levelId = id),
        move: change => this.#move(change),
      })}
    </div>`;
  }

  #move(change: Change | null) {
    if (!change) this.changes = [];
    else this.changes = [...this.changes.filter(each => each.metric !== change.metric || each.event !== change.event), ...(change.add > 0 ? [change] : [])];
    const reached = this.#later.views?.evaluate(this.tiers, this.changes)?.reachedLevelId ?? null;
    this.dispatchEvent(new TierWhatIfEvent({changes: this.changes, reachedLevelId: reached}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-tier-progress': TierProgress;
  }
}
