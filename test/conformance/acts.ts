import assert from 'node:assert/strict';
import type {LeadOffer} from '@portico/contract';
import {ApiError} from '@portico/client';
import type {Stage} from './backend.ts';

let count = 0;

/** A lead of a customer that nobody else has. */
export function newLead() {
  const number = ++count;
  return {
    title: `Lead ${number}`,
    company: {name: `Customer ${number} Oy`, website: `https://customer-${number}.example`, industry: 'Food', country: 'FI'},
    contact: {firstName: 'Aino', lastName: `Hidden${number}`, email: `aino@customer-${number}.example`},
    consent: {purposes: ['partner_contact'], textVersion: '1', at: '2026-01-01T00:00:00Z', source: 'web form'},
    route: false,
  };
}

/** A lead on offer to the stage's partner, as the partner sees it. */
export async function offerLead({vendor, partner, partnerOrgId}: Stage): Promise<LeadOffer> {
  const {lead} = await vendor.leads.create(newLead());
  const {offer} = await vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId, override: true});
  assert.ok(offer);
  return partner.leadOffers.get({id: offer.id});
}

/** The same, accepted. */
export async function acceptLead(stage: Stage): Promise<LeadOffer> {
  const {id, version} = await offerLead(stage);
  return stage.partner.leadOffers.accept({id, version});
}

/** Expects a call to be refused with this code. */
export async function refuses(code: string, call: Promise<unknown>): Promise<ApiError> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof ApiError, String(error));
    assert.equal(error.code, code, error.message);
    return error;
  }
  assert.fail(`The call was not refused with ${code}.`);
}
