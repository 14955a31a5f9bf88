import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newLead, offerLead, refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function leadSuite(backend: () => Backend): void {
  it('takes a lead once: the same externalId is attached to the one that exists', async () => {
    const {key} = await backend().newStage();
    const lead = {...newLead(), externalId: 'crm-1'};
    const first = await key.leads.create(lead);
    const again = await key.leads.create(lead);
    assert.equal(first.outcome, 'created');
    assert.equal(again.outcome, 'attached');
    assert.equal(again.lead.id, first.lead.id);
    assert.equal((await key.leads.list({externalId: 'crm-1'})).items.length, 1);
  });

  it('refuses a lead that says nothing', async () => {
    const {key} = await backend().newStage();
    for (const nothing of [{}, {score: 40, tags: ['fair']}, {company: {country: 'FI'}, contact: {language: 'fi'}}]) {
      const {problem} = await refuses('input_invalid', key.leads.create({...nothing, externalId: 'crm-empty', route: false}));
      assert.deepEqual(problem.errors?.map(({code}) => code), ['lead_empty']);
      assert.match(problem.errors?.[0]?.message ?? '', /at least a title, a need, a company/);
    }
    assert.deepEqual((await key.leads.list({})).items, []);
    for (const something of [{title: 'A title'}, {need: 'A need'}, {company: {website: 'buyer.example'}}, {contact: {phone: '+358 40 123 4567'}}]) {
      assert.equal((await key.leads.create({...something, route: false})).outcome, 'created');
    }
  });

  it('keeps a lead that is still being completed until somebody routes it', async () => {
    const {key, partnerOrgId} = await backend().newStage();
    const {lead} = await key.leads.create({title: 'Waits for its company', enriching: true});
    assert.deepEqual([lead.status, lead.offer, lead.attention], ['enriching', null, null]);
    const completed = await key.leads.update({id: lead.id, version: lead.version, company: {name: 'Buyer Oy', country: 'FI'}});
    assert.equal(completed.status, 'enriching');
    const offered = await key.leads.offer({id: lead.id, version: completed.version, partnerOrgId, override: true});
    assert.equal(offered.status, 'offered');
  });

  it('repeats its answer for a repeated key', async () => {
    const {key} = await backend().newStage();
    const lead = newLead();
    const idempotencyKey = 'conformance-key-0001';
    const first = await key.leads.create(lead, {idempotencyKey});
    assert.deepEqual(await key.leads.create(lead, {idempotencyKey}), first);
    await refuses('idempotency_key_reused', key.leads.create({...lead, title: 'Another'}, {idempotencyKey}));
  });

  it('asks for consent before contact data is shared', async () => {
    const {vendor, partnerOrgId} = await backend().newStage();
    const {consent: _, ...without} = newLead();
    const {lead} = await vendor.leads.create(without);
    await refuses('lead_consent_required', vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId, override: true}));
  });

  it('offers a lead once at a time and lists what the vendor needs to see', async () => {
    const stage = await backend().newStage();
    const offer = await offerLead(stage);
    const lead = await stage.vendor.leads.get({id: offer.leadId});
    assert.equal(lead.status, 'offered');
    assert.equal(lead.offer?.partnerOrg.id, stage.partnerOrgId);
    await refuses('lead_already_offered', stage.vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId: stage.partnerOrgId, override: true}));
    assert.equal((await stage.vendor.leads.counts({})).byStatus.offered, 1);
    await refuses('forbidden', stage.partner.leads.get({id: lead.id}));
  });

  it('tells the vendor of every offer of a lead, in pages', async () => {
    const stage = await backend().newStage();
    const first = await offerLead(stage);
    await stage.vendor.leadOffers.withdraw({id: first.id, version: first.version, reason: 'no_progress', comment: 'Nobody called.'});
    const back = await stage.vendor.leads.get({id: first.leadId});
    const org = await stage.key.partnerOrgs.create({name: 'Another partner'});
    const lead = await stage.vendor.leads.offer({id: back.id, version: back.version, partnerOrgId: org.id, override: true});
    const {items, page} = await stage.vendor.leads.offers({id: lead.id});
    assert.equal(items.length, 2);
    assert.deepEqual(page, {next: null, prev: null});
    const open = items.find(({id}) => id === lead.offer?.id);
    assert.deepEqual([open?.status, open?.partnerOrg.id, open?.routedBy, open?.endReason, open?.endComment, open?.endedAt], ['offered', org.id, 'manual', null, null, null]);
    const ended = items.find(({id}) => id === first.id);
    assert.deepEqual([ended?.status, ended?.partnerOrg.id, ended?.endReason, ended?.endComment, typeof ended?.endedAt], ['withdrawn', stage.partnerOrgId, 'no_progress', 'Nobody called.', 'string']);
    const half = await stage.vendor.leads.offers({id: lead.id, limit: 1});
    const rest = await stage.vendor.leads.offers({id: lead.id, limit: 1, cursor: half.page.next ?? ''});
    assert.deepEqual([...half.items, ...rest.items], items);
    await refuses('forbidden', stage.partner.leads.offers({id: lead.id}));
    await refuses('lead_not_found', stage.vendor.leads.offers({id: first.id}));
  });

  it('refuses an old version with the lead as it is now', async () => {
    const {vendor} = await backend().newStage();
    const {lead} = await vendor.leads.create(newLead());
    const changed = await vendor.leads.update({id: lead.id, version: lead.version, score: 50});
    assert.equal(changed.score, 50);
    assert.equal(changed.company.name, lead.company.name);
    const error = await refuses('version_conflict', vendor.leads.update({id: lead.id, version: lead.version, score: 60}));
    assert.equal((error.problem.current as {version: number}).version, changed.version);
  });

  it('walks a list in pages, each lead once', async () => {
    const {vendor} = await backend().newStage();
    for (let index = 0; index < 7; index++) await vendor.leads.create(newLead());
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await vendor.leads.list({limit: 3, ...(cursor ? {cursor} : {})});
      seen.push(...page.items.map(({id}) => id));
      cursor = page.page.next ?? undefined;
    } while (cursor);
    assert.equal(seen.length, 7);
    assert.equal(new Set(seen).size, 7);
    await refuses('cursor_invalid', vendor.leads.list({cursor: 'made-up'}));
  });
}
