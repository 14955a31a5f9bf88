import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isSuspicious, leadOf, pageWithoutQuery} from './enquiry.rules.ts';

const enquiry = {assetId: null, name: 'Nguyễn Thị Mai', email: 'mai@example.vn', company: '', phone: null, message: 'Giá?', consentTextVersion: 'collateral-1', locale: 'vi', page: 'https://lumen.example/a?email=x#y', elapsedMs: 9000, fax: null};

describe('an enquiry', () => {
  it('is a lead that names who asked, what about and where they agreed', () => {
    const lead = leadOf(enquiry, {title: 'Datasheet', products: ['Vision']}, {name: 'Home', campaign: 'web'}, '2026-11-22T10:00:00.000Z');
    assert.deepEqual([lead.contact.firstName, lead.contact.lastName, lead.company.name, lead.need, lead.title, lead.campaign, lead.products, lead.tags], ['Nguyễn Thị', 'Mai', null, 'Giá?', 'Datasheet', 'web', ['Vision'], ['embed', 'Home']]);
    assert.deepEqual(lead.consent, {purposes: ['enquiry'], textVersion: 'collateral-1 vi', at: '2026-11-22T10:00:00.000Z', source: 'https://lumen.example/a'});
    assert.equal(leadOf({...enquiry, name: '王小明'}, null, {name: 'Home', campaign: null}, '').contact.lastName, '王小明');
  });

  it('that a program seems to have sent waits for a person', () => {
    assert.equal(isSuspicious(enquiry), false);
    assert.equal(isSuspicious({...enquiry, fax: '+358'}), true);
    assert.equal(isSuspicious({...enquiry, elapsedMs: 200}), true);
  });

  it('keeps of a page nothing that follows its path', () => {
    assert.equal(pageWithoutQuery('https://a.example:8443/x?y#z'), 'https://a.example:8443/x');
    assert.equal(pageWithoutQuery(null), null);
  });
});
