import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {customerKeysOf, protectionKeysOf, type CustomerFacts} from './customer-key.rules.ts';
import {attachedForms, closingForms, openingForms} from './legal-forms.data.ts';
import {nameKeyOf} from './name-key.rules.ts';

/** Ways to write one customer, and the key they share. */
const names: readonly (readonly [string, readonly string[]])[] = [
  ['nokia', ['Nokia Oyj', 'NOKIA OY', 'Oy Nokia Ab', 'nokia', 'Nokia, Inc.', 'Nokia (publ)', 'ＮＯＫＩＡ']],
  ['acme pumps', ['Ácme Pumps Oy', 'ACME-PUMPS, Ltd.', 'Acme Pumps Co., Ltd', 'Acme Pumps Pty Ltd', 'Acme Pumps Pte. Ltd.', 'Acme Pumps Private Limited', 'Acme Pumps S.A. de C.V.', 'Acme Pumps S. de R.L. de C.V.', 'Acme Pumps Company Limited']],
  ['volkswagen', ['Volkswagen AG', 'Volkswagen A.G.', 'Volkswagen A G', 'VOLKSWAGEN Aktiengesellschaft']],
  ['muller sohne', ['Müller & Söhne GmbH & Co. KG', 'Müller & Söhne GmbH', 'MULLER SOHNE', 'Müller & Söhne KGaA', 'Müller & Söhne Gesellschaft mit beschränkter Haftung']],
  ['volvo', ['AB Volvo', 'Volvo AB (publ)', 'Volvo Aktiebolag']],
  ['tallink grupp', ['AS Tallink Grupp', 'Tallink Grupp A/S']],
  ['orlen', ['Orlen S.A.', 'Orlen Sp. z o.o.', 'Orlen Sp. z o. o.', 'ORLEN SPÓŁKA AKCYJNA']],
  ['skoda auto', ['Škoda Auto a.s.', 'ŠKODA AUTO s.r.o.', 'Skoda Auto, spol. s r.o.']],
  ['richter gedeon', ['Richter Gedeon Nyrt.', 'Richter Gedeon Kft', 'Richter Gedeon Zrt.']],
  ['philips', ['Philips B.V.', 'Philips N.V.', 'Philips BV']],
  ['danone', ['Danone S.A.', 'Danone SAS', 'SARL Danone', 'Danone S.à r.l.']],
  ['barilla', ['Barilla S.p.A.', 'Barilla S.r.l.', 'BARILLA SPA']],
  ['petrobras', ['Petrobras S/A', 'Petrobras Ltda.']],
  ['koc', ['Koç A.Ş.', 'KOÇ Anonim Şirketi', 'Koç Ltd. Şti.']],
  ['ромашка', ['ООО «Ромашка»', 'Ромашка ООО', 'ЗАО "РОМАШКА"']],
  ['romashka', ['OOO Romashka', 'Romashka LLC']],
  ['トヨタ自動車', ['トヨタ自動車株式会社', '株式会社トヨタ自動車', '㈱トヨタ自動車', 'トヨタ自動車（株）', 'トヨタ自動車 株式会社']],
  ['深圳华为技术', ['深圳华为技术有限公司', '深圳华为技术股份有限公司', '深圳华为技术有限责任公司', '深圳华为技术 有限公司']],
  ['삼성전자', ['삼성전자 주식회사', '삼성전자주식회사', '주식회사 삼성전자', '삼성전자(주)', '㈜삼성전자']],
  ['minh long', ['Công ty TNHH Minh Long', 'CÔNG TY CỔ PHẦN MINH LONG', 'Công ty TNHH Một Thành Viên Minh Long', 'Cty TNHH Minh Long', 'Minh Long Co., Ltd', 'Minh Long JSC', 'CTCP Minh Long']],
  ['astra international', ['PT Astra International Tbk', 'PT. Astra International', 'Astra International Sdn. Bhd.']],
  ['ปตท', ['บริษัท ปตท จำกัด (มหาชน)', 'ปตท จำกัด', 'บริษัท ปตท. จำกัด']],
  ['οτε', ['ΟΤΕ Α.Ε.', 'ΟΤΕ ΑΕ']],
  ['teva', ['Teva בע"מ', 'Teva בע״מ']],
  ['smith sons', ['Smith & Sons Ltd', 'Smith & Sons, Inc']],
  ['tiffany', ['Tiffany & Co.', 'Tiffany and Company', 'TIFFANY']],
  ['orsted', ['Ørsted A/S', 'Orsted AS', 'ØRSTED Aktieselskab']],
  ['krka', ['KRKA d.d.', 'Krka d.o.o.']],
];

