import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isInfoField} from './info-field.rules.ts';

describe('fields that a partner is asked for', () => {
  it('are those of the registration, of customer and contact, of the form, and the evidence', () => {
    const keys = new Set(['budget']);
    for (const name of ['name', 'lines', 'estimatedAmount', 'customer.taxId', 'contact.email', 'evidence', 'answers.budget']) assert.equal(isInfoField(name, keys), true, name);
    for (const name of ['customer', 'contact', 'answers', 'customer.owner', 'answers.other', 'status', '__proto__', 'customer.']) assert.equal(isInfoField(name, keys), false, name);
  });
});
