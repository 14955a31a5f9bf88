import assert from 'node:assert/strict';
import type {Client} from '@portico/client';
import type {DealRegistration, Receipt} from '@portico/contract';
import type {Stage} from './backend.ts';

let count = 0;

export type NewDeal = Parameters<Client['dealRegistrations']['create']>[0];

/** A deal with a customer that nobody else has, with all that a form may ask for. */
export function newDeal(changes: Partial<NewDeal> = {}) {
  const number = ++count;
  return {
    name: `Deal ${number}`,
    customer: {name: `Deal Customer ${number} Oy`, website: `https://www.deal-customer-${number}.example`, country: 'FI'},
    contact: {firstName: 'Kaisa', lastName: `Secret${number}`, email: `kaisa@deal-customer-${number}.example`},
    lines: [{product: 'Aurora Edge', quantity: 3, unitPrice: {amountMinor: 120_050, currency: 'EUR'}, discountPercent: 10}],
    expectedCloseOn: '2027-06-30',
    ...changes,
  };
}

/** Submits a draft, with the terms that the programme has. */
export async function submit({key}: Stage, client: Client, {id, version}: {id: string; version: number}): Promise<{registration: DealRegistration; receipt: Receipt}> {
  const {terms} = (await key.program.get({})).dealPolicy;
  return client.dealRegistrations.submit({id, version, ...(terms ? {acceptTermsVersion: terms.version} : {})});
}

/** A submitted registration as its partner sees it. */
export async function submitted(stage: Stage, changes: Partial<NewDeal> = {}, client: Client = stage.partner): Promise<DealRegistration> {
  return (await submit(stage, client, await client.dealRegistrations.create(newDeal(changes)))).registration;
}

/** A registration under review, as the vendor sees it. */
export async function underReview(stage: Stage, changes: Partial<NewDeal> = {}, client: Client = stage.partner): Promise<DealRegistration> {
  const {id, version} = await submitted(stage, changes, client);
  return stage.vendor.dealReviews.assign({id, version});
}

/** A protected registration as its partner sees it. */
export async function approved(stage: Stage, changes: Partial<NewDeal> = {}, client: Client = stage.partner): Promise<DealRegistration> {
  const {id, version} = await underReview(stage, changes, client);
  await stage.vendor.dealReviews.approve({id, version});
  return client.dealRegistrations.get({id});
}

/** Changes the programme's rules for deals. */
export async function setDealPolicy({key}: Stage, dealPolicy: NonNullable<Parameters<Client['program']['update']>[0]['dealPolicy']>): Promise<void> {
  const {version} = await key.program.get({});
  await key.program.update({version, dealPolicy});
}

/** A colleague of the stage's partner, or somebody at another partner. */
export interface Somebody {
  readonly client: Client;
  readonly partnerOrgId: string;
  readonly personId: string;
}

/** Somebody new at an organisation. */
export async function newPerson({key, as}: Stage, partnerOrgId: string, role: 'org_admin' | 'sales_rep'): Promise<Somebody> {
  const {id: personId} = await key.people.create({name: `Person ${++count}`, memberships: [{partnerOrgId, roles: [role]}]});
  const {token} = await key.embedSessions.create({personId, partnerOrgId});
  return {client: as(token), partnerOrgId, personId};
}

/** Another partner, who knows nothing of the first. */
export async function newRival(stage: Stage): Promise<Somebody> {
  const {id} = await stage.key.partnerOrgs.create({name: `Rival ${++count}`});
  return newPerson(stage, id, 'org_admin');
}

/** Expects that what a reader was told holds none of these words. */
export function tellsNothing(told: unknown, words: readonly (string | null | undefined)[]): void {
  const text = JSON.stringify(told);
  for (const word of words) {
    assert.ok(word);
    assert.equal(text.includes(word), false, `It holds ${word}.`);
  }
}
