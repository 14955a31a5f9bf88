import assert from 'node:assert/strict';
import {it} from 'node:test';
import {verifyReceipt} from '@portico/contract/receipt-proof';
import {acceptLead, refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {approved, newDeal, newPerson, newRival, setDealPolicy, submit, submitted, underReview} from './deal-acts.ts';

export function dealRegistrationSuite(backend: () => Backend): void {
  it('is filled in from the lead that became it, and linked both ways', async () => {
    const stage = await backend().newStage();
    const {id, version, leadId, lead} = await acceptLead(stage);
    const converted = await stage.partner.leadOffers.convert({id, version, dealName: 'Line two'});
    assert.equal(converted.status, 'converted');
    assert.ok(converted.dealRegistrationId);
    const deal = await stage.partner.dealRegistrations.get({id: converted.dealRegistrationId});
    assert.deepEqual([deal.leadOfferId, deal.leadId, deal.name, deal.status, deal.source], [id, leadId, 'Line two', 'draft', 'vendor_assigned']);
    assert.equal(deal.customer.name, lead?.company.name);
    assert.deepEqual((await stage.partner.dealRegistrations.list({})).items.map(each => each.id), [deal.id]);
    await refuses('lead_offer_status_conflict', stage.partner.leadOffers.return({id, version: converted.version, reason: 'other'}));
  });

  it('is a draft that the partner has to itself, and adds its lines up', async () => {
    const {partner, vendor} = await backend().newStage();
    const draft = await partner.dealRegistrations.create(newDeal());
    assert.deepEqual([draft.status, draft.number, draft.standing, draft.review, draft.version], ['draft', null, null, null, 1]);
    // 3 × 1200.50 less ten percent.
    assert.deepEqual(draft.estimatedAmount, {amountMinor: 324_135, currency: 'EUR'});
    assert.ok(draft.actions.includes('update') && draft.actions.includes('submit'));
    await refuses('deal_registration_not_found', vendor.dealRegistrations.get({id: draft.id}));
    assert.equal((await vendor.dealRegistrations.counts({})).draft, 0);
    const {version} = await partner.dealRegistrations.update({id: draft.id, version: 1, customer: {city: 'Tampere'}, competitors: ['Isra']});
    const changed = await partner.dealRegistrations.get({id: draft.id});
    assert.deepEqual([changed.customer.city, changed.customer.name, changed.competitors, changed.version], ['Tampere', draft.customer.name, ['Isra'], version]);
    const late = await refuses('version_conflict', partner.dealRegistrations.update({id: draft.id, version: 1, name: 'Late'}));
    assert.equal((late.problem.current as {version: number}).version, version);
  });

  it('names what is missing, and takes its place with a receipt that can be checked', async () => {
    const stage = await backend().newStage();
    const empty = await stage.partner.dealRegistrations.create({});
    const refused = await refuses('input_invalid', submit(stage, stage.partner, empty));
    const pointers = refused.problem.errors?.map(({pointer}) => pointer) ?? [];
    for (const pointer of ['/name', '/customer/name', '/customer/country']) assert.ok(pointers.includes(pointer), pointer);
    const {registration, receipt} = await submit(stage, stage.partner, await stage.partner.dealRegistrations.create(newDeal()));
    assert.deepEqual([registration.status, registration.standing], ['submitted', 'first']);
    assert.match(registration.number ?? '', /^DR-\d{6}$/);
    assert.ok(registration.submittedAt && registration.reviewDueAt && registration.reviewDueAt > registration.submittedAt);
    assert.deepEqual([receipt.statement.number, receipt.statement.submittedAt, receipt.statement.standing], [registration.number, registration.submittedAt, 'first']);
    assert.deepEqual((await verifyReceipt(receipt)).findings, []);
    await refuses('deal_status_conflict', stage.partner.dealRegistrations.update({id: registration.id, version: registration.version, name: 'Later'}));
  });

  it('puts the second behind the first, and tells it nothing else', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const first = await submitted(stage);
    const {name, customer, contact, lines} = first;
    const same = {customer: {name: 'Somebody else', website: customer.website ?? '', country: 'FI'}, contact: {...contact, consent: undefined}, lines};
    const behind = await submitted(stage, same, rival.client);
    assert.equal(behind.standing, 'behind');
    const told = JSON.stringify([behind, await rival.client.dealRegistrations.list({}), await rival.client.dealRegistrations.counts({})]);
    for (const word of [first.id, first.number ?? '', stage.partnerOrgId, name ?? '']) assert.equal(told.includes(word), false, word);
    await refuses('deal_registration_not_found', rival.client.dealRegistrations.get({id: first.id}));
    // Another product of the same customer is another opportunity.
    assert.equal((await submitted(stage, {...same, lines: [{product: 'Aurora Care', quantity: 1}], estimatedAmount: {amountMinor: 500, currency: 'EUR'}}, rival.client)).standing, 'first');
    const {version} = await stage.partner.dealRegistrations.withdraw({id: first.id, version: first.version, reason: 'no_budget'});
    assert.ok(version > first.version);
    assert.equal((await rival.client.dealRegistrations.get({id: behind.id})).standing, 'first');
  });

  it('is registered once by one organisation, and again after it was taken back', async () => {
    const stage = await backend().newStage();
    const first = await submitted(stage);
    const copy = await stage.partner.dealRegistrations.create(newDeal({customer: {name: 'Other', website: first.customer.website ?? '', country: 'FI'}}));
    await refuses('deal_already_yours', submit(stage, stage.partner, copy));
    const recalled = await stage.partner.dealRegistrations.recall({id: first.id, version: first.version});
    assert.deepEqual([recalled.status, recalled.number, recalled.submittedAt], ['draft', first.number, null]);
    const {registration} = await submit(stage, stage.partner, copy);
    assert.equal(registration.standing, 'first');
  });

  it('takes as many open ones as the level allows', async () => {
    const stage = await backend().newStage();
    const org = await stage.key.partnerOrgs.get({id: stage.partnerOrgId});
    const {levels} = await stage.key.program.get({});
    const levelId = org.partnership.levelId ?? levels[0]?.id;
    // A programme without levels has no limits to test.
    if (levelId === undefined) return;
    if (org.partnership.levelId === null) await stage.key.partnerOrgs.update({id: org.id, version: org.version, partnership: {levelId}});
    await setDealPolicy(stage, {levelBenefits: [{levelId, marginPercent: null, priceList: null, capacity: 1}]});
    const {id, version} = await submitted(stage);
    assert.equal((await stage.partner.dealRegistrations.counts({})).capacityLeft, 0);
    const next = await stage.partner.dealRegistrations.create(newDeal());
    await refuses('deal_capacity_reached', submit(stage, stage.partner, next));
    await stage.partner.dealRegistrations.withdraw({id, version, reason: 'other'});
    assert.equal((await submit(stage, stage.partner, next)).registration.status, 'submitted');
  });

  it('wants the present terms', async () => {
    const stage = await backend().newStage();
    await setDealPolicy(stage, {terms: {version: 'T-2', url: 'https://partners.example.com/terms'}});
    const {id, version} = await stage.partner.dealRegistrations.create(newDeal());
    await refuses('deal_terms_not_accepted', stage.partner.dealRegistrations.submit({id, version}));
    await refuses('deal_terms_not_accepted', stage.partner.dealRegistrations.submit({id, version, acceptTermsVersion: 'T-1'}));
    const {registration} = await stage.partner.dealRegistrations.submit({id, version, acceptTermsVersion: 'T-2'});
    assert.equal(registration.termsVersion, 'T-2');
  });

  it('moves through the programme’s stages to its end, which the vendor confirms', async () => {
    const stage = await backend().newStage();
    const deal = await approved(stage);
    assert.deepEqual([deal.status, deal.stage, deal.standing], ['approved', 'qualified', null]);
    assert.ok(deal.protectedFrom && deal.protectedUntil && deal.protectedUntil > deal.protectedFrom);
    await refuses('deal_stage_unknown', stage.partner.dealRegistrations.setStage({id: deal.id, version: deal.version, stage: 'won'}));
    const moved = await stage.partner.dealRegistrations.setStage({id: deal.id, version: deal.version, stage: 'proposal', nextStep: {text: 'Call', dueOn: '2027-02-01'}});
    assert.deepEqual([moved.stage, moved.probability, moved.nextStep], ['proposal', 50, {text: 'Call', dueOn: '2027-02-01'}]);
    const won = await stage.partner.dealRegistrations.win({id: deal.id, version: moved.version, amount: {amountMinor: 5_000_000, currency: 'EUR'}});
    assert.deepEqual([won.status, won.stage, won.probability, won.estimatedAmount?.amountMinor, won.winConfirmedAt], ['won', 'won', 100, 5_000_000, null]);
    await refuses('forbidden', stage.partner.dealReviews.confirmWin({id: won.id, version: won.version}));
    const confirmed = await stage.vendor.dealReviews.confirmWin({id: won.id, version: won.version});
    assert.ok(confirmed.winConfirmedAt);
    assert.equal((await stage.vendor.dealReviews.void({id: won.id, version: confirmed.version, comment: 'Refunded.'})).status, 'voided');
  });

  it('is seen by its owner and by those who lead the organisation', async () => {
    const stage = await backend().newStage();
    const rep = await newPerson(stage, stage.partnerOrgId, 'sales_rep');
    const own = await submitted(stage, {}, rep.client);
    const other = await submitted(stage);
    const idsOf = async (client: typeof rep.client) => (await client.dealRegistrations.list({})).items.map(({id}) => id);
    assert.deepEqual(await idsOf(rep.client), [own.id]);
    assert.deepEqual(await idsOf(stage.partner), [other.id, own.id]);
    await refuses('deal_registration_not_found', rep.client.dealRegistrations.get({id: other.id}));
    const given = await stage.partner.dealRegistrations.reassign({id: other.id, version: other.version, ownerId: rep.personId});
    assert.equal(given.owner?.id, rep.personId);
    await refuses('reassign_same_person', stage.partner.dealRegistrations.reassign({id: other.id, version: given.version, ownerId: rep.personId}));
    assert.deepEqual(await idsOf(rep.client), [other.id, own.id]);
    const rival = await newRival(stage);
    await refuses('person_not_found', stage.partner.dealRegistrations.reassign({id: other.id, version: given.version, ownerId: rival.personId}));
  });

  it('is found by tab, words, status and order, page by page', async () => {
    const stage = await backend().newStage();
    const amounts = [300_00, 100_00, 200_00];
    const draft = await stage.partner.dealRegistrations.create(newDeal({name: 'Zebra cameras'}));
    const sent = [];
    for (const amountMinor of amounts) sent.push(await submitted(stage, {lines: [{product: 'Aurora Edge', quantity: 1}], estimatedAmount: {amountMinor, currency: 'EUR'}}));
    const review = await stage.vendor.dealReviews.assign({id: sent[0]?.id ?? '', version: sent[0]?.version ?? 0});
    const idsOf = async (input: object) => (await stage.partner.dealRegistrations.list(input)).items.map(({id}) => id);
    assert.deepEqual(await idsOf({tab: 'draft'}), [draft.id]);
    assert.deepEqual(await idsOf({q: 'zebra'}), [draft.id]);
    assert.deepEqual(await idsOf({q: sent[1]?.number}), [sent[1]?.id]);
    assert.deepEqual(await idsOf({status: ['under_review']}), [review.id]);
    assert.deepEqual(await idsOf({tab: 'in_review', sort: 'amount'}), [sent[0]?.id, sent[2]?.id, sent[1]?.id]);
    const {draft: drafts, in_review, protected: kept, closed} = await stage.partner.dealRegistrations.counts({});
    assert.deepEqual([drafts, in_review, kept, closed], [1, 3, 0, 0]);
    const walked: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const {items, page} = await stage.partner.dealRegistrations.list({limit: 3, ...(cursor ? {cursor} : {})});
      walked.push(...items.map(({id}) => id));
      cursor = page.next;
    }
    assert.deepEqual(walked, [...sent.toReversed().map(({id}) => id), draft.id]);
    assert.deepEqual((await stage.vendor.dealRegistrations.list({reviewer: 'me'})).items.map(({id}) => id), [review.id]);
  });

  it('may be improved after a rejection, as often as the programme says', async () => {
    const stage = await backend().newStage();
    await setDealPolicy(stage, {resubmissions: 1});
    const reject = async ({id, version}: {id: string; version: number}) => stage.vendor.dealReviews.reject({id, version, reason: 'not_qualified', comment: 'Tell us more.'});
    const {id} = await reject(await underReview(stage));
    const rejected = await stage.partner.dealRegistrations.get({id});
    assert.deepEqual([rejected.endReason, rejected.endComment, rejected.resubmissionsLeft], ['not_qualified', 'Tell us more.', 1]);
    assert.deepEqual(rejected.actions, ['revise']);
    const again = await submit(stage, stage.partner, await stage.partner.dealRegistrations.revise({id, version: rejected.version}));
    assert.equal(again.registration.number, rejected.number);
    const second = await reject(await stage.vendor.dealReviews.assign({id, version: again.registration.version}));
    assert.deepEqual((await stage.partner.dealRegistrations.get({id})).actions, []);
    await refuses('deal_resubmissions_used', stage.partner.dealRegistrations.revise({id, version: second.version}));
  });

  it('that is won leaves nobody first for what is sold, until the win is taken back', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const deal = await approved(stage);
    const {customer, lines} = deal;
    const waiting = await submitted(stage, {customer: {name: customer.name, website: customer.website, country: 'FI'}, lines}, rival.client);
    const won = await stage.partner.dealRegistrations.win({id: deal.id, version: deal.version});
    const story = async () => (await rival.client.dealActivities.list({dealRegistrationId: waiting.id})).items.map(({event}) => event).filter(event => event === 'next_in_queue' || event === 'customer_decided');
    assert.equal((await rival.client.dealRegistrations.get({id: waiting.id})).standing, 'behind');
    assert.deepEqual(await story(), ['customer_decided']);
    await stage.vendor.dealReviews.void({id: won.id, version: won.version, comment: 'The order was a forgery.'});
    assert.equal((await rival.client.dealRegistrations.get({id: waiting.id})).standing, 'first');
    assert.deepEqual(await story(), ['next_in_queue', 'customer_decided']);
  });
}
