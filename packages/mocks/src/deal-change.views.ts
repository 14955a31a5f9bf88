import type {DealChange} from '@portico/contract';
import {isActor} from './deal-access.ts';
import type {DealChangeRow, DealRow} from './deal-rows.ts';
import {orgRef} from './lead-flow.ts';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

/** Who the reader is to a request, or `null` when they only look on. */
export function partyOf(change: DealChangeRow, deal: DealRow, viewer: Viewer): DealChange['agreedBy'][number] | null {
  if (viewer.side === 'vendor') return 'vendor';
  if (isOfferedTo(change, viewer)) return 'receiving_partner';
  // Whether the organisation gives a deal away is not for one of its reps to say; a distributor only reads.
  return deal.partnerOrgId === viewer.partnerOrgId && isActor(viewer, deal) && (change.kind !== 'transfer' || viewer.seesWholeOrg) ? 'giving_partner' : null;
}

/** Whether a transfer is offered to the reader: it hears of it only when the present partner has agreed. */
export function isOfferedTo({toPartnerOrgId, agreedBy}: DealChangeRow, viewer: Viewer): boolean {
  return toPartnerOrgId !== null && toPartnerOrgId === viewer.partnerOrgId && viewer.seesWholeOrg && agreedBy.includes('giving_partner');
}

/** A request as its reader sees it: partners do not read each other's names, nor who decided at the vendor. */
export function toDealChange(store: Store, change: DealChangeRow, deal: DealRow, viewer: Viewer): DealChange {
  const {toPartnerOrgId, requestedSide, decidedSide, updatedAt: _updated, ...rest} = change;
  const party = partyOf(change, deal, viewer);
  const isReceiver = party === 'receiving_partner';
  const mayName = (side: 'vendor' | 'partner' | null) => viewer.side === 'vendor' || (side === 'partner' && !isReceiver && change.kind !== 'transfer');
  return {
    ...rest,
    toPartnerOrg: toPartnerOrgId !== null && (viewer.side === 'vendor' || toPartnerOrgId === viewer.partnerOrgId) ? orgRef(store, toPartnerOrgId) : null,
    customerName: change.kind === 'transfer' && (viewer.side === 'vendor' || isReceiver) ? deal.customer.name : null,
    requestedBy: mayName(requestedSide) ? change.requestedBy : null,
    decidedBy: mayName(decidedSide) ? change.decidedBy : null,
    agreedBy: [...change.agreedBy],
    actions: change.status === 'requested' ? actionsOf(change, party) : [],
  };
}

function actionsOf({kind, requestedSide, agreedBy}: DealChangeRow, party: DealChange['agreedBy'][number] | null): DealChange['actions'] {
  if (party === null) return [];
  if ((party === 'vendor') === (requestedSide === 'vendor')) {
    if (kind !== 'transfer' || party === 'vendor') return ['withdraw'];
  }
  return kind !== 'transfer' || !agreedBy.includes(party) ? ['approve', 'reject'] : [];
}