const domains: readonly (readonly [string | null, readonly string[]])[] = [
  ['acme.co.uk', ['https://www.acme.co.uk/contact?x=1', 'shop.acme.co.uk', 'ACME.CO.UK:8443', 'http://acme.co.uk.', ' acme.co.uk ', '//acme.co.uk', 'anna@mail.acme.co.uk', 'mailto:anna@acme.co.uk', 'https://user:secret@acme.co.uk']],
  ['xn--mller-kva.de', ['müller.de', 'https://www.MÜLLER.de', 'xn--mller-kva.de', 'www.xn--mller-kva.de/kontakt']],
  ['xn--siqq7j.xn--fiqs8s', ['华为.中国', 'www.华为.中国', 'shop.xn--siqq7j.xn--fiqs8s']],
  ['xn--siqq7j.xn--55qx5d.cn', ['华为.公司.cn', 'www.华为.公司.cn']],
  ['acme.github.io', ['https://acme.github.io', 'www.acme.github.io']],
  ['acme.com.vn', ['acme.com.vn', 'https://vi.acme.com.vn']],
  ['city.kawasaki.jp', ['https://www.city.kawasaki.jp']],
  [null, ['http://10.0.0.1/', 'http://[::1]/', 'localhost', 'n/a', '-', 'co.uk', 'http://', 'see card', 'www', 'https://facebook.com/acme', 'https://www.linkedin.com/company/acme', 'anna@gmail.com', '']],
];

const taxIds: readonly (readonly [string, readonly (readonly [string, string | null])[]])[] = [
  ['FI12345678', [['FI12345678', null], ['FI 1234567-8', 'FI'], ['1234567-8', 'FI'], ['fi1234567-8', 'SE'], ['ＦＩ１２３４５６７８', null]]],
  ['SE5560125790', [['SE556012579001', null], ['556012-5790', 'SE'], ['SE 556012-5790', 'SE']]],
  ['GR123456789', [['EL123456789', null], ['GR 123456789', 'GR'], ['123 456 789', 'GR']]],
  ['GB123456789', [['GB 123 4567 89', null], ['XI123456789', 'GB'], ['123456789', 'GB']]],
  ['FR732829320', [['FR 44 732829320', null], ['732 829 320', 'FR'], ['732 829 320 00074', 'FR']]],
  ['BE0123456789', [['BE 123.456.789', null], ['0123.456.789', 'BE']]],
  ['CH123456788', [['CHE-123.456.788 MWST', 'CH'], ['CHE-123.456.788', 'CH'], ['123.456.788', 'CH']]],
  ['NO923609016', [['923 609 016 MVA', 'NO'], ['NO923609016', null]]],
  ['VN0100109106', [['0100109106', 'VN'], ['0100109106-001', 'VN']]],
  ['MXDEM8801015T9', [['DEM-880101-5T9', 'MX']]],
  ['CN91440300708461136T', [['91440300708461136T', 'CN'], ['9144 0300 7084 6113 6t', 'CN']]],
];

const phones: readonly (readonly [string | null, readonly (readonly [string, string | null])[]])[] = [
  ['+35831234567', [['+358 3 123 4567', null], ['(03) 123 4567', 'FI'], ['00358 3 1234567', 'SE'], ['tel:+358-3-1234567', null], ['03 123 4567 ext. 12', 'FI']]],
  ['+442079460958', [['+44 (0)20 7946 0958', null], ['020 7946 0958', 'GB']]],
  ['+12125550123', [['(212) 555-0123', 'US'], ['1-212-555-0123', 'US'], ['+1 212 555 0123 x4', 'CA']]],
  ['+18765550123', [['876 555 0123', 'JM']]],
  ['+390612345678', [['06 1234 5678', 'IT'], ['+39 06 12345678', null]]],
  ['+74951234567', [['8 (495) 123-45-67', 'RU']]],
  ['+3611234567', [['06 1 123 4567', 'HU']]],
  ['+84281234567', [['028 123 4567', 'VN']]],
  [null, [['03 123 4567', null], ['none', 'FI'], ['', 'FI'], ['12', 'FI'], ['+', null]]],
];

