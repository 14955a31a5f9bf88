import assert from 'node:assert/strict';
import type {ConflictCase, DealChange, DealExport, DealImport, DealRegistration, EvidenceFile, Page, Receipt} from '@portico/contract';
import {dealCsvExample, dealImportMappingExample, newAccountExample, partnerOrgExamples, personExamples} from '@portico/contract/examples';
import {verifyReceipt} from '@portico/contract/receipt-proof';
import type {Caller} from './caller.ts';
import type {TestClock} from '../test-clock.ts';

const itemsOf = <T>(body: unknown) => (body as Page<T>).items;

/** Reads everything about deals that can be read. */
export async function readDeals({call}: Caller): Promise<void> {
  for (const as of ['partner', 'vendor'] as const) {
    await call(as, 'dealForm.get');
    await call(as, 'dealRegistrations.counts', {attention: true});
    await call(as, 'receipts.keys');
    for (const sort of ['newest', 'deadline', 'amount']) {
      for (const deal of itemsOf<DealRegistration>((await call(as, 'dealRegistrations.list', {sort, limit: 4, status: ['draft', 'approved', 'submitted', 'under_review']})).body)) {
        await call(as, 'dealRegistrations.get', {id: deal.id});
        await call(as, 'dealActivities.list', {dealRegistrationId: deal.id});
        await call(as, 'receipts.list', {dealRegistrationId: deal.id});
        for (const file of deal.evidence) await call(as, 'evidenceFiles.get', {id: file.id});
        if (as === 'vendor') await call(as, 'dealReviews.similar', {id: deal.id});
      }
    }
    await call(as, 'dealChanges.list', {limit: 5});
    for (const each of itemsOf<{id: string}>((await call(as, 'conflictCases.list')).body)) await call(as, 'conflictCases.get', {id: each.id});
  }
  await call('vendor', 'receipts.chain', {limit: 10});
  for (const [name, limit] of [['dealImports', 5], ['accounts', 5]] as const) for (const each of itemsOf<{id: string}>((await call('vendor', `${name}.list`, {limit})).body)) await call('vendor', `${name}.get`, {id: each.id});
}

