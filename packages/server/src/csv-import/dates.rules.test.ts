import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {guessDateOrder, readDate, type DateOrder} from './dates.rules.ts';

const at = (text: string, order?: DateOrder, timeZone = 'UTC') => {
  const reading = readDate(text, order, timeZone);
  return reading.ok ? reading.at : reading.code;
};

describe('dates', () => {
  it('are read as ISO with or without a time', () => {
    assert.equal(at('2016-10-20'), '2016-10-20T00:00:00.000Z');
    assert.equal(at(' 2016-10-20T08:05 '), '2016-10-20T08:05:00.000Z');
    assert.equal(at('2016-10-20 08:05:09.123+03:00'), '2016-10-20T05:05:09.123Z');
    assert.equal(at('2016-10-20T08:05:09Z', 'mdy', 'Asia/Ho_Chi_Minh'), '2016-10-20T08:05:09.000Z');
    assert.equal(at('20161020'), '2016-10-20T00:00:00.000Z');
    assert.equal(at('2016年10月20日'), '2016-10-20T00:00:00.000Z');
    for (const korean of ['2016년 10월 20일', '2016. 10. 20.', '2016.10.20']) assert.equal(at(korean), '2016-10-20T00:00:00.000Z', korean);
  });

  it('follow the order of their column', () => {
    assert.equal(at('3/1/2017', 'mdy'), '2017-03-01T00:00:00.000Z');
    assert.equal(at('3/1/2017', 'dmy'), '2017-01-03T00:00:00.000Z');
    assert.equal(at('03.01.17', 'dmy'), '2017-01-03T00:00:00.000Z');
    assert.equal(at('3/1/2017 2:30 pm', 'mdy'), '2017-03-01T14:30:00.000Z');
    assert.equal(at('10/20/2016', 'dmy'), 'date_invalid');
  });

  it('are not guessed where they may mean two days', () => {
    assert.equal(at('3/1/2017'), 'date_ambiguous');
    assert.equal(at('10/20/2016'), '2016-10-20T00:00:00.000Z');
    assert.equal(at('20/10/2016'), '2016-10-20T00:00:00.000Z');
    assert.equal(at('3/3/2017'), '2017-03-03T00:00:00.000Z');
    assert.equal(at('3.1.2017'), '2017-01-03T00:00:00.000Z');
  });

  it('that do not exist are refused', () => {
    for (const text of ['2017-02-29', '2016-13-01', '2016-00-10', '0016-10-20', '42663', 'soon', '2016-10-20 25:00', '2016-10-20 13:00 pm', '10/2016', '1/2/201']) {
      assert.equal(at(text, 'mdy'), 'date_invalid', text);
    }
  });

  it('without an offset are local to the programme, summer time included', () => {
    assert.equal(at('2026-07-01', undefined, 'Europe/Helsinki'), '2026-06-30T21:00:00.000Z');
    assert.equal(at('2026-12-01 12:00', undefined, 'Europe/Helsinki'), '2026-12-01T10:00:00.000Z');
    assert.equal(at('2026-03-29 03:30', undefined, 'Europe/Helsinki'), '2026-03-29T01:30:00.000Z');
    assert.equal(at('2026-10-25 02:30', undefined, 'Europe/Helsinki'), '2026-10-24T23:30:00.000Z');
    assert.equal(at('2016-10-20', undefined, 'America/Los_Angeles'), '2016-10-20T07:00:00.000Z');
  });

  it('survive being written in every order', () => {
    const day = fc.date({min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true});
    fc.assert(
      fc.property(day, fc.constantFrom<DateOrder>('ymd', 'mdy', 'dmy'), fc.constantFrom('/', '-', '.', ' '), (date, order, mark) => {
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const written = {ymd: [year, month, dayOfMonth], mdy: [month, dayOfMonth, year], dmy: [dayOfMonth, month, year]}[order].join(mark);
        assert.equal(at(written, order), `${date.toISOString().slice(0, 10)}T00:00:00.000Z`);
      }),
    );
  });

  it('show their order together', () => {
    assert.equal(guessDateOrder(['3/1/2017', '10/20/2016']), 'mdy');
    assert.equal(guessDateOrder(['3/1/2017', '20/10/2016']), 'dmy');
    assert.equal(guessDateOrder(['3/1/2017', '2/2/2016', '']), undefined);
    assert.equal(guessDateOrder(['20/10/2016', '10/20/2016']), undefined);
  });
});
