import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {identify} from './lead-identity.ts';

const of = (website: string | null, email: string | null, name: string | null = null, country: string | null = null) => identify({website, name, country}, {email});

describe('recognising a customer', () => {
  it('goes by the registrable domain of the website', () => {
    for (const website of ['https://www.acme.co.uk/contact?x=1', 'shop.acme.co.uk', 'ACME.CO.UK:8443', 'http://acme.co.uk.']) assert.equal(of(website, null).domainKey, 'acme.co.uk', website);
    assert.equal(of('müller.de', null).domainKey, of('https://www.xn--mller-kva.de', null).domainKey);
    assert.equal(of('acme.github.io', null).domainKey, 'acme.github.io');
  });

  it('takes no address or nonsense for a domain', () => {
    for (const website of ['http://10.0.0.1/', 'localhost', 'n/a', '-', 'co.uk', 'http://', 'see card']) assert.equal(of(website, null).domainKey, null, website);
  });

  it('goes by the mail address when there is no website, unless the provider is everybody’s', () => {
    assert.equal(of(null, 'Anna@Sales.Acme.fi').domainKey, 'acme.fi');
    assert.equal(of('https://acme.fi', 'anna@other.fi').domainKey, 'acme.fi');
    for (const email of ['a@gmail.com', 'a@yahoo.co.jp', 'a@hotmail.fr', 'a@web.de', 'a@163.com']) {
      assert.deepEqual(of(null, email), {domainKey: null, emailKey: email, accountKey: null}, email);
    }
  });

  it('compares mail addresses without case', () => assert.equal(of(null, 'Anna@Acme.fi').emailKey, 'anna@acme.fi'));

  it('goes by name and country when there is no domain', () => {
    const keys = ['Ácme Pumps Oy', 'acme  pumps', 'ACME PUMPS, Ltd.', 'Acme-Pumps Co., Ltd'].map(name => of(null, null, name, 'FI').accountKey);
    assert.deepEqual(keys, keys.map(() => 'name:acme pumps:FI'));
    assert.notEqual(of(null, null, 'Acme Pumps', 'SE').accountKey, keys[0]);
    assert.equal(of(null, null, 'Acme Pumps').accountKey, null);
    assert.equal(of(null, null, 'Oy', 'FI').accountKey, 'name:oy:FI');
    assert.equal(of(null, null, '???', 'FI').accountKey, null);
    assert.equal(of('acme.fi', null, 'Acme Pumps', 'FI').accountKey, 'domain:acme.fi');
  });
});