/** Does everything about deals that can be done, starting from nothing but partners and people. */
export async function doDeals({call}: Caller, clock: TestClock): Promise<void> {
  let customers = 0;
  const act = async (as: 'partner' | 'vendor', name: string, {id, version}: {id: string; version: number}, input: object = {}): Promise<DealRegistration> => {
    const answered = await call(as, name, {id, version, ...input});
    assert.equal(answered.status, 200, `${name}: ${JSON.stringify(answered.body)}`);
    return answered.body as DealRegistration;
  };
  const partner = (name: string, deal: {id: string; version: number}, input: object = {}) => act('partner', `dealRegistrations.${name}`, deal, input);
  const vendor = (name: string, deal: {id: string; version: number}, input: object = {}) => act('vendor', `dealReviews.${name}`, deal, input);
  const drafted = async (): Promise<DealRegistration> => {
    const number = ++customers;
    const input = {
      name: `Deal ${number}`,
      customer: {name: `Walk ${number} Oy`, website: `walk-${number}.example`, country: 'FI'},
      contact: {lastName: 'Mäkelä', email: `kaisa@walk-${number}.example`},
      lines: [{product: 'Aurora Edge', quantity: 2, unitPrice: {amountMinor: 100_000, currency: 'EUR'}}],
      expectedCloseOn: '2027-03-31',
    };
    return (await call('partner', 'dealRegistrations.create', input)).body as DealRegistration;
  };
  const submitted = async (deal?: DealRegistration): Promise<DealRegistration> => {
    const {id, version} = deal ?? (await drafted());
    const answered = await call('partner', 'dealRegistrations.submit', {id, version, acceptTermsVersion: '2026-1'});
    assert.equal(answered.status, 200, JSON.stringify(answered.body));
    const {registration, receipt} = answered.body as {registration: DealRegistration; receipt: Receipt};
    assert.deepEqual((await verifyReceipt(receipt)).findings, []);
    return registration;
  };
  const reviewed = async () => vendor('assign', await submitted());
  const approved = async () => vendor('approve', await reviewed());

  // What is sent goes through the hands of both sides.
  await partner('withdraw', await partner('recall', await submitted()), {reason: 'other'});
  const draft = await drafted();
  await addEvidence({call}, draft.id);
  const asked = await vendor('requestInfo', await reviewed(), {fields: ['description', 'evidence'], comment: 'What is it for?'});
  const told = await partner('update', asked, {description: 'Eight cameras.'});
  const resent = await submitted(told);
  const handed = await partner('reassign', await vendor('reject', await vendor('assign', resent), {reason: 'not_qualified'}).then(rejected => partner('revise', rejected)), {ownerId: personExamples.mika.id});
  assert.equal(handed.owner?.id, personExamples.mika.id);
  const other = await submitted();
  await vendor('markDuplicate', await reviewed(), {ofId: other.id});
  await vendor('cancel', other, {comment: 'The customer asked for it.'});

  // Approval by others.
  const program = (await call('vendor', 'program.get')).body as {version: number; dealPolicy: {levelBenefits: object[]}};
  const steps = [{name: 'First', position: 0, approver: {role: 'channel_manager'}}];
  await call('vendor', 'program.update', {version: program.version, dealPolicy: {approvalRules: [{name: 'All', steps}], progressWindowDays: 30, levelBenefits: []}});
  const pending = await vendor('sendForApproval', await reviewed());
  const [step] = pending.review?.steps ?? [];
  const delegated = await vendor('delegate', pending, {stepId: step?.id, personId: personExamples.tomas.id});
  const back = await call('vendor', 'dealReviews.approve', {id: pending.id, version: delegated.version});
  assert.equal((back.body as {code: string}).code, 'deal_not_your_step');
  await vendor('approve', await vendor('sendForApproval', await reviewed()));
  const after = (await call('vendor', 'program.get')).body as {version: number};
  await call('vendor', 'program.update', {version: after.version, dealPolicy: {approvalRules: []}});

  // What is protected lives on.
  const deal = await partner('setStage', await approved(), {stage: 'proposal', nextStep: {text: 'Call again'}});
  assert.deepEqual([deal.stage, deal.probability], ['proposal', 50]);
  await call('partner', 'dealActivities.create', {dealRegistrationId: deal.id, kind: 'call', body: 'They want an offer.'});
  const extension = (await call('partner', 'dealChanges.extend', {dealRegistrationId: deal.id, note: 'Slow board.', protectedUntilOn: '2027-03-15'})).body as DealChange;
  assert.equal(extension.status, 'requested');
  await call('vendor', 'dealChanges.approve', {id: extension.id, version: extension.version});
  const amend = async () => (await call('partner', 'dealChanges.amend', {dealRegistrationId: deal.id, note: 'More.', amendment: {estimatedAmount: {amountMinor: 5, currency: 'EUR'}}})).body as DealChange;
  const amendment = await amend();
  await call('vendor', 'dealChanges.reject', {id: amendment.id, version: amendment.version});
  const again = await amend();
  await call('partner', 'dealChanges.withdraw', {id: again.id, version: again.version});
  const transfer = (await call('vendor', 'dealChanges.transfer', {dealRegistrationId: deal.id, note: 'Nearer.', toPartnerOrgId: partnerOrgExamples.bergmann.id})).body as DealChange;
  assert.equal(((await call('partner', 'dealChanges.approve', {id: transfer.id, version: transfer.version})).body as DealChange).toPartnerOrg, null);
  const converted = await vendor('convert', await vendor('postpone', await approved(), {protectedUntilOn: '2027-05-01'}), {opportunityRef: 'OPP-1'});
  await vendor('void', await vendor('confirmWin', await partner('win', converted)), {comment: 'Refunded.'});
  await partner('lose', await approved(), {reason: 'price'});

  // Two sides of one customer.
  const first = await submitted();
  const copy = {name: 'The same', partnerOrgId: partnerOrgExamples.bergmann.id, customer: first.customer, contact: first.contact, lines: first.lines, expectedCloseOn: '2027-04-30'};
  const rival = (await call('key', 'dealRegistrations.create', copy)).body as DealRegistration;
  const sent = (await call('key', 'dealRegistrations.submit', {id: rival.id, version: rival.version, acceptTermsVersion: '2026-1'})).body as {registration: DealRegistration};
  assert.equal(sent.registration.standing, 'behind');
  const opened = (await call('vendor', 'conflictCases.create', {firstId: first.id, secondId: rival.id, comment: 'Both name it.'})).body as ConflictCase;
  const moved = (await call('vendor', 'conflictCases.move', {id: opened.id, version: opened.version, to: 'evidence'})).body as ConflictCase;
  const stated = (await call('partner', 'conflictCases.state', {id: moved.id, version: moved.version, text: 'We were first.'})).body as ConflictCase;
  assert.equal(stated.otherDealRegistrationId, null);
  await call('vendor', 'conflictCases.resolve', {id: stated.id, version: stated.version, resolution: 'first_keeps', comment: 'First.'});

  await call('partner', 'claimChecks.create', {website: 'walk-1.example'});
  await call('vendor', 'dealForm.update', {version: ((await call('vendor', 'dealForm.get')).body as {version: number}).version, standardFields: {lines: 'required'}});
  await call('vendor', 'accounts.upsert', {accounts: [newAccountExample]});
  const [account] = itemsOf<{id: string}>((await call('vendor', 'accounts.list', {q: 'Oulu'})).body);
  await call('vendor', 'accounts.get', {id: account?.id});
  await call('vendor', 'accounts.delete', {id: account?.id});
  await call('vendor', 'dealImports.preview', {csv: dealCsvExample});
  const started = (await call('vendor', 'dealImports.create', {csv: dealCsvExample, mapping: dealImportMappingExample})).body as DealImport;
  clock.advance(60_000);
  const done = (await call('vendor', 'dealImports.get', {id: started.id})).body as DealImport;
  assert.deepEqual([done.status, done.created, done.failed], ['done', 1, 0], JSON.stringify(done.issues));
  const exported = (await call('partner', 'dealImports.export', {format: 'data'})).body as DealExport;
  await call('partner', 'dealImports.getExport', {id: exported.id});
  await call('partner', 'dealImports.getExportPart', {id: exported.id, index: 0});
}

