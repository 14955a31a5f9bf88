import type {DealChange} from '@portico/contract';
import type {DealReader} from '../deal-registration/deal-reader.rules.ts';

/** Who somebody is to a request. */
export type Party = DealChange['agreedBy'][number];

/** What of a request decides who may do what. */
export interface ChangeStanding {
  readonly kind: string;
  readonly status: string;
  readonly requested_side: string;
  readonly agreed_by: readonly string[];
  readonly to_partner_org_id: string | null;
}

/** Who the reader is to a request: the vendor, whoever has the deal or would have it, or `null` for somebody who only looks on. */
export function partyOf(reader: DealReader, {kind, to_partner_org_id: to}: ChangeStanding, dealPartnerOrgId: string): Party | null {
  if (reader.side === 'vendor') return 'vendor';
  // Whether the organisation gives a deal away or takes one over is not for one of its reps to say.
  if (kind === 'transfer' && !reader.seesWholeOrg) return null;
  if (dealPartnerOrgId === reader.partnerOrgId) return 'giving_partner';
  return to !== null && to === reader.partnerOrgId ? 'receiving_partner' : null;
}

/** What a party may do with a request now: whoever asked takes it back, whoever is asked decides. */
export function changeActionsOf(party: Party | null, change: ChangeStanding): DealChange['actions'] {
  if (party === null || change.status !== 'requested') return [];
  const asked = change.requested_side === 'vendor' ? 'vendor' : 'giving_partner';
  if (party === asked) return ['withdraw'];
  if (change.kind !== 'transfer') return party === 'vendor' ? ['approve', 'reject'] : [];
  if (change.agreed_by.includes(party)) return [];
  // Who would have the deal is asked when who has it has agreed.
  return party === 'giving_partner' || change.agreed_by.includes('giving_partner') ? ['approve', 'reject'] : [];
}
