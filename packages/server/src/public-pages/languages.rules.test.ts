import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {chooseLanguage, readLanguages} from './languages.rules.ts';

describe('the language of a page for strangers', () => {
  it('is the first of theirs that there are words in, in their script', () => {
    const available = ['en', 'de', 'zh-Hans', 'zh-Hant', 'pt-BR', 'ja'] as const;
    for (const [header, locale] of [
      ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'], ['zh-HK', 'zh-Hant'], ['zh-Hant-MO', 'zh-Hant'], ['zh', 'zh-Hans'], ['zh-CN', 'zh-Hans'], ['zh-SG', 'zh-Hans'], ['pt', 'pt-BR'], ['pt-PT', 'pt-BR'], ['ja-JP', 'ja'],
      ['de-AT', 'de'], ['sv;q=0.9, ja;q=0.5', 'ja'], ['en;q=0.1, DE', 'de'], ['sv', 'en'], ['', 'en'], [null, 'en'], ['ja;q=0', 'en'], ['*, no such!', 'en'], ['en-abcdefgh-abcdefgh-a', 'en'],
    ] as const) {
      assert.equal(chooseLanguage(readLanguages(header), available), locale, String(header));
    }
  });
});
