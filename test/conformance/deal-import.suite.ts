import assert from 'node:assert/strict';
import {it} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {refuses} from './acts.ts';
import type {Backend, Stage} from './backend.ts';
import {approved, newDeal} from './deal-acts.ts';

type Mapping = Parameters<Stage['vendor']['dealImports']['create']>[0]['mapping'];

const mapping: Mapping = {
  columns: [
    {column: 'id', field: 'externalId'},
    {column: 'Partner', field: 'partnerOrg'},
    {column: 'Customer', field: 'customer.name'},
    {column: 'Country', field: 'customer.country'},
    {column: 'Amount', field: 'estimatedAmount'},
  ],
  currency: 'EUR',
};

async function run({vendor}: Stage, csv: string, by: Mapping = mapping) {
  let at = await vendor.dealImports.create({csv, mapping: by});
  for (let tries = 0; at.status === 'running' && tries < 200; tries++) {
    await wait(25);
    at = await vendor.dealImports.get({id: at.id});
  }
  return at;
}

export function dealImportSuite(backend: () => Backend): void {
  it('names what is wrong by line before anything is written, takes the good rows, and nothing twice', async () => {
    const stage = await backend().newStage();
    const {name} = await stage.key.partnerOrgs.get({id: stage.partnerOrgId});
    const csv = `id,Partner,Customer,Country,Amount\nd1,${name},Row One Oy,FI,1200.50\nd2,${name},Row Two Oy,Atlantis,5\nd3,Nobody at all,Row Three Oy,SE,7\n`;
    const preview = await stage.vendor.dealImports.preview({csv, mapping});
    assert.equal(preview.rows, 3);
    assert.deepEqual([...new Set(preview.issues.filter(({severity}) => severity === 'error').map(({line}) => line))], [3, 4]);
    assert.deepEqual((await stage.vendor.dealRegistrations.list({})).items, []);
    const first = await run(stage, csv);
    assert.deepEqual([first.status, first.created, first.failed], ['done', 1, 2]);
    const again = await run(stage, csv);
    assert.deepEqual([again.status, again.created, again.failed], ['done', 0, 2]);
    const [deal, ...more] = (await stage.partner.dealRegistrations.list({})).items;
    assert.deepEqual(more, []);
    assert.deepEqual([deal?.externalId, deal?.customer.name, deal?.estimatedAmount], ['d1', 'Row One Oy', {amountMinor: 120_050, currency: 'EUR'}]);
    await refuses('deal_import_not_found', stage.vendor.dealImports.get({id: '0190a000-0000-7000-8000-000000000000'}));
  });

  it('writes what the reader may see, guarded for spreadsheets, and reads it back without a change', async () => {
    const stage = await backend().newStage();
    const deal = await approved(stage, {name: '=1+1'});
    await stage.partner.dealRegistrations.create(newDeal());
    const spreadsheet = await stage.vendor.dealImports.export({status: ['approved']});
    assert.equal(spreadsheet.rows, 1);
    assert.ok(spreadsheet.csv?.startsWith('\uFEFF') && spreadsheet.csv.includes("'=1+1"));
    assert.equal((await stage.partner.dealImports.export({})).rows, 2);
    const {csv, ...made} = await stage.vendor.dealImports.export({format: 'data'});
    assert.ok(csv !== null);
    assert.deepEqual([made.status, made.rows, made.total, made.parts], ['done', 1, 1, 1]);
    const preview = await stage.vendor.dealImports.preview({csv});
    assert.ok(preview.mapping);
    const back = await run(stage, csv, preview.mapping);
    assert.deepEqual([back.status, back.created, back.updated, back.failed], ['done', 0, 0, 0], JSON.stringify(back.issues));
    assert.equal((await stage.partner.dealRegistrations.get({id: deal.id})).name, '=1+1');

    const {id} = made;
    assert.deepEqual(await stage.vendor.dealImports.getExport({id}), {...made, csv: null});
    assert.deepEqual(await stage.vendor.dealImports.getExportPart({id, index: 0}), {index: 0, parts: 1, csv});
    await refuses('deal_export_not_found', stage.vendor.dealImports.getExportPart({id, index: 1}));
    // It was written with the rights of one, so it is for no other.
    await refuses('deal_export_not_found', stage.partner.dealImports.getExport({id}));
    await refuses('deal_export_not_found', stage.key.dealImports.getExportPart({id, index: 0}));
  });
}
