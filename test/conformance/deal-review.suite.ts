import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {approved, newRival, setDealPolicy, submit, submitted, tellsNothing, underReview} from './deal-acts.ts';

const aRule = (steps: {name: string; position: number; role: 'channel_admin' | 'finance'}[]) => ({name: 'All', minAmount: null, levelIds: [], countries: [], steps: steps.map(({role, ...step}) => ({...step, approver: {role}, limit: null, dueHours: 24}))});

export function dealReviewSuite(backend: () => Backend): void {
  it('goes from who takes it to a protection, and names nobody to the partner', async () => {
    const stage = await backend().newStage();
    const {person} = await stage.vendor.me.get({});
    const review = await underReview(stage);
    assert.deepEqual([review.status, review.review?.reviewer?.id, review.review?.mayApprove], ['under_review', person?.id, true]);
    assert.ok(review.actions.includes('approve') && review.actions.includes('reject'));
    const deal = await stage.vendor.dealReviews.approve({id: review.id, version: review.version, comment: 'Fine by us.'});
    assert.deepEqual([deal.status, deal.standing], ['approved', null]);
    const seen = await stage.partner.dealRegistrations.get({id: review.id});
    assert.equal(seen.review, null);
    tellsNothing([seen, await stage.partner.dealActivities.list({dealRegistrationId: review.id})], [person?.name]);
    await refuses('deal_status_conflict', stage.vendor.dealReviews.reject({id: deal.id, version: deal.version, reason: 'other'}));
  });

  it('asks for named fields, and only these can be changed until it comes back', async () => {
    const stage = await backend().newStage();
    const review = await underReview(stage);
    const asked = await stage.vendor.dealReviews.requestInfo({id: review.id, version: review.version, fields: ['customer.taxId', 'description'], comment: 'Which company is it?'});
    assert.deepEqual([asked.status, asked.reviewDueAt], ['action_required', null]);
    const {id, version, infoRequest, submittedAt, actions} = await stage.partner.dealRegistrations.get({id: review.id});
    assert.deepEqual([infoRequest?.fields, infoRequest?.comment], [['customer.taxId', 'description'], 'Which company is it?']);
    assert.ok(actions.includes('update') && actions.includes('resubmit'));
    assert.equal((await stage.partner.dealRegistrations.counts({attention: true})).in_review, 1);
    const refused = await refuses('deal_field_read_only', stage.partner.dealRegistrations.update({id, version, name: 'Another', customer: {taxId: 'FI12345671', city: 'Turku'}}));
    assert.deepEqual(refused.problem.errors?.map(({pointer}) => pointer).sort(), ['/customer/city', '/name']);
    const told = await stage.partner.dealRegistrations.update({id, version, customer: {taxId: 'FI12345671'}, description: 'Eight cameras.'});
    const {registration, receipt} = await submit(stage, stage.partner, told);
    assert.deepEqual([registration.status, registration.infoRequest, registration.submittedAt], ['submitted', null, submittedAt]);
    assert.ok(registration.reviewDueAt);
    assert.equal(receipt.statement.number, registration.number);
    assert.equal((await stage.partner.receipts.list({dealRegistrationId: id})).items.length, 2);
  });

  it('needs those whom the programme names, each in their turn', async () => {
    const stage = await backend().newStage();
    await setDealPolicy(stage, {approvalRules: [aRule([{name: 'First', position: 0, role: 'channel_admin'}, {name: 'Money', position: 1, role: 'finance'}])]});
    const {id, version, review} = await underReview(stage);
    assert.deepEqual([review?.plan?.rule, review?.plan?.steps.map(({name, withinLimit}) => `${name} ${withinLimit}`)], ['All', ['First true', 'Money true']]);
    await refuses('deal_approval_needed', stage.vendor.dealReviews.approve({id, version}));
    const pending = await stage.vendor.dealReviews.sendForApproval({id, version});
    assert.deepEqual([pending.review?.plan, pending.review?.steps.map(({name, status}) => `${name} ${status}`)], [null, ['First pending', 'Money waiting']]);
    assert.equal(pending.review?.mayApprove, true);
    const first = await stage.vendor.dealReviews.approve({id, version: pending.version});
    assert.deepEqual([first.status, first.review?.mayApprove, first.review?.steps.map(({status}) => status)], ['pending_approval', false, ['approved', 'pending']]);
    await refuses('deal_not_your_step', stage.vendor.dealReviews.approve({id, version: first.version}));
    const {person} = await stage.vendor.me.get({});
    const delegated = await stage.vendor.dealReviews.delegate({id, version: first.version, stepId: first.review?.steps[1]?.id ?? '', personId: person?.id ?? ''});
    assert.equal(delegated.review?.steps[1]?.person?.id, person?.id);
    assert.equal((await stage.vendor.dealReviews.approve({id, version: delegated.version})).status, 'approved');
    assert.equal(JSON.stringify(await stage.partner.dealActivities.list({dealRegistrationId: id})).includes('Money'), false);
  });

  it('lets one who approves reject, and a limit hold', async () => {
    const stage = await backend().newStage();
    const rule = aRule([{name: 'First', position: 0, role: 'channel_admin'}]);
    await setDealPolicy(stage, {approvalRules: [{...rule, steps: rule.steps.map(step => ({...step, limit: {amountMinor: 100, currency: 'EUR'}}))}]});
    const {id, version} = await stage.vendor.dealReviews.sendForApproval(await underReview(stage));
    await refuses('deal_limit_too_low', stage.vendor.dealReviews.approve({id, version}));
    const rejected = await stage.vendor.dealReviews.reject({id, version, reason: 'compliance'});
    assert.deepEqual([rejected.status, rejected.endReason], ['rejected', 'compliance']);
  });

  it('protects one of two, and lists the other beside it with what matched', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const first = await underReview(stage);
    const {customer, lines} = first;
    const second = await underReview(stage, {customer: {name: customer.name, website: customer.website, country: customer.country}, lines}, rival.client);
    const {items} = await stage.vendor.dealReviews.similar({id: first.id});
    const [found] = items.filter(({id}) => id === second.id);
    assert.deepEqual([found?.kind, found?.certainty, found?.conflicts, found?.label], ['registration', 'certain', true, second.number]);
    assert.ok(found?.matches.includes('domain'));
    await refuses('forbidden', rival.client.dealReviews.similar({id: second.id}));
    await stage.vendor.dealReviews.approve({id: second.id, version: second.version});
    assert.equal((await stage.partner.dealRegistrations.get({id: first.id})).standing, 'behind');
    const {version} = await stage.vendor.dealRegistrations.get({id: first.id});
    await refuses('deal_already_protected', stage.vendor.dealReviews.approve({id: first.id, version}));
    const duplicate = await stage.vendor.dealReviews.markDuplicate({id: first.id, version, ofId: second.id});
    assert.deepEqual([duplicate.status, duplicate.review?.duplicateOfId], ['duplicate', second.id]);
    const seen = await stage.partner.dealRegistrations.get({id: first.id});
    tellsNothing([seen, await stage.partner.dealActivities.list({dealRegistrationId: first.id})], [second.id, second.number, rival.partnerOrgId, second.partnerOrg.name]);
  });

  it('ends a protection, and the next may be approved', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const kept = await approved(stage);
    const {customer, lines} = kept;
    const waiting = await underReview(stage, {customer: {name: customer.name, website: customer.website, country: 'FI'}, lines}, rival.client);
    assert.equal((await rival.client.dealRegistrations.get({id: waiting.id})).standing, 'behind');
    const cancelled = await stage.vendor.dealReviews.cancel({id: kept.id, version: kept.version, comment: 'The customer asked for it.'});
    assert.deepEqual([cancelled.status, cancelled.endComment], ['cancelled', 'The customer asked for it.']);
    const next = await rival.client.dealRegistrations.get({id: waiting.id});
    assert.equal(next.standing, 'first');
    const {items} = await rival.client.dealActivities.list({dealRegistrationId: waiting.id});
    assert.ok(items.some(({event}) => event === 'next_in_queue'));
    assert.equal((await stage.vendor.dealReviews.approve({id: next.id, version: next.version})).status, 'approved');
  });

  it('is linked to an opportunity, and lasts longer when the vendor says so', async () => {
    const stage = await backend().newStage();
    const deal = await approved(stage);
    const until = '2032-05-31';
    const postponed = await stage.vendor.dealReviews.postpone({id: deal.id, version: deal.version, protectedUntilOn: until});
    assert.ok(Date.parse(postponed.protectedUntil ?? '') > Date.parse(deal.protectedUntil ?? ''));
    const converted = await stage.vendor.dealReviews.convert({id: deal.id, version: postponed.version, opportunityRef: 'OPP-7'});
    assert.deepEqual([converted.status, converted.opportunityRef], ['converted', 'OPP-7']);
    await refuses('deal_status_conflict', stage.vendor.dealReviews.cancel({id: deal.id, version: converted.version, comment: 'Too late.'}));
  });

  it('is given to a colleague at the vendor, never to a partner’s person', async () => {
    const stage = await backend().newStage();
    const {id, version} = await submitted(stage);
    await refuses('person_not_found', stage.vendor.dealReviews.assign({id, version, reviewerId: stage.partnerPersonId}));
    const colleague = await stage.key.people.create({name: 'Rita Reviewer', memberships: [{partnerOrgId: null, roles: ['channel_admin']}]});
    const assigned = await stage.vendor.dealReviews.assign({id, version, reviewerId: colleague.id});
    assert.equal(assigned.review?.reviewer?.name, 'Rita Reviewer');
    await refuses('version_conflict', stage.vendor.dealReviews.requestInfo({id, version, fields: ['lines'], comment: 'Late.'}));
  });
}
