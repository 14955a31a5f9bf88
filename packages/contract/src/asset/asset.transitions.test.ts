import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AssetAction, AssetStatus} from './asset.schema.ts';
import {assetCan, assetTransitions, type AssetEvent, type AssetStatus as Status} from './asset.transitions.ts';

const statuses = AssetStatus.options;
const events = Object.keys(assetTransitions) as AssetEvent[];
const targets = (status: Status) => events.filter(event => assetCan(event, status)).flatMap(event => assetTransitions[event].to ?? []);

describe('the life of an asset', () => {
  it('leads from a draft to every status', () => {
    const reached = new Set<Status>(['draft']);
    for (const status of reached) for (const target of targets(status)) reached.add(target);
    assert.deepEqual([...reached].sort(), [...statuses].sort());
  });

  it('publishes nothing that was not approved', () => {
    const withoutApproval = new Set<Status>(['draft']);
    for (const status of withoutApproval) for (const event of events) if (event !== 'approve' && assetCan(event, status) && assetTransitions[event].to) withoutApproval.add(assetTransitions[event].to);
    assert.deepEqual([...withoutApproval].filter(status => assetCan('publish', status)), []);
  });

  it('ends with a recall, for good', () => {
    assert.deepEqual(targets('recalled'), []);
    assert.deepEqual(events.filter(event => assetCan(event, 'recalled')), []);
  });

  it('lets the clock do nothing but end what is published', () => {
    assert.deepEqual(events.filter(event => assetTransitions[event].by === 'clock'), ['expire']);
    assert.deepEqual([...assetTransitions.expire.from], ['published']);
  });

  it('offers people what people may do', () => {
    assert.deepEqual([...AssetAction.options].sort(), events.filter(event => assetTransitions[event].by !== 'clock').sort());
  });
});
