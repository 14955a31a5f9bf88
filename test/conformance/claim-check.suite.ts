import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {approved, newDeal, newRival, setDealPolicy, submitted} from './deal-acts.ts';

export function claimCheckSuite(backend: () => Backend): void {
  it('answers whether a customer is free, and nothing else', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const {customer, lines} = await submitted(stage);
    const website = customer.website ?? '';
    const {hostname} = new URL(website);
    const domain = hostname.replace('www.', '');
    const products = lines.map(({product}) => product);
    const ask = (client: typeof rival.client, input: object) => client.claimChecks.create({products, ...input});
    assert.deepEqual(await ask(rival.client, {website: 'https://nobody-knows.example'}), {answer: 'clear', domain: 'nobody-knows.example'});
    assert.deepEqual(await ask(stage.partner, {website}), {answer: 'your_own', domain});
    assert.deepEqual(await ask(rival.client, {website: `http://shop.${domain}/contact?x=1`}), {answer: 'possible_conflict', domain});
    assert.equal((await rival.client.claimChecks.create({website, products: ['Aurora Nothing']})).answer, 'clear');
  });

  it('says who has it to those who have it, and that it is taken to the rest', async () => {
    const stage = await backend().newStage();
    const rival = await newRival(stage);
    const deal = await approved(stage, {customer: {name: 'Kymi Board Oyj', website: 'kymi-board.example', taxId: 'FI12345671', country: 'FI'}});
    const answer = async (input: object) => (await rival.client.claimChecks.create(input)).answer;
    assert.equal(await answer({website: 'https://kymi-board.example'}), 'protected_by_other');
    assert.equal(await answer({taxId: 'FI 1234567-1', country: 'FI'}), 'protected_by_other');
    assert.notEqual(await answer({name: 'KYMI BOARD', country: 'FI'}), 'clear');
    assert.equal(await answer({name: 'Something Else', country: 'SE'}), 'clear');
    await stage.vendor.dealReviews.cancel({id: deal.id, version: deal.version, comment: 'Over.'});
    assert.equal(await answer({website: 'https://kymi-board.example'}), 'clear');
  });

  it('knows the vendor’s accounts', async () => {
    const stage = await backend().newStage();
    await stage.key.accounts.upsert({
      accounts: [
        {externalId: 'a1', name: 'Old Customer Oy', website: 'old-customer.example', domains: ['old-customer-shop.example'], country: 'FI', standing: 'existing_customer'},
        {externalId: 'a2', name: 'Direct Deal Oy', website: 'direct-deal.example', country: 'FI', standing: 'direct_sales_active'},
        {externalId: 'a3', name: 'Mere Prospect Oy', website: 'mere-prospect.example', country: 'FI', standing: 'prospect'},
      ],
    });
    const answer = async (website: string) => (await stage.partner.claimChecks.create({website})).answer;
    assert.equal(await answer('old-customer.example'), 'existing_customer');
    assert.equal(await answer('www.old-customer-shop.example'), 'existing_customer');
    assert.equal(await answer('direct-deal.example'), 'direct_sales_active');
    assert.equal(await answer('mere-prospect.example'), 'clear');
    await setDealPolicy(stage, {claimAnswers: 'coarse'});
    assert.equal(await answer('direct-deal.example'), 'possible_conflict');
  });

  it('does not hold one’s own draft against itself, and wants something to go by', async () => {
    const {partner, vendor} = await backend().newStage();
    const draft = await partner.dealRegistrations.create(newDeal());
    assert.equal((await partner.claimChecks.create({website: draft.customer.website ?? '', dealRegistrationId: draft.id})).answer, 'clear');
    await refuses('claim_incomplete', partner.claimChecks.create({name: 'No country'}));
    await refuses('forbidden', vendor.claimChecks.create({website: 'x.example'}));
  });

  it('is limited, so that nobody reads the list of customers out of it', async () => {
    const stage = await backend().newStage();
    await setDealPolicy(stage, {claimChecksPerHour: 3});
    for (let number = 0; number < 3; number++) await stage.partner.claimChecks.create({website: `limit-${number}.example`});
    const refused = await refuses('rate_limited', stage.partner.claimChecks.create({website: 'limit-4.example'}));
    assert.ok((refused.problem.retryAfterS ?? 0) > 0);
  });
}
