import {ApiError} from '@portico/client';
import type {DealFields, DealRegistration, Receipt} from '@portico/contract';
import {dealFromLead} from '@portico/contract/deal-from-lead';
import type {PortalController} from '../portal/portal.controller.ts';
import {type DealSubject, draftKeyOf, isOpenToChange} from './deal-registration.model.ts';
import {type Values, valuesOf} from './deal-values.model.ts';
import {DraftKeeper, type KeeperOptions} from './draft-keeper.ts';
import {LocalDraft, type Kept} from './local-draft.ts';

/** A form's draft as it was found. */
export interface OpenedDraft {
  readonly keeper: DraftKeeper;
  /** Proof of the submission, when that is what became of it. */
  readonly receipt: Receipt | undefined;
  /** Whether it goes on with what was typed in another visit. */
  readonly isContinued: boolean;
}

/** What the draft needs of its form. */
export type OpenDraftOptions = Pick<KeeperOptions, 'form' | 'locale' | 'changed'> & {readonly types: readonly DealFields['registrationType'][]};

/**
 * Finds what a form begins with: the copy on this device, the registration at the server, the lead, or what the page brings.
 *
 * @throws ApiError when the server is needed for that and does not answer.
 */
export async function openDraft(portal: PortalController, subject: DealSubject, {types, ...options}: OpenDraftOptions): Promise<OpenedDraft> {
  const {key, kept} = await findKept(portal, subject);
  const {registrationId, leadOfferId} = subject;
  const id = registrationId ?? (typeof kept?.[':id'] === 'string' ? kept[':id'] : undefined);
  const registration = id === undefined ? undefined : await read(portal, id, registrationId === undefined);
  const keeper = new DraftKeeper({...options, portal, key, origin: leadOfferId ? {leadOfferId} : {}});
  const locale = options.locale();
  if (registration && !isOpenToChange(registration) && typeof kept?.[':submitKey'] !== 'string') {
    if (registrationId === undefined) {
      // Submitted or given up elsewhere: here it is over, and a new one begins.
      await keeper.local.clear();
      return openDraft(portal, subject, {types, ...options});
    }
    keeper.start(registration, valuesOf(registration, locale), undefined);
    return {keeper, receipt: registration.submittedAt === null ? undefined : await findReceipt(portal, registration), isContinued: false};
  }
  // The draft that was kept here is gone at the server: what was typed starts another.
  const usable = id !== undefined && !registration && kept ? {...kept, ':id': null, ':synced': null, ':version': null} : kept;
  const base = registration ? valuesOf(registration, locale) : usable ? {} : await beginning(portal, subject, types, locale);
  keeper.start(registration, base, usable);
  return {keeper, receipt: undefined, isContinued: usable !== undefined && registrationId === undefined};
}

/** A draft that began as a new one is kept under that name still. */
async function findKept(portal: PortalController, subject: DealSubject): Promise<{key: string; kept: Kept | undefined}> {
  const key = draftKeyOf(subject);
  const kept = await new LocalDraft(portal, key).read();
  if (kept || !subject.registrationId) return {key, kept};
  const newKey = draftKeyOf({prefill: {}});
  const begun = await new LocalDraft(portal, newKey).read();
  return begun?.[':id'] === subject.registrationId ? {key: newKey, kept: begun} : {key, kept: undefined};
}

async function read(portal: PortalController, id: string, mayBeGone: boolean): Promise<DealRegistration | undefined> {
  try {
    return await portal.client.dealRegistrations.get({id});
  } catch (error) {
    if (mayBeGone && error instanceof ApiError && error.problem.status === 404) return undefined;
    throw error;
  }
}

async function findReceipt({client}: PortalController, {id}: DealRegistration): Promise<Receipt | undefined> {
  const {items} = await client.receipts.list({dealRegistrationId: id, limit: 1});
  return items[0];
}

/** What a new form holds before anybody types. */
async function beginning({client}: PortalController, {leadOfferId, prefill}: DealSubject, types: OpenDraftOptions['types'], locale: string): Promise<Values> {
  const registrationType = prefill.registrationType ?? types[0] ?? 'resale';
  const lead = leadOfferId === undefined ? null : (await client.leadOffers.get({id: leadOfferId})).lead;
  const fromLead = lead ? {name: lead.title, estimatedAmount: lead.estimatedValue, ...dealFromLead(lead)} : {};
  return {...valuesOf(fromLead, locale), ...valuesOf({...prefill, registrationType}, locale)};
}
