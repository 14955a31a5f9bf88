import type {DealChange, DealRegistration} from '@portico/contract';
import {dealTabOf} from '@portico/contract/deal-transitions';
import {type DealAct, type DealActInput, statusAfter} from './deal-list.model.ts';

/**
 * The registration as it will be if the server agrees; nothing that only the server knows.
 *
 * @param at - ISO text, on the server's clock.
 */
export function previewAct(deal: DealRegistration, act: DealAct, input: DealActInput, at: string): DealRegistration {
  const status = statusAfter[act];
  if (status) {
    const ended = dealTabOf(status) === 'closed';
    return {...deal, status, actions: [], infoRequest: null, standing: null, ...(ended ? {endedAt: at, endReason: input.reason ?? null, endComment: input.comment ?? null} : {submittedAt: null})};
  }
  switch (act) {
    case 'reassign':
      return {...deal, owner: input.owner ?? deal.owner};
    case 'set_stage':
      return {
        ...deal,
        stage: input.stage ?? deal.stage,
        probability: input.probability ?? deal.probability,
        expectedCloseOn: input.expectedCloseOn ?? deal.expectedCloseOn,
        nextStep: input.nextStep === undefined ? deal.nextStep : input.nextStep,
        stale: false,
      };
    case 'request_extension':
    case 'request_amendment':
      return {...deal, openChanges: [...deal.openChanges, asked(deal, act, input, at)], actions: deal.actions.filter(action => action !== act)};
    default:
      return {...deal, openChanges: deal.openChanges.filter(({id}) => id !== input.change?.id)};
  }
}

/** A request as it stands until the server has given it an id. */
function asked(deal: DealRegistration, act: 'request_extension' | 'request_amendment', {note = '', protectedUntilOn, amount, expectedCloseOn, lines}: DealActInput, at: string): DealChange {
  const isExtension = act === 'request_extension';
  return {
    id: '',
    dealRegistrationId: deal.id,
    kind: isExtension ? 'extension' : 'amendment',
    status: 'requested',
    protectedUntilOn: isExtension ? (protectedUntilOn ?? null) : null,
    amendment: isExtension ? null : {...(amount && {estimatedAmount: amount}), ...(expectedCloseOn && {expectedCloseOn}), ...(lines && {lines})},
    needsNewApproval: false,
    toPartnerOrg: null,
    customerName: null,
    note,
    requestedBy: null,
    requestedAt: at,
    decidedBy: null,
    decidedAt: null,
    comment: null,
    agreedBy: [],
    actions: [],
    version: 1,
  };
}
