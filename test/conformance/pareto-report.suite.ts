import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {approved, newRival} from './deal-acts.ts';

export function paretoReportSuite(backend: () => Backend): void {
  it('says which partners bring most of the turnover', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    const rival = await newRival(stage);
    const win = async (client: typeof partner, amountMinor: number, currency = 'EUR') => {
      const {id, version} = await approved(stage, {}, client);
      return client.dealRegistrations.win({id, version, amount: {amountMinor, currency}});
    };
    await win(partner, 500_000);
    await win(partner, 9_900_000, 'SEK');
    await win(rival.client, 100_000);
    const report = await vendor.paretoReports.get({currency: 'EUR'});
    assert.deepEqual([report.totalMinor, report.partners, report.core], [600_000, 2, {sharePercent: 80, partners: 1, shareOfPartners: 5000}]);
    assert.deepEqual(report.rows.map(({partnerOrg, cumulativeShare, isCore}) => [partnerOrg.id, cumulativeShare, isCore]), [[partnerOrgId, 8333, true], [rival.partnerOrgId, 10_000, false]]);
    assert.equal((await key.paretoReports.get({currency: 'EUR', sharePercent: 90})).core.partners, 2);
    assert.deepEqual((await key.paretoReports.get({currency: 'EUR', until: '2020-01-01T00:00:00Z'})).rows, []);
    await refuses('forbidden', partner.paretoReports.get({currency: 'EUR'}));
  });
}
