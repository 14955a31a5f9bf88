import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Validator} from '@seriousme/openapi-schema-validator';
import {api} from './api.ts';
import {openApiDocument} from './openapi.ts';
import type {Route} from './route.ts';

interface Operation {
  operationId: string;
  parameters?: {name: string; in: string; required?: boolean}[];
  responses: Record<string, {$ref?: string; content?: Record<string, {schema: {$ref?: string}}>}>;
}

const document = openApiDocument('https://portico.example.com/v1');
const operations = Object.values(document.paths ?? {}).flatMap(path => Object.values(path as Record<string, Operation>));
/** What a route refuses is said once for all that refuse alike. */
const refusal = ({$ref = ''}: {readonly $ref?: string}) => document.components?.responses?.[$ref.replace('#/components/responses/', '')] as Operation['responses'][string];
const find = (id: string) => operations.find(({operationId}) => operationId === id) as Operation;

describe('the OpenAPI document', () => {
  it('is valid', async () => {
    // The validator adds to what it is given.
    const result = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
    assert.deepEqual(result.errors ?? [], []);
    assert.equal(result.valid, true);
  });

  it('holds every route', () => {
    const names = Object.entries(api).flatMap(([resource, routes]) => Object.keys(routes as Record<string, Route>).map(verb => `${resource}.${verb}`));
    assert.deepEqual(operations.map(({operationId}) => operationId).sort(), names.sort());
  });

  it('says each shape once and refers to it', () => {
    assert.deepEqual(find('leadOffers.accept').responses['200']?.content?.['application/json']?.schema, {$ref: '#/components/schemas/LeadOffer'});
    for (const {operationId, responses} of operations) {
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) >= 400) assert.equal(refusal(response).content?.['application/problem+json']?.schema.$ref, '#/components/schemas/Problem', operationId);
      }
    }
    const {length} = JSON.stringify(document);
    assert.ok(length < 800_000, `It has grown to ${length} characters.`);
  });

  it('asks for a key where something is created or triggered, and for the version where one is changed', () => {
    const headersOf = (id: string) => find(id).parameters?.filter(each => each.in === 'header').map(({name, required}) => `${name}${required ? '' : '?'}`);
    assert.deepEqual(headersOf('leadOffers.accept'), ['Idempotency-Key', 'If-Match']);
    assert.deepEqual(headersOf('leads.create'), ['Idempotency-Key']);
    assert.deepEqual(headersOf('people.update'), ['Idempotency-Key?', 'If-Match']);
    assert.deepEqual(headersOf('leads.list'), []);
  });
});
