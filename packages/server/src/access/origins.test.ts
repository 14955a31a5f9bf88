import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {coversOrigin, isListedOrigin} from './origins.ts';

describe('origins', () => {
  const list = ['https://portal.example', 'http://localhost:3000', 'https://*.acme.example', 'https://*.shop.example:8443'];

  it('match by scheme, host and port', () => {
    for (const origin of ['https://portal.example', 'http://localhost:3000']) assert.ok(isListedOrigin(origin, list), origin);
    for (const origin of ['http://portal.example', 'https://portal.example:8443', 'https://portal.example.evil.example', 'https://evil-portal.example', 'http://localhost', 'http://localhost:30000', 'null', '']) {
      assert.ok(!isListedOrigin(origin, list), origin);
    }
  });

  it('let a wildcard stand for one label', () => {
    for (const origin of ['https://a.acme.example', 'https://my-shop.acme.example', 'https://eu.shop.example:8443']) assert.ok(isListedOrigin(origin, list), origin);
    for (const origin of ['https://acme.example', 'https://a.b.acme.example', 'https://.acme.example', 'http://a.acme.example', 'https://evil.example/.acme.example', 'https://a_b.acme.example', 'https://eu.shop.example', 'https://evilacme.example', 'https://evil.example#.acme.example', 'https://user@evil.acme.example']) {
      assert.ok(!isListedOrigin(origin, list), origin);
    }
  });

  it('cover an entry that is listed or falls under one', () => {
    assert.ok(coversOrigin('https://*.acme.example', list));
    assert.ok(coversOrigin('https://x.acme.example', list));
    assert.ok(!coversOrigin('https://*.x.acme.example', list));
    assert.ok(!coversOrigin('https://*.example', list));
  });
});
