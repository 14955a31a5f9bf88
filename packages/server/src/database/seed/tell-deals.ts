import {DealPolicy} from '@portico/contract';
import {snapshotAnswers} from '@portico/contract/deal-form-rules';
import {nowText, type Context} from '../../context.ts';
import {insertChange} from '../../deal-change/held-change.queries.ts';
import {changeDeal, moveDeal, openDeal, publishDealNews, type DealCase, type Doer} from '../../deal-flow/deal-case.ts';
import {afterDays} from '../../deal-flow/deal-clock.rules.ts';
import {draftDeal} from '../../deal-flow/draft-deal.ts';
import {submitDeal} from '../../deal-flow/submit-deal.ts';
import {approveDeal, rejectDeal, sendForApproval, type Reviewer} from '../../deal-flow/approve-deal.ts';
import {dealDeadlines} from '../../jobs/deal-deadlines.ts';
import {startNews} from '../../lead-flow/news.ts';
import type {Scope} from '../scope.ts';
import {dealForm, dealPolicyOf, listPrices, rates} from './deal-programme.data.ts';
import {scriptOf, type DealStep} from './deal-scripts.ts';
import {deals, type DealSeed} from './deals.data.ts';
import type {Organisation} from './organisation.ts';
import {levels} from './programme.data.ts';

/** Writes the rules and the form for deals; what is there already stays as it is. */
export async function writeDealProgramme({db, tenantId, programId, context}: Scope): Promise<void> {
  const row = await db.selectFrom('program').select(['deal_policy', 'levels']).where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirstOrThrow();
  if (Object.keys(row.deal_policy as object).length > 0) return;
  const known = row.levels as {id: string; name: string}[];
  const levelIds = new Map(levels.flatMap(({key, name}) => known.filter(level => level.name === name).map(({id}) => [key as string, id] as const)));
  const now = nowText(context);
  await db.updateTable('program').set({deal_policy: JSON.stringify(DealPolicy.parse(dealPolicyOf(levelIds))), updated_at: now}).where('tenant_id', '=', tenantId).where('program_id', '=', programId).execute();
  const {registrationTypes, standardFields, fields} = dealForm;
  await db
    .insertInto('deal_form')
    .values({tenant_id: tenantId, program_id: programId, registration_types: registrationTypes, standard_fields: JSON.stringify(standardFields), fields: JSON.stringify(fields), created_at: now, updated_at: now})
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/**
 * Tells the stories of all deals in the order in which things happened, by the very functions that requests and the clock use: the places in the queue and the receipts
 * are as they would have been. Reminders and deadlines between two acts happen as well.
 */
export async function tellDeals(scope: Scope, {partnerIds, personIds}: Organisation): Promise<void> {
  const {db, tenantId, context} = scope;
  const told = await db.selectFrom('deal_registration').select('external_id').where('tenant_id', '=', tenantId).where('external_id', 'like', 'demo-deal-%').limit(1).executeTakeFirst();
  if (told) return;
  const nowMs = context.now();
  const ids = new Map<DealSeed, string>();
  const steps = deals.flatMap((deal, index) => scriptOf(deal).flatMap(([step, after]) => ({deal, index, step, atMs: nowMs - (deal.daysAgo - after) * 86_400_000})));
  for (const {deal, index, step, atMs} of steps.filter(each => each.atMs <= nowMs).toSorted((a, b) => a.atMs - b.atMs)) {
    await passTo(scope, atMs);
    const then = at(scope, atMs);
    const owner: Doer = {side: 'partner', personId: personIds.get(deal.owner) ?? null};
    if (step === 'create') ids.set(deal, await create(then, deal, index, {partnerOrgId: partnerIds.get(deal.partner) ?? '', owner}));
    else await act(then, ids, deal, step, {owner, vendor: {side: 'vendor', personId: personIds.get('v-elin') ?? null, roles: ['channel_manager', 'channel_admin']}});
  }
  await passTo(scope, nowMs);
}

function at(scope: Scope, atMs: number): Scope {
  const context: Context = {...scope.context, now: () => Math.round(atMs)};
  return {...scope, context};
}

/** Lets everything happen that was due before an instant, each at its time. */
async function passTo(scope: Scope, untilMs: number): Promise<void> {
  for (;;) {
    const {due_at: dueAt} = await scope.db.selectFrom('deal_registration').select(eb => eb.fn.min('due_at').as('due_at')).where('tenant_id', '=', scope.tenantId).executeTakeFirstOrThrow();
    if (dueAt === null || Date.parse(dueAt) > untilMs || (await dealDeadlines.run(at(scope, Date.parse(dueAt)))) === 0) return;
  }
}

async function create(scope: Scope, deal: DealSeed, index: number, {partnerOrgId, owner}: {readonly partnerOrgId: string; readonly owner: Doer}): Promise<string> {
  const [name, domain, country, city, taxId = null] = deal.customer;
  const [firstName, lastName, jobTitle] = deal.contact;
  const given = [{key: 'budget_approved', value: index % 3 !== 1}, ...(index % 3 === 1 ? [] : [{key: 'budget_from', value: ['production', 'maintenance', 'it'][index % 2] ?? 'it'}])];
  const news = startNews();
  const held = await draftDeal(
    scope,
    news,
    {
      partnerOrgId,
      ownerId: owner.personId,
      draftedBy: 'partner',
      externalId: `demo-deal-${String(index + 1).padStart(2, '0')}`,
      registrationType: deal.type ?? 'resale',
      name: deal.name,
      customer: {name, website: `https://${domain.replace(/^(www\.)?/, 'www.')}`, taxId, country, region: null, postalCode: null, city, street: null, relationship: index % 4 === 0 ? 'We service their machines.' : null},
      contact: {firstName, lastName, jobTitle, email: `${asciiOf(firstName)}.${asciiOf(lastName)}@${domain.replace('www.', '')}`, phone: null, consent: null},
      lines: deal.lines.map(([product, quantity, discountPercent = 0]) => ({product, quantity, unitPrice: {amountMinor: Math.round(listPrices[product] * rates[deal.currency]), currency: deal.currency}, discountPercent})),
      expectedCloseOn: afterDays(nowText(scope.context), deal.closesIn + deal.daysAgo).slice(0, 10),
      competitors: [...(deal.competitors ?? [])],
      answers: snapshotAnswers(dealForm, deal.type === 'renewal' ? [...given, {key: 'contract_end', value: afterDays(nowText(scope.context), 60).slice(0, 10)}] : given),
    },
    owner,
  );
  await publishDealNews(scope, news);
  return held.deal.deal_registration_id;
}

/** Lower case without accents. */
function asciiOf(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/[^a-z]/g, '');
}