describe('keys of customers', () => {
  it('are one for all ways to write a name', () => {
    for (const [key, ways] of names) for (const way of ways) assert.equal(nameKeyOf(way), key, way);
  });

  it('keep what belongs to the name', () => {
    const kept = ['Co-operative Bank', 'Limited Brands', 'The Company Store', 'AG Insurance', 'Pound Land', 'Cooper', 'Spa Hotel', 'Oy', 'PT', 'SA', 'Ltd Co', '有限公司', '株式会社', '3M', 'ガス', 'カス'];
    const keys = kept.map(nameKeyOf);
    assert.deepEqual(keys, ['co operative bank', 'limited brands', 'the company store', 'ag insurance', 'pound land', 'cooper', 'spa hotel', 'oy', 'pt', 'sa', 'ltd', '有限公司', '株式会社', '3m', 'ガス', 'カス']);
    for (const nothing of ['', '???', ' - ', '.']) assert.equal(nameKeyOf(nothing), null, nothing);
  });

  it('are the registrable domain of a website', () => {
    for (const [key, ways] of domains) for (const website of ways) assert.equal(customerKeysOf({website}).domainKey, key, website);
  });

  it('take the domain of a company’s mail where there is no website', () => {
    assert.deepEqual(customerKeysOf({email: ' Anna@Sales.Acme.FI '}), {domainKey: 'acme.fi', taxKey: null, nameKey: null, countryKey: null, emailKey: 'anna@sales.acme.fi', phoneKey: null});
    assert.equal(customerKeysOf({website: 'acme.se', email: 'anna@acme.fi'}).domainKey, 'acme.se');
    for (const email of ['a@gmail.com', 'a@yahoo.co.jp', 'a@hotmail.fr', 'a@web.de', 'a@163.com', 'a@vip.qq.com']) assert.equal(customerKeysOf({email}).domainKey, null, email);
  });

  it('are one for a tax identifier with and without its country', () => {
    for (const [key, ways] of taxIds) for (const [taxId, country] of ways) assert.equal(customerKeysOf({taxId, country}).taxKey, key, `${taxId} ${country ?? ''}`);
    for (const taxId of ['', 'none', 'N/A', '-']) assert.equal(customerKeysOf({taxId, country: 'FI'}).taxKey, null, taxId);
  });

  it('are one for a telephone number at home and abroad', () => {
    for (const [key, ways] of phones) for (const [phone, country] of ways) assert.equal(customerKeysOf({phone, country}).phoneKey, key, `${phone} ${country ?? ''}`);
  });

  it('protect by what is certain, and by the name only where nothing is', () => {
    const protectionOf = (facts: CustomerFacts) => protectionKeysOf(customerKeysOf(facts));
    assert.deepEqual(protectionOf({name: 'Acme Oy', country: 'FI', website: 'acme.fi', taxId: '1234567-8'}), ['domain:acme.fi', 'tax:FI12345678']);
    assert.deepEqual(protectionOf({name: 'Acme Oy', country: 'FI'}), ['name:acme:FI']);
    assert.deepEqual(protectionOf({name: 'Acme Oy'}), []);
    assert.deepEqual(protectionOf({country: 'FI', phone: '03 123 4567', email: 'a@gmail.com'}), []);
  });

  const word = fc.constantFrom('acme', 'Łódź', 'Müller', '深圳华为', 'トヨタ', 'Nordic', 'Öljy', '3M', 'b', 'Νίκη', 'Ромашка', 'ガス');
  const form = fc.constantFrom(...closingForms, ...openingForms, ...attachedForms);
  const anyName = fc.oneof(fc.string({unit: 'grapheme'}), fc.array(fc.oneof(word, form), {minLength: 1, maxLength: 6}).map(words => words.join(' ')));

  it('do not change when a key is taken for the name, and never are empty', () => {
    fc.assert(fc.property(anyName, name => {
      const key = nameKeyOf(name);
      assert.notEqual(key, '');
      if (key !== null) assert.equal(nameKeyOf(key), key);
    }), {numRuns: 2000});
  });

  it('do not depend on case, spaces, punctuation and a legal form behind', () => {
    const name = fc.array(fc.constantFrom('acme', 'nordic', 'pumps', 'łodz', '深圳华为'), {minLength: 1, maxLength: 3}).map(words => words.join(' '));
    fc.assert(fc.property(name, fc.constantFrom(...closingForms), fc.constantFrom(' ', ', ', ' - ', '  ', ' ('), (plain, legal, between) => {
      assert.equal(nameKeyOf(`  ${plain.toUpperCase()}${between}${legal.toUpperCase()}. `), nameKeyOf(plain));
    }));
  });

  it('do not depend on sub-domain, scheme, path and case of a website', () => {
    const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/).filter(text => !text.startsWith('xn--') && text.slice(2, 4) !== '--');
    const suffix = fc.constantFrom('com', 'fi', 'co.uk', 'com.vn', 'co.jp', 'example', 'xn--fiqs8s');
    fc.assert(fc.property(label, suffix, label, fc.webPath(), (name, end, host, path) => {
      const plain = customerKeysOf({website: `${name}.${end}`}).domainKey;
      if (plain === null) return;
      for (const website of [`https://www.${name}.${end}${path}`, `${host}.${name}.${end}`.toUpperCase(), `http://${name}.${end}.:8080/?q=1#x`]) {
        assert.equal(customerKeysOf({website}).domainKey, plain, website);
      }
    }));
  });

  it('never fail on what people may paste', () => {
    const text = fc.option(fc.string({unit: 'binary', maxLength: 60}));
    fc.assert(fc.property(fc.record({name: text, website: text, taxId: text, email: text, phone: text, country: fc.constantFrom(null, 'FI', 'US', 'VN', 'ZZ')}), facts => {
      const keys = customerKeysOf(facts);
      for (const key of protectionKeysOf(keys)) assert.match(key, /^(domain|tax|name):./s);
    }));
  });
});
