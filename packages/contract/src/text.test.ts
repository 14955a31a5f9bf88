import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Country, Day, Id, Instant, Locale, TimeZone, text} from './text.ts';

const accepts = (schema: {safeParse(value: unknown): {success: boolean}}, value: unknown) => schema.safeParse(value).success;

describe('text', () => {
  it('takes whatever can be stored, trimmed', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1, maxLength: 50}), value => {
        fc.pre(value.trim() !== '' && !value.includes('\0'));
        assert.equal(text(1000).parse(` ${value}\n`), value.trim());
      }),
    );
  });

  it('refuses NUL and half of a surrogate pair, wherever they stand', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 10}), fc.string({maxLength: 10}), fc.constantFrom('\0', '\ud83d', '\udc4d'), (before, after, bad) => {
        assert.equal(accepts(text(100), `x${before}${bad}${after}x`), false);
      }),
    );
    assert.equal(accepts(text(100), '👍'), true);
  });

  it('counts after trimming', () => {
    assert.deepEqual([accepts(text(3), '   '), accepts(text(3), ' abc '), accepts(text(3), 'abcd'), accepts(text(3, 0), ' ')], [false, true, false, true]);
  });
});

describe('small values', () => {
  const cases: readonly [string, {safeParse(value: unknown): {success: boolean}}, readonly unknown[], readonly unknown[]][] = [
    ['an Id', Id, ['0193A0C0-0000-7000-8000-000000000001'], ['', '1', 'x'.repeat(36), null]],
    ['a Country', Country, ['FI', ' fi '], ['FIN', 'F', '']],
    ['an Instant', Instant, ['2026-11-21T09:00:00.000Z', '2026-11-21T11:00:00+02:00'], ['2026-11-21', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', 'now']],
    ['a Day', Day, ['2028-02-29'], ['2027-02-29', '2026-1-1', '2026-11-21T00:00:00Z']],
    ['a TimeZone', TimeZone, ['Europe/Helsinki', 'UTC'], ['Mars/Olympus', '']],
    ['a Locale', Locale, ['fi', 'zh-Hans', 'pt-BR'], ['', 'f', 'fi_FI', '../en']],
  ];
  for (const [name, schema, good, bad] of cases) {
    it(`${name} is ${good.join(' or ')}, not ${bad.map(each => JSON.stringify(each)).join(', ')}`, () => {
      for (const each of good) assert.equal(accepts(schema, each), true, String(each));
      for (const each of bad) assert.equal(accepts(schema, each), false, String(each));
    });
  }
});
