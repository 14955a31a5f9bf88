import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {newDeal, newRival, submit, submitted} from './deal-acts.ts';

export function receiptSuite(backend: () => Backend): void {
  it('prove each submission, and all of them together', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const first = await submit(stage, partner, await partner.dealRegistrations.create(newDeal()));
    const second = await submit(stage, partner, await partner.dealRegistrations.create(newDeal()));
    assert.equal(second.receipt.statement.sequence, first.receipt.statement.sequence + 1);
    const {keys} = await partner.receipts.keys();
    assert.deepEqual(await partner.receipts.verify([first.receipt, second.receipt], {keys}), {valid: true, findings: []});
    const {items} = await vendor.receipts.chain({limit: 100});
    assert.deepEqual((await vendor.receipts.verify(items, {keys, previous: null})).findings, []);
    assert.deepEqual(items.at(-1), {statement: second.receipt.statement, signature: second.receipt.signature, key: second.receipt.key});
    const changed = {...first.receipt, content: {...first.receipt.content, name: 'Else'}};
    assert.deepEqual((await partner.receipts.verify(changed, {keys})).findings.map(({code}) => code), ['content_changed']);
  });

  it('hold what was submitted, under the registration’s number and time', async () => {
    const stage = await backend().newStage();
    const {registration, receipt} = await submit(stage, stage.partner, await stage.partner.dealRegistrations.create(newDeal()));
    const {statement, content} = receipt;
    assert.deepEqual([statement.number, statement.submittedAt, statement.standing, statement.dealRegistrationId, statement.partnerOrgId], [registration.number, registration.submittedAt, registration.standing, registration.id, stage.partnerOrgId]);
    assert.deepEqual([content['name'], content['lines']], [registration.name, registration.lines]);
    assert.equal((content['customer'] as {name: string}).name, registration.customer.name);
  });

  it('are listed for a registration, newest first, one for each submission', async () => {
    const stage = await backend().newStage();
    const {id, version} = await submitted(stage);
    const draft = await stage.partner.dealRegistrations.recall({id, version});
    const {receipt} = await submit(stage, stage.partner, draft);
    const {items} = await stage.partner.receipts.list({dealRegistrationId: id});
    assert.equal(items.length, 2);
    assert.deepEqual(items[0], receipt);
    assert.equal(items[1]?.statement.number, receipt.statement.number);
    assert.ok((items[1]?.statement.sequence ?? 0) < receipt.statement.sequence);
    assert.deepEqual((await stage.vendor.receipts.list({dealRegistrationId: id})).items, items);
  });

  it('are the partner’s own', async () => {
    const stage = await backend().newStage();
    const {id} = await submitted(stage);
    const {client} = await newRival(stage);
    await refuses('deal_registration_not_found', client.receipts.list({dealRegistrationId: id}));
    await refuses('forbidden', client.receipts.chain({}));
  });
}