async function act(scope: Scope, ids: ReadonlyMap<DealSeed, string>, deal: DealSeed, step: DealStep, who: {readonly owner: Doer; readonly vendor: Reviewer}): Promise<void> {
  const news = startNews();
  const held = await openDeal(scope, news, ids.get(deal) ?? '');
  if (!held) return;
  await doStep(held, ids, deal, step, who);
  await publishDealNews(scope, news);
}

async function doStep(held: DealCase, ids: ReadonlyMap<DealSeed, string>, {words: comment, reason = 'other', stage, customer}: DealSeed, step: DealStep, {owner, vendor}: {readonly owner: Doer; readonly vendor: Reviewer}): Promise<unknown> {
  const {policy} = held.program;
  switch (step) {
    case 'create':
      return undefined;
    case 'submit':
      return submitDeal(held, {by: owner, ...(policy.terms ? {acceptTermsVersion: policy.terms.version} : {})});
    case 'assign':
      return moveDeal(held, 'assign', {by: vendor, changes: {reviewer_id: vendor.personId}});
    case 'ask': {
      const dueAt = afterDays(held.now, policy.infoDueDays);
      return moveDeal(held, 'request_info', {by: vendor, comment, changes: {info_request: JSON.stringify({fields: ['customer.taxId', 'description', 'evidence'], comment, dueAt}), info_due_at: dueAt}});
    }
    case 'send_for_approval':
      return sendForApproval(held, vendor);
    case 'approve':
      return held.deal.status === 'under_review' && (held.deal.estimated_minor ?? 0) >= 10_000_000 && held.deal.estimated_currency === 'EUR' ? approveByAll(held, vendor) : approveDeal(held, vendor);
    case 'reject':
      return rejectDeal(held, vendor, {reason: reason as Parameters<typeof rejectDeal>[2]['reason'], comment});
    case 'mark_duplicate': {
      const [first] = [...ids].filter(([other]) => other.customer[0] !== customer[0] && other.customer[1] === customer[1].replace('www.', '')).map(([, id]) => id);
      return moveDeal(held, 'mark_duplicate', {by: vendor, reason: 'duplicate', changes: {duplicate_of_id: first ?? null}});
    }
    case 'cancel':
      return moveDeal(held, 'cancel', {by: vendor, comment});
    case 'convert':
      return moveDeal(held, 'convert', {by: vendor, changes: {opportunity_ref: 'OPP-20417'}});
    case 'stage': {
      const {key, probability} = policy.stages.find(each => each.key === stage) ?? {key: 'qualified', probability: 10};
      const due = afterDays(held.now, 21).slice(0, 10);
      return moveDeal(held, 'set_stage', {by: owner, data: {stage: key}, changes: {stage: key, probability, stage_changed_at: held.now, ...(comment ? {next_step: comment, next_step_due: due} : {})}});
    }
    case 'extend':
      await insertChange(held, owner, {kind: 'extension', note: comment ?? '', protected_until_on: afterDays(held.deal.protected_until ?? held.now, 45).slice(0, 10)});
      return moveDeal(held, 'request_extension', {by: owner, comment});
    case 'withdraw':
      return moveDeal(held, 'withdraw', {by: owner, reason, comment});
    case 'win':
    case 'lose':
      return moveDeal(held, step, {by: owner, ...(step === 'lose' ? {reason} : {}), comment, changes: {stage: step === 'win' ? 'won' : 'lost', probability: step === 'win' ? 100 : 0, stage_changed_at: held.now}});
    case 'confirm_win':
      return moveDeal(held, 'confirm_win', {by: vendor, changes: {win_confirmed_at: held.now}});
    case 'void':
      return moveDeal(held, 'void', {by: vendor, comment});
  }
}

/** Large deals take both steps of their rule. */
async function approveByAll(held: DealCase, vendor: Reviewer): Promise<void> {
  await sendForApproval(held, vendor);
  while (held.deal.status === 'pending_approval') await approveDeal(held, vendor);
  await changeDeal(held, {});
}
