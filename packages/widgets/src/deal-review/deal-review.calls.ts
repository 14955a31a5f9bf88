import type {CallOptions, Client} from '@portico/client';
import type {DealRegistration} from '@portico/contract';
import {dealTabOf, type DealStatus} from '@portico/contract/deal-transitions';
import type {ReviewInput} from './deal-review.input.ts';
import {vendorActionsIn, type DealReviewAction} from './deal-review.model.ts';

/** Whose act it is and when. */
export interface Doer {
  readonly person: {readonly id: string; readonly name: string} | null;
  /** ISO instant. */
  readonly now: string;
}

/** Acts of the desk that change a registration. */
export type ReviewAct = Exclude<DealReviewAction, 'note'>;

type Send = (client: Client, deal: DealRegistration, input: ReviewInput, options: CallOptions) => Promise<DealRegistration>;

const comment = ({comment: words}: ReviewInput) => (words ? {comment: words} : {});
const of = ({id, version}: DealRegistration) => ({id, version});
/** What has taken effect has, whatever becomes of reading the registration again. */
const readAgain = (client: Client, deal: DealRegistration) => client.dealRegistrations.get({id: deal.id}).catch(() => deal);

/** How each act is sent; each answers with the registration afterwards. */
export const sends: Readonly<Record<ReviewAct, Send>> = {
  take: (client, deal, _input, options) => client.dealReviews.assign(of(deal), options),
  assign: (client, deal, {person}, options) => client.dealReviews.assign({...of(deal), ...(person && {reviewerId: person.id})}, options),
  request_info: (client, deal, {fields = [], comment: words = ''}, options) => client.dealReviews.requestInfo({...of(deal), fields: [...fields], comment: words}, options),
  send_for_approval: (client, deal, _input, options) => client.dealReviews.sendForApproval(of(deal), options),
  approve: (client, deal, input, options) => client.dealReviews.approve({...of(deal), ...comment(input)}, options),
  reject: (client, deal, input, options) => client.dealReviews.reject({...of(deal), reason: input.reason ?? 'other', ...comment(input)}, options),
  delegate: (client, deal, input, options) => client.dealReviews.delegate({...of(deal), stepId: input.stepId ?? '', personId: input.person?.id ?? '', ...comment(input)}, options),
  mark_duplicate: (client, deal, input, options) => client.dealReviews.markDuplicate({...of(deal), ofId: input.otherId ?? '', ...comment(input)}, options),
  cancel: (client, deal, input, options) => client.dealReviews.cancel({...of(deal), comment: input.comment ?? ''}, options),
  convert: (client, deal, input, options) => client.dealReviews.convert({...of(deal), opportunityRef: input.opportunityRef ?? ''}, options),
  confirm_win: (client, deal, _input, options) => client.dealReviews.confirmWin(of(deal), options),
  void: (client, deal, input, options) => client.dealReviews.void({...of(deal), comment: input.comment ?? ''}, options),
  postpone: (client, deal, input, options) => client.dealReviews.postpone({...of(deal), protectedUntilOn: input.day ?? '', ...comment(input)}, options),
  async propose_transfer(client, deal, input, options) {
    await client.dealChanges.transfer({dealRegistrationId: deal.id, toPartnerOrgId: input.partner?.id ?? '', note: input.comment ?? ''}, options);
    return readAgain(client, deal);
  },
  async approve_change(client, deal, input, options) {
    await client.dealChanges.approve({...changeOf(deal, input), ...comment(input)}, options);
    return readAgain(client, deal);
  },
  async reject_change(client, deal, input, options) {
    await client.dealChanges.reject({...changeOf(deal, input), ...comment(input)}, options);
    return readAgain(client, deal);
  },
  async open_conflict(client, deal, input, options) {
    await client.conflictCases.create({firstId: deal.id, secondId: input.otherId ?? '', comment: input.comment ?? ''}, options);
    return readAgain(client, deal);
  },
  async move_conflict(client, deal, input, options) {
    const {conflict, moveTo = 'evidence'} = input;
    await client.conflictCases.move({id: conflict?.id ?? '', version: conflict?.version ?? 0, to: moveTo, ...comment(input)}, options);
    return readAgain(client, deal);
  },
  async resolve_conflict(client, deal, input, options) {
    const {conflict, resolution = 'none', sharePercent} = input;
    const share = resolution === 'split' && sharePercent !== undefined ? {firstSharePercent: sharePercent} : {};
    await client.conflictCases.resolve({id: conflict?.id ?? '', version: conflict?.version ?? 0, resolution, ...share, comment: input.comment ?? ''}, options);
    return readAgain(client, deal);
  },
};

/** Acts whose version is that of a request or of a case, not the registration's. */
export const isElsewhere: ReadonlySet<ReviewAct> = new Set<ReviewAct>(['propose_transfer', 'approve_change', 'reject_change', 'open_conflict', 'move_conflict', 'resolve_conflict']);

function changeOf(deal: DealRegistration, {changeId}: ReviewInput) {
  const change = deal.openChanges.find(({id}) => id === changeId);
  return {id: changeId ?? '', version: change?.version ?? 0};
}

const ends: Partial<Record<ReviewAct, DealStatus>> = {mark_duplicate: 'duplicate', cancel: 'cancelled', void: 'voided', reject: 'rejected'};

/** How a registration will look when an act has taken effect: a guess in details, and right in what one looks at. The server's answer replaces it. */
export function showAct(act: ReviewAct, deal: DealRegistration, input: ReviewInput, {person, now}: Doer): DealRegistration {
  const end = ends[act];
  if (end) return {...moved(deal, end), endReason: input.reason ?? deal.endReason, endComment: input.comment ?? null, endedAt: now, reviewDueAt: null};
  const review = deal.review;
  switch (act) {
    case 'take':
    case 'assign': {
      const status = deal.status === 'submitted' ? 'under_review' : deal.status;
      return {...moved(deal, status), review: review && {...review, reviewer: (act === 'take' ? person : input.person) ?? person}};
    }
    case 'request_info':
      return {...moved(deal, 'action_required'), reviewDueAt: null, review: review && {...review, reviewer: review.reviewer ?? person, overdue: false}};
    case 'send_for_approval':
      return {...moved(deal, 'pending_approval'), actions: []};
    case 'approve': {
      const open = review?.steps.filter(({status}) => status === 'pending' || status === 'waiting') ?? [];
      if (open.length > 1) return {...deal, actions: []};
      return {...moved(deal, 'approved'), reviewDueAt: null, decidedAt: now, protectedFrom: now};
    }
    case 'convert':
      return {...moved(deal, 'converted'), opportunityRef: input.opportunityRef ?? null};
    case 'confirm_win':
      return {...deal, winConfirmedAt: now, actions: deal.actions.filter(action => action !== 'confirm_win')};
    case 'approve_change':
    case 'reject_change':
      return {...deal, openChanges: deal.openChanges.filter(({id}) => id !== input.changeId)};
    default:
      return deal;
  }
}

/** In another status, with what vendor staff can do there; in the same one as it was. */
function moved(deal: DealRegistration, status: DealStatus): DealRegistration {
  if (status === deal.status) return deal;
  const actions = vendorActionsIn(status).filter(action => action !== 'approve' || (deal.review?.mayApprove ?? false));
  return {...deal, status, actions, standing: dealTabOf(status) === 'in_review' ? deal.standing : null};
}
