import type {Api} from '@portico/contract';
import {formErrors} from '@portico/contract/deal-form-rules';
import {recordChange} from '../changes/record-change.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {findLevelId, getDealForm, lockDealForm, readLevelIds, updateDealForm} from './deal-form.queries.ts';
import {formForLevel, levelErrors} from './deal-form.rules.ts';

export const dealFormHandlers: Handlers<Api['dealForm']> = {
  get: async ({scope}) => {
    const form = await getDealForm(scope);
    return scope.partnerOrgId === null ? form : formForLevel(form, await findLevelId(scope, scope.partnerOrgId));
  },

  update: async ({input: {version, ...changes}, scope}) => {
    const form = await lockDealForm(scope);
    await expectVersion(form, version, async () => form);
    const {registrationTypes = form.registrationTypes, standardFields = form.standardFields, fields = form.fields} = changes;
    const designed = {registrationTypes, standardFields, fields};
    const errors = [...formErrors(designed), ...levelErrors(designed, await readLevelIds(scope))];
    if (errors.length > 0) throw problem('input_invalid', {errors: errors.slice(0, 100)});
    const updated = await updateDealForm(scope, designed);
    await recordChange(scope, {resource: 'deal_form', id: scope.programId, action: 'update', changes});
    return updated;
  },
};
