import type {LeadOfferStatus} from '@portico/contract';
import type {Insertable, Selectable, Updateable} from 'kysely';
import type {LeadOfferTable} from '../database/lead-tables.ts';
import type {Scope} from '../database/scope.ts';
import type {OfferClocks} from './deadline.rules.ts';

/** An offer under the lock of its lead: what decisions look at. */
export interface HeldOffer extends OfferClocks {
  readonly id: string;
  readonly leadId: string;
  readonly partnerOrgId: string;
  readonly version: number;
  /** The version of the last edit; what came after it opened, read or reminded only. */
  readonly editedVersion: number;
  readonly status: LeadOfferStatus;
  readonly exclusive: boolean;
  readonly assigneeId: string | null;
  readonly unread: boolean;
  readonly routingDecisionId: string | null;
  readonly firstViewedAt: string | null;
  readonly firstContactAt: string | null;
  readonly deadlineAt: string | null;
  readonly remindAt: string | null;
  readonly remindersSent: number;
  /** When the clock looks at it next. */
  readonly dueAt: string | null;
}

/** An offer's columns as they are written. */
export type OfferChanges = Updateable<LeadOfferTable>;
export type NewOffer = Omit<Insertable<LeadOfferTable>, 'tenant_id'>;

/** The lead of an offer and who may see the offer, without a lock: whoever acts locks the lead first. */
export async function findOfferPlace({db, tenantId}: Scope, id: string): Promise<{leadId: string; partnerOrgId: string; assigneeId: string | null} | undefined> {
  const row = await db.selectFrom('lead_offer').select(['lead_id', 'partner_org_id', 'assignee_id']).where('tenant_id', '=', tenantId).where('lead_offer_id', '=', id).executeTakeFirst();
  return row && {leadId: row.lead_id, partnerOrgId: row.partner_org_id, assigneeId: row.assignee_id};
}

/** Every offer of a lead, oldest first. The lead is locked before, and nobody changes an offer without that lock. */
export async function getOffersOf({db, tenantId}: Scope, leadId: string): Promise<HeldOffer[]> {
  const rows = await db.selectFrom('lead_offer').selectAll().where('tenant_id', '=', tenantId).where('lead_id', '=', leadId).orderBy('offered_at').orderBy('lead_offer_id').execute();
  return rows.map(toHeldOffer);
}

export async function insertOffer({db, tenantId}: Scope, offer: NewOffer): Promise<HeldOffer> {
  return toHeldOffer(await db.insertInto('lead_offer').values({...offer, tenant_id: tenantId}).returningAll().executeTakeFirstOrThrow());
}

/** Changes an offer. Its version rises by itself. */
export async function updateOffer({db, tenantId}: Scope, id: string, changes: OfferChanges): Promise<HeldOffer> {
  return toHeldOffer(await db.updateTable('lead_offer').set(changes).where('tenant_id', '=', tenantId).where('lead_offer_id', '=', id).returningAll().executeTakeFirstOrThrow());
}

function toHeldOffer(row: Selectable<LeadOfferTable>): HeldOffer {
  return {
    id: row.lead_offer_id,
    leadId: row.lead_id,
    partnerOrgId: row.partner_org_id,
    version: row.version,
    editedVersion: row.edited_version ?? row.version,
    status: row.status as LeadOfferStatus,
    exclusive: row.exclusive,
    assigneeId: row.assignee_id,
    unread: row.unread,
    routingDecisionId: row.routing_decision_id,
    offeredAt: row.offered_at,
    acceptBy: row.accept_by,
    firstViewedAt: row.first_viewed_at,
    acceptedAt: row.accepted_at,
    actBy: row.act_by,
    idleBy: row.idle_by,
    firstContactAt: row.first_contact_at,
    lastActivityAt: row.last_activity_at,
    deadlineAt: row.sort_deadline === 'infinity' ? null : row.sort_deadline,
    remindAt: row.remind_at,
    remindersSent: row.reminders_sent,
    dueAt: row.due_at,
  };
}
