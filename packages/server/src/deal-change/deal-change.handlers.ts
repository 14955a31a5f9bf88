import type {Api, DealChange, DealEvent} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {dealDoerOf, inDeal} from '../deal-flow/act-on-deal.ts';
import {moveDeal, type DealCase} from '../deal-flow/deal-case.ts';
import {findDealPartner} from '../deal-flow/deal-program.queries.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {widensProducts} from './amendment.rules.ts';
import {expectNoConflict} from './apply-change.ts';
import {findChange, listChanges} from './deal-change.queries.ts';
import {approveChange, rejectChange, withdrawChange} from './decide-change.ts';
import {endOfDay, extensionRefusalOf} from './extension.rules.ts';
import {insertChange} from './held-change.queries.ts';

export const dealChangeHandlers: Handlers<Api['dealChanges']> = {
  list: ({input, scope}) => listChanges(scope, input),

  extend: ({input: {dealRegistrationId, protectedUntilOn, note}, scope}) =>
    ask(scope, dealRegistrationId, 'request_extension', async held => {
      const {policy} = held.program;
      const refusal = extensionRefusalOf(policy.extension, held.deal, endOfDay(protectedUntilOn, held.program.timeZone), held.now);
      if (refusal !== null) throw problem('deal_extension_not_allowed', {detail: refusal});
      return {columns: {kind: 'extension', note, protected_until_on: protectedUntilOn}, data: {until: protectedUntilOn}};
    }),

  amend: ({input: {dealRegistrationId, amendment, note}, scope}) =>
    ask(scope, dealRegistrationId, 'request_amendment', async held => {
      if (Object.values(amendment).every(value => value === undefined)) throw invalid('/amendment', 'empty', 'Say what is to change.');
      const unknown = (amendment.lines ?? []).findIndex(({product}) => !isSold(held, product));
      if (unknown >= 0) throw invalid(`/amendment/lines/${unknown}/product`, 'option_unknown', 'The programme does not have this product, or you may not sell it.');
      const needsNewApproval = widensProducts(amendment, {lines: held.deal.lines as {product: string}[], amount: null});
      return {columns: {kind: 'amendment', note, amendment: JSON.stringify(amendment), needs_new_approval: needsNewApproval}};
    }),

  transfer: ({input: {dealRegistrationId, toPartnerOrgId, note}, scope}) =>
    ask(scope, dealRegistrationId, 'propose_transfer', async held => {
      const partner = await findDealPartner(held.scope, toPartnerOrgId);
      if (partner?.status !== 'active') throw problem('partner_org_not_found');
      if (partner.id === held.deal.partner_org_id) throw invalid('/toPartnerOrgId', 'same_partner', 'Must be another partner than the one who has the deal.');
      await expectNoConflict(held);
      return {columns: {kind: 'transfer', note, to_partner_org_id: partner.id, agreed_by: ['vendor']}};
    }),

  approve: async ({input, scope}) => after(scope, await approveChange(scope, input)),
  reject: async ({input, scope}) => after(scope, await rejectChange(scope, input)),
  withdraw: async ({input, scope}) => after(scope, await withdrawChange(scope, input)),
};

function isSold({program, partner}: DealCase, product: string): boolean {
  return program.products.includes(product) && (partner.products.length === 0 || partner.products.includes(product));
}

interface Asked {
  readonly columns: Parameters<typeof insertChange>[2];
  /** For the story. */
  readonly data?: Readonly<Record<string, string>>;
}

async function ask(scope: Scope, dealId: string, event: DealEvent, work: (held: DealCase) => Promise<Asked>): Promise<DealChange> {
  const by = dealDoerOf(scope);
  const id = await inDeal(scope, {id: dealId}, event, async held => {
    const {columns, data} = await work(held);
    const change = await insertChange(held, by, columns);
    await moveDeal(held, event, {by, comment: columns.note, ...(data ? {data} : {})});
    return change.deal_change_id;
  });
  return after(scope, id);
}

async function after(scope: Scope, id: string): Promise<DealChange> {
  const change = await findChange(scope, id);
  if (!change) throw problem('deal_change_not_found');
  return change;
}

function invalid(pointer: string, code: string, message: string): Error {
  return problem('input_invalid', {errors: [{pointer, code, message}]});
}
