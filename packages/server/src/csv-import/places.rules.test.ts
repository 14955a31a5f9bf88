import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {toCountry, toLanguage} from './places.rules.ts';

describe('names of places', () => {
  it('are understood in many languages and as codes', () => {
    for (const text of ['FI', 'fi', 'Finland', 'Suomi', 'FINNLAND', 'Phần Lan', '芬兰', '芬蘭', 'フィンランド', '핀란드', 'فنلندا', 'fin']) assert.equal(toCountry(text), 'FI', text);
    for (const text of ['Việt Nam', 'Vietnam', 'Viet Nam', 'vn']) assert.equal(toCountry(text), 'VN', text);
    for (const [text, code] of [['United Kingdom', 'GB'], ['uk', 'GB'], ['U.S.A.', 'US'], ['Deutschland', 'DE'], ['Côte d’Ivoire', 'CI'], ['Österreich', 'AT'], ['Türkiye', 'TR'], ['South Korea', 'KR']] as const) assert.equal(toCountry(text), code, text);
  });

  it('that are none are not guessed', () => {
    for (const text of ['', 'Finnland AG', 'XX', 'ZZ', 'EU', 'Europe', 'unknown', 'constructor']) assert.equal(toCountry(text), undefined, text);
  });

  it('of languages become tags', () => {
    for (const [text, tag] of [['fi', 'fi'], ['Finnish', 'fi'], ['suomi', 'fi'], ['Deutsch', 'de'], ['zh_Hans', 'zh-Hans'], ['en-GB', 'en-GB'], ['tiếng Việt', 'vi']] as const) assert.equal(toLanguage(text), tag, text);
    assert.equal(toLanguage('Klingon'), undefined);
  });
});
