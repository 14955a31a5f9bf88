import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Client} from '@portico/client';
import {refuses} from './acts.ts';
import type {Backend} from './backend.ts';
import {newDeal, submit} from './deal-acts.ts';

type Fields = NonNullable<Parameters<Client['dealForm']['update']>[0]['fields']>;

const approvedField: Fields[number] = {key: 'approved', type: 'checkbox', label: {en: 'Is the budget approved?', fi: 'Onko budjetti hyväksytty?'}};
const budgetField: Fields[number] = {
  key: 'budget',
  type: 'select',
  label: {en: 'Whose budget?'},
  required: true,
  options: [{value: 'it', label: {en: 'IT'}}, {value: 'production', label: {en: 'Production'}}],
  showIf: {key: 'approved', in: [true]},
};

/** Gives the programme a form of these fields alone. */
async function setFields({dealForm}: Client, fields: Fields) {
  const {version} = await dealForm.get();
  return dealForm.update({version, fields, standardFields: {lines: 'optional'}});
}

export function dealFormSuite(backend: () => Backend): void {
  it('is there from the start, and changes part by part and by version', async () => {
    const {vendor, partner} = await backend().newStage();
    const before = await vendor.dealForm.get();
    assert.ok(before.registrationTypes.length > 0);
    const form = await vendor.dealForm.update({version: before.version, fields: [approvedField]});
    assert.deepEqual([form.version, form.registrationTypes, form.standardFields], [before.version + 1, before.registrationTypes, before.standardFields]);
    assert.deepEqual(form.fields, [{...approvedField, help: null, required: false, options: [], showIf: null, registrationTypes: [], levelIds: [], countries: []}]);
    await refuses('version_conflict', vendor.dealForm.update({version: before.version, fields: []}));
    assert.deepEqual((await partner.dealForm.get()).fields, form.fields);
    await refuses('forbidden', partner.dealForm.update({version: form.version, fields: []}));
  });

  it('is not taken with faults, and says where they are', async () => {
    const {vendor} = await backend().newStage();
    const {version} = await vendor.dealForm.get();
    const faulty: Fields = [approvedField, {...budgetField, options: []}, {...approvedField}, {key: 'lost', type: 'text', label: {en: 'Lost'}, showIf: {key: 'nowhere', in: ['x']}}];
    const {problem} = await refuses('input_invalid', vendor.dealForm.update({version, fields: faulty}));
    assert.deepEqual(problem.errors?.map(({pointer, code}) => `${pointer} ${code}`), ['/fields/2/key duplicate', '/fields/1/options options_missing', '/fields/3/showIf/key field_unknown']);
    assert.equal((await vendor.dealForm.get()).version, version);
  });

  it('asks for what it requires while that is shown, when a deal is submitted', async () => {
    const stage = await backend().newStage();
    await setFields(stage.vendor, [approvedField, budgetField]);
    const draft = await stage.partner.dealRegistrations.create(newDeal({answers: [{key: 'approved', value: true}]}));
    const {problem} = await refuses('input_invalid', submit(stage, stage.partner, draft));
    assert.deepEqual(problem.errors?.map(({pointer, code}) => `${pointer} ${code}`), ['/answers/budget required']);
    const {version} = await stage.partner.dealRegistrations.update({id: draft.id, version: draft.version, answers: [{key: 'approved', value: false}]});
    const {registration} = await submit(stage, stage.partner, {id: draft.id, version});
    assert.equal(registration.status, 'submitted');
  });

  it('leaves answers under the label and type they were given under', async () => {
    const {vendor, partner} = await backend().newStage();
    await setFields(vendor, [approvedField]);
    const draft = await partner.dealRegistrations.create(newDeal({answers: [{key: 'approved', value: true}]}));
    assert.deepEqual(draft.answers, [{key: 'approved', label: approvedField.label, type: 'checkbox', value: true}]);
    await setFields(vendor, [{...approvedField, label: {en: 'Is there money?'}}]);
    assert.deepEqual((await partner.dealRegistrations.get({id: draft.id})).answers, draft.answers);
  });
}
