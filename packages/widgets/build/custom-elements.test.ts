import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createManifest} from './custom-elements.ts';

interface Named {
  readonly name?: string;
  readonly description?: string;
  readonly type?: {readonly text: string};
}

interface Element extends Named {
  readonly tagName?: string;
  readonly members?: readonly Named[];
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

describe('the custom-elements manifest', () => {
  const elements = createManifest().modules.flatMap(({declarations}) => declarations as Element[]);
  const find = (tag: string) => elements.find(({tagName}) => tagName === tag);

  it('describes the elements that a page writes, and no parts of them', () => {
    assert.deepEqual(elements.map(({tagName}) => tagName).sort(), ['portico-challenges', 'portico-collateral', 'portico-collateral-desk', 'portico-collateral-library', 'portico-deal-list', 'portico-deal-registration', 'portico-deal-review', 'portico-lead-desk', 'portico-lead-inbox', 'portico-leaderboard', 'portico-points-ledger', 'portico-portal', 'portico-program-desk', 'portico-tier-progress']);
  });

  it('says something about every element, property, event, slot and part', () => {
    const silent = elements.flatMap(element =>
      [element, ...[element.members, element.attributes, element.events, element.slots, element.cssParts].flatMap(list => list ?? [])]
        .filter(({description}) => !description)
        .map(({name}) => `${element.tagName}: ${name}`),
    );
    assert.deepEqual(silent, []);
  });

  it('names events by their classes, so that their details are typed', () => {
    for (const {tagName, events = []} of elements) {
      assert.ok(events.length > 0, `${tagName} has no events`);
      for (const {name, type} of events) assert.match(type?.text ?? '', /Event$/, `${tagName} ${name}`);
    }
  });

  it('knows what the lead desk inherits, and nothing private', () => {
    const desk = find('portico-lead-desk');
    const members = desk?.members?.map(({name}) => name) ?? [];
    for (const name of ['leadId', 'group', 'sort', 'shortcuts', 'density', 'portal', 'openLead']) assert.ok(members.includes(name), name);
    assert.equal(
      members.some(name => name?.startsWith('#') || name === 'render'),
      false,
    );
    assert.ok(desk?.slots?.some(({name}) => name === 'empty'));
  });
});
