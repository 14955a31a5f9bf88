import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {passCourse, publishRule} from './points-acts.ts';

export function pointsAccountSuite(backend: () => Backend): void {
  it('says what a partner has, and its level', async () => {
    const stage = await backend().newStage();
    const {key, vendor, partner, partnerOrgId} = stage;
    const levels = [{name: 'Bronze', minPoints: 10}, {name: 'Silver', minPoints: 100}];
    await refuses('input_invalid', key.pointsAccounts.setScheme({levels: levels.toReversed()}));
    const value = {points: 10, amountMinor: 100, currency: 'EUR'};
    await key.pointsAccounts.setScheme({levels, value});
    assert.deepEqual([(await partner.pointsAccounts.scheme({})).value, (await vendor.pointsAccounts.scheme({})).value], [null, value]);
    assert.deepEqual((({earned, balance, level, nextLevel}) => [earned, balance, level, nextLevel])(await partner.pointsAccounts.current({})), [0, 0, null, {...levels[0], remaining: 10}]);
    await publishRule(stage, {expiresAfterDays: 300});
    await passCourse(stage, {occurredAt: '2026-11-10T10:00:00.000Z'});
    await passCourse(stage, {occurredAt: '2026-01-10T10:00:00.000Z'});
    const account = await vendor.pointsAccounts.current({partnerOrgId});
    assert.deepEqual([account.earned, account.balance, account.reserved, account.nextExpiry, account.level?.name, account.nextLevel?.remaining], [20, 10, 0, {at: '2027-09-06T10:00:00.000Z', points: 10}, 'Bronze', 80]);
    await refuses('input_invalid', vendor.pointsAccounts.current({}));
    await refuses('partner_org_not_found', partner.pointsAccounts.current({partnerOrgId: '0193a0c0-0000-7000-8000-00000000dead'}));
  });
}
