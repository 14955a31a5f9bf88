import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CobrandTemplateFields} from '@portico/contract';
import {formatOf, templateErrors} from './cobrand-template.rules.ts';

const a4 = {format: 'pdf', width: 595, height: 842, pages: 2} as const;
const zone = {id: 'z', type: 'text', label: 'Z', x: 10, y: 10, w: 100, h: 20};
const errorsOf = (zones: object[], smallPrint: object | null = null) => templateErrors(CobrandTemplateFields.parse({zones, smallPrint}), a4).map(({pointer, code}) => `${pointer} ${code}`);

describe('templates', () => {
  it('take zones that lie on their pages and hold what is known', () => {
    assert.deepEqual(errorsOf([{...zone, placeholder: '{{partner.name}}'}, {...zone, id: 'q', type: 'qr', w: 60, h: 60, page: 2}, {...zone, id: 'c', type: 'cta_link', link: '{{partner.website}}'}], {page: 2, x: 10, y: 830, w: 500}), []);
  });

  it('say which zone is wrong, and how', () => {
    assert.deepEqual(errorsOf([zone, zone]), ['/zones/1/id taken']);
    assert.deepEqual(errorsOf([{...zone, page: 3}]), ['/zones/0/page no_such_page']);
    assert.deepEqual(errorsOf([{...zone, x: 550}]), ['/zones/0 outside']);
    assert.deepEqual(errorsOf([{...zone, w: 0}]), ['/zones/0/w empty']);
    assert.deepEqual(errorsOf([{...zone, type: 'qr'}]), ['/zones/0/w qr_too_small']);
    assert.deepEqual(errorsOf([{...zone, placeholder: '{{partner.iban}}'}]), ['/zones/0/placeholder unknown_token']);
    assert.deepEqual(errorsOf([{...zone, type: 'cta_link', link: 'javascript:x'}]), ['/zones/0/link link_not_safe']);
    assert.deepEqual(errorsOf([{...zone, minSize: 12, maxSize: 8}]), ['/zones/0/maxSize below_minimum']);
    assert.deepEqual(errorsOf([], {page: 1, x: 500, y: 10, w: 500}), ['/smallPrint outside']);
  });

  it('are of PDFs, pictures and pages for the web', () => {
    assert.deepEqual((['application/pdf', 'image/png', 'text/html', 'image/gif', 'video/mp4'] as const).map(mediaType => formatOf({mediaType})), ['pdf', 'image', 'html', undefined, undefined]);
  });
});
