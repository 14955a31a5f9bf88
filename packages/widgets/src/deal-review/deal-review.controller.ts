import type {DealRegistration} from '@portico/contract';
import {DeskController} from '../base/desk.controller.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {DealReviewActs} from './deal-review.acts.ts';
import {DealReviewData} from './deal-review.data.ts';
import {DealReviewSelectEvent} from './deal-review.events.ts';
import {actionsOf, type DealReviewAction, type DealReviewFilter, type DealReviewSort, toReader} from './deal-review.model.ts';
import type {Terms} from './deal-review.words.ts';

/** What the desk is narrowed to, and its order. */
export interface DealReviewQuery extends DealReviewFilter {
  readonly sort: DealReviewSort;
}

const beginning: DealReviewQuery = {tab: 'in_review', status: null, partnerOrgId: null, reviewer: null, attention: false, q: '', sort: 'deadline'};

/** The vendor's desk for deal registrations without a view: the queue, the counts above it, the open registration, a selection and all that can be done. */
export class DealReviewController extends DeskController<DealRegistration, DealReviewQuery> {
  readonly data: DealReviewData;
  readonly acts: DealReviewActs;

  /** @param text - The words in which acts say what came of them. */
  constructor(host: WidgetHost, text: Terms) {
    super(host, beginning);
    this.data = new DealReviewData(host, () => ({filter: this.query, sort: this.query.sort, openId: this.openId}), ({id}) => this.holds(id));
    const {list, detail} = this.data;
    this.acts = new DealReviewActs(host, {list, detail, text, noteOwn: () => {}});
  }

  /** What the person can do with a registration now. */
  actionsOn(deal: DealRegistration): ReadonlySet<DealReviewAction> {
    return actionsOf(deal, toReader(this.host.portal?.me));
  }

  protected override toSelectEvent(deal: DealRegistration | null): Event {
    return new DealReviewSelectEvent(deal);
  }
}
