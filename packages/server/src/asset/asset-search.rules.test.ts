import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {assetSearchWords, facetQuery, typedQuery, type SearchableAsset} from './asset-search.rules.ts';

const nothing: SearchableAsset = {title: '', summary: null, type: 'deck', products: [], industries: [], salesStages: [], personas: [], tags: [], folderId: null, altText: null, transcript: null, languages: [], fileNames: []};

/** What PostgreSQL does with both; the tests of the handlers ask PostgreSQL itself. */
function finds(typed: string, asset: Partial<SearchableAsset>): boolean {
  const words = [...assetSearchWords({...nothing, ...asset}).matchAll(/'([^']+)':1/g)].map(([, word]) => word ?? '');
  const sought = [...(typedQuery(typed) ?? '').matchAll(/'([^']+)':\*/g)].map(([, word]) => word ?? '');
  return sought.every(each => words.some(word => word.startsWith(each)));
}

describe('search of assets', () => {
  const cases: [language: string, text: string, found: readonly string[], missed: readonly string[]][] = [
    ['English', 'Aurora Vision datasheet', ['vision', 'data', 'AURORA DATASHEET'], ['sheet', 'visions']],
    ['German', 'Schulungsunterlagen für Großanlagen, Prüfmaße', ['grossanlagen', 'prüf', 'pruf', 'schulung'], ['anlagen']],
    ['Finnish', 'Hälytyskeskuksen käyttöönotto', ['halytys', 'hälytyskesk', 'kayttoonotto'], ['kaytossa']],
    ['French', 'Mise en œuvre à l’usine : caméras', ['oeuvre', 'œuvre', "l'usine", 'usin', 'CAMERAS'], ['uvre']],
    ['Spanish', 'Instalación de cámaras pequeñas', ['instalacion', 'camara', 'pequenas', 'PEQUEÑAS'], ['mara']],
    ['Portuguese', 'Manutenção e proteção à distância', ['manutencao', 'protecao', 'distancia', 'PROTEÇÃO'], ['tenção']],
    ['Vietnamese', 'Đèn báo động và camera giám sát', ['den bao dong', 'đèn', 'giam sat', 'CAMERA'], ['nhiệt']],
    ['Arabic', 'الكاميرا الحرارية للمصانع — دَلِيل', ['كاميرا', 'الكاميرا', 'حراريه', 'دليل'], ['مصنع']],
    ['Chinese', '智能相机产品手册', ['智能', '相机', '能相机', '册', '产品手册', '机'], ['相手', '相册']],
    ['Traditional Chinese', '智慧相機產品手冊', ['智慧', '相機', '慧相機', '冊', '產品手冊'], ['相冊', '手機']],
    ['Japanese', '監視カメラ サーバー設定ガイド', ['カメラ', 'ｶﾒﾗ', 'サーバー', 'ｻｰﾊﾞｰ', '設定', 'ガイド', '視カ'], ['カラー', '定設']],
    ['Korean', '스마트 카메라를 위한 설치 안내서', ['카메라', '스마트 카메라', '설치', '안내', '카메'], ['메라', '내서']],
  ];
  for (const [language, title, found, missed] of cases) {
    it(`finds ${language} however it is typed`, () => {
      for (const typed of found) assert.ok(finds(typed, {title}), typed);
      for (const typed of missed) assert.ok(!finds(typed, {title}), typed);
    });
  }

  it('weighs where a word stands, the title most', () => {
    const words = assetSearchWords({...nothing, title: 'Camera', tags: ['camera', 'dryer'], summary: 'Camera in a dryer, dustproof', transcript: 'welcome dustproof'});
    for (const word of ["'camera':1A", "'dryer':1B", "'dustproof':1C", "'welcome':1D"]) assert.ok(words.includes(word), word);
  });

  it('keeps facets apart from words, whatever they hold', () => {
    const words = assetSearchWords({...nothing, tags: ["O'Neill \\ Söhne"], languages: ['zh-Hans']});
    assert.ok(words.includes("'~tag:O''Neill \\\\ Söhne'"));
    assert.ok(words.includes("'~language:zh-Hans'"));
    assert.equal(facetQuery({type: ['deck', 'logo'], tag: ["O'Neill"]}), "('~type:deck' | '~type:logo') & ('~tag:O''Neill')");
    assert.equal(facetQuery({}), null);
    assert.equal(typedQuery('— !'), null);
  });

  it('holds a long transcript within what a tsvector takes', () => {
    const transcript = Array.from({length: 50_000}, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000))).join('');
    assert.ok(Buffer.byteLength(assetSearchWords({...nothing, transcript})) < 500_000);
  });
});
