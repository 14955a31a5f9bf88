import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {z} from 'zod';
import {changesOf} from './changes.ts';
import {LeadPolicy} from './program/program.schema.ts';
import {NewPartnerOrg} from './partner-org/partner-org.schema.ts';

const Sample = z.object({
  name: z.string(),
  size: z.int().default(3),
  tags: z.array(z.string()).default([]),
  note: z.string().nullable().default(null),
  inner: z.object({a: z.int().default(1)}).prefault({}),
  maybe: z.string().optional(),
});

describe('changesOf', () => {
  it('keeps left-out fields out, whatever is left out', () => {
    const whole = {name: 'a', size: 5, tags: ['x'], note: null, inner: {a: 2}, maybe: 'm'};
    fc.assert(
      fc.property(fc.subarray(Object.keys(whole) as (keyof typeof whole)[]), keys => {
        const part = Object.fromEntries(keys.map(key => [key, whole[key]]));
        assert.deepEqual(changesOf(Sample).parse(part), part);
      }),
    );
  });

  it('is not what partial() does, which would set what was left out back to its default', () => {
    assert.deepEqual(changesOf(Sample).parse({}), {});
    assert.notDeepEqual(Sample.partial().parse({}), {});
  });

  it('still checks what is there, and null where null is a value', () => {
    assert.equal(changesOf(Sample).safeParse({size: 'big'}).success, false);
    assert.deepEqual(changesOf(Sample).parse({note: null}), {note: null});
    assert.equal(changesOf(Sample).safeParse({name: null}).success, false);
  });

  it('holds for the contract’s own objects', () => {
    assert.deepEqual(changesOf(LeadPolicy).parse({}), {});
    assert.deepEqual(changesOf(NewPartnerOrg).parse({timeZone: 'Asia/Tokyo'}), {timeZone: 'Asia/Tokyo'});
  });
});
