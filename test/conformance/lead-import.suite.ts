import assert from 'node:assert/strict';
import {it} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

const csv = 'id,Company,Country,Mail\nr1,Row One Oy,FI,\nr2,Row Two Oy,Atlantis,\nr3,Row Three Oy,SE,not-an-address\n';
const mapping = {
  columns: [
    {column: 'id', field: 'externalId' as const},
    {column: 'Company', field: 'company.name' as const},
    {column: 'Country', field: 'company.country' as const},
    {column: 'Mail', field: 'contact.email' as const},
  ],
  defaults: {consentText: '2026-01', consentAt: '2026-01-01'},
};

export function leadImportSuite(backend: () => Backend): void {
  it('names what is wrong by line and column before anything is written', async () => {
    const {vendor} = await backend().newStage();
    const preview = await vendor.leadImports.preview({csv, mapping});
    assert.equal(preview.rows, 3);
    assert.deepEqual(preview.issues.filter(({severity}) => severity === 'error').map(({line, column}) => `${line} ${column}`), ['3 Country', '4 Mail']);
    assert.deepEqual((await vendor.leads.list({externalId: 'r1'})).items, []);
  });

  it('takes the good rows, and nothing twice when the file is sent again', async () => {
    const {vendor, key} = await backend().newStage();
    const run = async () => {
      let at = await vendor.leadImports.create({csv, mapping});
      for (let tries = 0; at.status === 'running' && tries < 200; tries++) {
        await wait(25);
        at = await vendor.leadImports.get({id: at.id});
      }
      return at;
    };
    const first = await run();
    assert.deepEqual([first.status, first.created, first.failed], ['done', 1, 2]);
    const second = await run();
    assert.deepEqual([second.status, second.created, second.unchanged], ['done', 0, 1]);
    assert.equal((await key.leads.list({externalId: 'r1'})).items.length, 1);
    await refuses('lead_import_not_found', vendor.leadImports.get({id: '0190a000-0000-7000-8000-000000000000'}));
  });
}
