import type {LeadOffer, LeadOfferCounts} from '@portico/contract';
import {LeadInboxController, type LeadInboxOptions, type LeadInboxStatus} from '../lead-inbox/lead-inbox.controller.ts';
import type {LeadInboxQuery} from '../lead-inbox/lead-inbox.model.ts';
import type {Story} from '../lead-inbox/opened-offer.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {sentenceOf} from './sentences.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {deadlineOf} from '../lead-inbox/lead-inbox.model.ts';
export {LeadInboxController, type LeadInboxOptions};

/** What a lead inbox shows. */
export interface LeadInboxState extends WidgetState<LeadInboxStatus> {
  /** Tab, order and filters. */
  readonly query: LeadInboxQuery;
  /** The offers under the tab that were read, in order. */
  readonly offers: readonly LeadOffer[];
  /** Whether there are more; `controller.list.loadMore()` reads them. */
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** How many offers are under each tab. */
  readonly counts: LeadOfferCounts | undefined;
  /** Those that were chosen for one act on all of them. */
  readonly chosen: readonly LeadOffer[];
  /** The open offer, with what an act under way will make of it. */
  readonly open: LeadOffer | undefined;
  /** What happened to the open offer, newest first. */
  readonly story: Story | undefined;
  /** How far an act on many has come, while it runs. */
  readonly progress: {readonly done: number; readonly all: number} | undefined;
}

/** A lead inbox without a view. */
export function createLeadInbox(portal: HeadlessPortal, options: LeadInboxOptions = {}): Headless<LeadInboxController, LeadInboxState> {
  return follow(
    portal,
    host => new LeadInboxController(host, {explain: sentenceOf, ...options}),
    inbox => ({
      ...stateOf(portal, inbox),
      query: inbox.query,
      offers: inbox.list.items,
      hasMore: inbox.list.hasMore,
      isLoading: inbox.list.loading,
      counts: inbox.counts,
      chosen: inbox.chosen,
      open: inbox.opened.offer,
      story: inbox.opened.story,
      progress: inbox.acts.progress,
    }),
  );
}
