import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';

export function programSuite(backend: () => Backend): void {
  it('changes one rule and keeps the others', async () => {
    const {vendor} = await backend().newStage();
    const before = await vendor.program.get({});
    const after = await vendor.program.update({version: before.version, leadPolicy: {actSlaDays: 33}});
    assert.deepEqual(after.leadPolicy, {...before.leadPolicy, actSlaDays: 33});
    assert.ok(after.version > before.version);
    await refuses('version_conflict', vendor.program.update({version: before.version, name: 'Late'}));
  });

  it('has levels that the vendor names, and keeps those that partners have', async () => {
    const {vendor, partner, key, partnerOrgId} = await backend().newStage();
    const {version, levels} = await vendor.program.get({});
    const lowest = Math.max(0, ...levels.map(({rank}) => rank));
    const {levels: set, version: next} = await vendor.program.update({version, levels: [...levels.map(level => ({...level, weight: level.weight ?? 1})), {name: 'Friends', rank: lowest + 1}]});
    const added = set.find(({name}) => name === 'Friends');
    assert.deepEqual([set.length, added?.rank, added?.weight], [levels.length + 1, lowest + 1, 1]);
    const org = await key.partnerOrgs.get({id: partnerOrgId});
    await key.partnerOrgs.update({id: partnerOrgId, version: org.version, partnership: {levelId: added?.id ?? null}});
    assert.deepEqual((await partner.me.get({})).level, {id: added?.id, name: 'Friends', marginPercent: null, priceList: null, capacity: null, mdfPercent: null});
    const again = {version: next, levels: set.map(level => ({...level, weight: level.weight ?? 1}))};
    await refuses('input_invalid', vendor.program.update({...again, levels: again.levels.filter(({id}) => id !== added?.id)}));
    await refuses('input_invalid', vendor.program.update({...again, levels: [...again.levels, {name: 'Others', rank: lowest + 1}]}));
    assert.equal((await vendor.program.update({...again, levels: again.levels.map(level => (level.id === added?.id ? {...level, name: 'Close friends'} : level))})).levels.at(-1)?.name, 'Close friends');
  });

  it('gives partners the brand of which the widgets make their theme', async () => {
    const {vendor, partner} = await backend().newStage();
    const {version} = await vendor.program.get({});
    const {brand} = await vendor.program.update({version, brand: {color: '#0F766E', secondColor: '#f59e0b', fontFamily: 'Inter, Noto Sans', radiusPx: 12}});
    assert.deepEqual(brand, {color: '#0f766e', secondColor: '#f59e0b', fontFamily: 'Inter, Noto Sans', radiusPx: 12, surfaces: 'plain', theme: null});
    assert.deepEqual((await partner.me.get({})).brand, brand);
    await refuses('input_invalid', vendor.program.update({version: version + 1, brand: {color: '#0f766e', fontFamily: 'Inter; color: red'}}));
  });

  it('does not show partners where pages may be or who is the fallback', async () => {
    const {partner} = await backend().newStage();
    const seen = await partner.program.get({});
    assert.deepEqual(seen.origins, []);
    assert.equal(seen.defaultPartnerOrgId, null);
    await refuses('forbidden', partner.program.update({version: seen.version, name: 'Mine'}));
  });
}