/** Sends a file in its parts, reads it back, and takes it away again. */
async function addEvidence({call}: Pick<Caller, 'call'>, dealRegistrationId: string): Promise<void> {
  const csv = `a,b\n${'1,2\n'.repeat(70_000)}`;
  const parts = [csv.slice(0, 262_144), csv.slice(262_144)];
  const file = (await call('partner', 'evidenceFiles.create', {dealRegistrationId, fileName: 'order.csv', mediaType: 'text/csv', sizeBytes: csv.length})).body as EvidenceFile;
  assert.equal(((await call('partner', 'evidenceFiles.complete', {id: file.id})).body as {code: string}).code, 'evidence_incomplete');
  for (const [index, part] of parts.entries()) {
    const answered = await call('partner', 'evidenceFiles.putPart', {id: file.id, index, base64: btoa(part)});
    assert.equal(answered.status, 200, JSON.stringify(answered.body));
  }
  assert.equal(((await call('partner', 'evidenceFiles.complete', {id: file.id})).body as EvidenceFile).status, 'ready');
  assert.equal(((await call('partner', 'evidenceFiles.get', {id: file.id})).body as EvidenceFile).receivedBytes, csv.length);
  const {base64} = (await call('partner', 'evidenceFiles.getPart', {id: file.id, index: 1})).body as {base64: string};
  assert.equal(atob(base64), parts[1]);
  await call('partner', 'evidenceFiles.delete', {id: file.id});
}
