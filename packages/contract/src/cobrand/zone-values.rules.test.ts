import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CobrandZone} from '../cobrand-template/cobrand-template.schema.ts';
import {fillPlaceholder, fillZones, isSafeLink, unknownTokens, type BrandWords} from './zone-values.rules.ts';

const brand: BrandWords = {name: 'Công ty Ánh Sáng', phone: null, email: 'hi@anh.example', website: 'https://anh.example', address: 'Hà Nội', levelBadge: 'Gold', colors: ['#0f766e'], hasLogo: false};
const copy = {version: '3', date: '2026-11-22', address: 'https://p.example/v1/copies/abc'};
const zone = (fields: object) => CobrandZone.parse({id: 'z', type: 'text', label: 'Z', w: 100, h: 20, ...fields});
const codesOf = (zones: CobrandZone[], values = {}) => fillZones(zones, values, brand, copy).findings.map(({zoneId, code}) => `${zoneId} ${code}`);

describe('values of zones', () => {
  it('fill placeholders, and lines without anything fall out', () => {
    assert.equal(fillPlaceholder('{{partner.name}}\n{{partner.phone}}\nTel. {{ partner.phone }}\n\n{{partner.email}}', brand, copy), 'Công ty Ánh Sáng\nTel. \n\nhi@anh.example');
    assert.equal(fillPlaceholder('v{{copy.version}}, {{copy.date}}', brand, copy), 'v3, 2026-11-22');
    assert.equal(fillPlaceholder('e\u0302\u0301', brand, copy), 'ế', 'accents are one with their letters');
    assert.deepEqual(unknownTokens('{{partner.name}} {{partner.iban}}'), ['partner.iban']);
  });

  it('are text, links, logos, badges and codes by the type of the zone', () => {
    const kinds = (fields: object, value = {}) => fillZones([zone(fields)], {z: value}, brand, copy).zones[0]?.content;
    assert.deepEqual(kinds({placeholder: 'By {{partner.name}}', colors: ['#111111']}), {kind: 'text', text: 'By Công ty Ánh Sáng', color: '#111111'});
    assert.deepEqual(kinds({type: 'cta_link', placeholder: 'Ask us', link: '{{partner.website}}'}), {kind: 'link', text: 'Ask us', color: '#0f766e', link: 'https://anh.example'});
    assert.deepEqual(kinds({type: 'logo', placeholder: '{{partner.logo}}'}), {kind: 'nothing'});
    assert.deepEqual(kinds({type: 'logo'}, {storedFileId: 'f'}), {kind: 'logo', storedFileId: 'f'});
    assert.deepEqual(kinds({type: 'logo', placeholder: '{{partner.level_badge}}'}), {kind: 'badge', text: 'Gold', color: '#0f766e'});
    assert.deepEqual(kinds({type: 'qr', locked: true}, undefined), {kind: 'qr', address: copy.address});
  });

  it('are refused zone by zone', () => {
    assert.deepEqual(codesOf([zone({required: true})]), ['z required_missing']);
    assert.deepEqual(codesOf([zone({maxChars: 4})], {z: {text: '光伏科技有'}}), ['z too_long']);
    assert.deepEqual(codesOf([zone({maxChars: 4})], {z: {text: '👍👍👍👍'}}), []);
    assert.deepEqual(codesOf([zone({colors: ['#111111']})], {z: {text: 'x', color: '#222222'}}), ['z color_not_allowed']);
    assert.deepEqual(codesOf([zone({locked: true, placeholder: 'x'})], {z: {text: 'y'}}), ['z locked']);
    assert.deepEqual(codesOf([zone({})], {y: {}}), ['y zone_unknown']);
    assert.deepEqual(codesOf([zone({type: 'cta_link'})], {z: {text: 'x', link: 'javascript:alert(1)'}}), ['z link_not_safe']);
  });

  it('lead to the web, to e-mail and to telephones only', () => {
    for (const link of ['https://a.example/x?y=1', 'mailto:a@b.example', 'tel:+358942450100']) assert.ok(isSafeLink(link), link);
    for (const link of ['', 'a.example', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'https://a.example/" onload="x', 'java\nscript:x', 'file:///etc/passwd']) assert.ok(!isSafeLink(link), link);
  });
});
