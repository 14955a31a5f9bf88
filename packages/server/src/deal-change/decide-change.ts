import type {DealChange} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {dealDoerOf} from '../deal-flow/act-on-deal.ts';
import type {Reviewer} from '../deal-flow/approve-deal.ts';
import {changeDeal, openDeal, type DealCase} from '../deal-flow/deal-case.ts';
import {isOver, isProtected} from '../deal-flow/deal-clock.rules.ts';
import {publishDealNews, tellDealStory, tellOfDeal, theClock} from '../deal-flow/deal-story.ts';
import {dealReaderOf} from '../deal-registration/deal-reader.rules.ts';
import {startNews} from '../lead-flow/news.ts';
import {expectVersion, problem} from '../problem.ts';
import {applyAmendment, applyExtension, applyTransfer} from './apply-change.ts';
import {findChange} from './deal-change.queries.ts';
import {changeActionsOf, partyOf, type Party} from './deal-change.rules.ts';
import {closeOpenChanges, getChange, updateChange, type HeldChange} from './held-change.queries.ts';

interface Deciding {
  readonly id: string;
  readonly version: number;
  readonly comment?: string | undefined;
}

/** Agrees to a request; it takes effect when all who are asked have agreed. @returns Its id. */
export function approveChange(scope: Scope, input: Deciding): Promise<string> {
  return decide(scope, input, 'approve', async (held, change, by, party) => {
    if (!isProtected(held.deal.status) || isOver(held.deal, held.now)) throw problem('deal_status_conflict');
    if (change.kind === 'transfer' && party === 'giving_partner') {
      await updateChange(held, change.id, {agreed_by: [...change.agreed_by, party]});
      await tell(held, change, 'agreed', by);
      tellOther(held, change, 'offer_transfer');
      return;
    }
    const decision = {decided_by: by.personId, decided_at: held.now, comment: input.comment ?? null};
    await updateChange(held, change.id, {status: 'approved', ...decision, ...(party === 'receiving_partner' ? {agreed_by: [...change.agreed_by, party]} : {})});
    if (change.kind === 'extension') await applyExtension(held, change);
    else if (change.kind === 'amendment') await applyAmendment(held, change, by);
    else {
      await closeOpenChanges(held);
      await applyTransfer(held, change);
      return;
    }
    await tell(held, change, 'approved', by, input.comment);
  });
}

/** Says no. @returns Its id. */
export function rejectChange(scope: Scope, input: Deciding): Promise<string> {
  return decide(scope, input, 'reject', async (held, change, by) => {
    await updateChange(held, change.id, {status: 'rejected', decided_by: by.personId, decided_at: held.now, comment: input.comment ?? null});
    // Which of two partners said no, and why, is between them and the vendor.
    await tell(held, change, 'rejected', change.kind === 'transfer' ? theClock : by, change.kind === 'transfer' ? undefined : input.comment);
    if (change.agreed_by.includes('giving_partner')) tellOther(held, change, 'transfer_rejected');
  });
}

/** Takes a request back. @returns Its id. */
export function withdrawChange(scope: Scope, input: Deciding): Promise<string> {
  return decide(scope, input, 'withdraw', async (held, change, by) => {
    await updateChange(held, change.id, {status: 'withdrawn', decided_by: by.personId, decided_at: held.now, comment: input.comment ?? null});
    await tell(held, change, 'withdrawn', by, input.comment);
    if (change.agreed_by.includes('giving_partner')) tellOther(held, change, 'transfer_withdrawn');
  });
}

type Held = HeldChange & {readonly id: string};

async function decide(scope: Scope, input: Deciding, action: DealChange['actions'][number], act: (held: DealCase, change: Held, by: Reviewer, party: Party) => Promise<void>): Promise<string> {
  const seen = await findChange(scope, input.id);
  if (!seen) throw problem('deal_change_not_found');
  const reader = dealReaderOf(scope);
  await elevated(scope, async system => {
    const held = await openDeal(system, startNews(), seen.dealRegistrationId);
    const row = await getChange(system, input.id);
    if (!held || !row) throw problem('deal_change_not_found');
    if (row.status !== 'requested') throw problem('deal_change_decided');
    await expectVersion(row, input.version, async () => seen);
    const party = partyOf(reader, row, held.deal.partner_org_id);
    // A colleague who only sees the deal, or a distributor, reads on and decides nothing.
    const isOwner = party !== 'giving_partner' || reader.seesWholeOrg || held.deal.owner_id === reader.personId;
    if (party === null || !isOwner || !changeActionsOf(party, row).includes(action)) throw problem('forbidden');
    await act(held, {...row, id: input.id}, {...dealDoerOf(scope), roles: scope.roles}, party);
    await publishDealNews(system, held.news);
  });
  return input.id;
}

/** Writes what became of a request into the story and announces it; the registration shows its open requests, so it is a new version. */
async function tell(held: DealCase, change: HeldChange, outcome: 'agreed' | 'approved' | 'rejected' | 'withdrawn', by: Pick<Reviewer, 'side' | 'personId'>, body?: string): Promise<void> {
  if (outcome !== 'approved') await changeDeal(held, {});
  const event = `${change.kind}_${outcome}`;
  await tellDealStory(held, event, {by, data: change.protected_until_on === null ? {} : {until: change.protected_until_on}, ...(body ? {body} : {})});
  tellOfDeal(held, event);
}

/** Lets whoever would have the deal hear of the transfer. */
function tellOther({news, deal}: DealCase, change: HeldChange, action: string): void {
  if (change.to_partner_org_id !== null) news.changes.push({resource: 'deal_registration', id: deal.deal_registration_id, action, partnerOrgId: change.to_partner_org_id, toVendor: false});
}
