import type {Api, DealForm} from '@portico/contract';
import {formErrors} from '@portico/contract/deal-form-rules';
import type {MockHandlers, Scope} from './handlers.ts';
import {definedOf} from './partner-org.mocks.ts';
import {problem} from './problem.ts';

export const dealFormMocks: MockHandlers<Api['dealForm']> = {
  get: (_, scope) => toForm(scope),
  update({version, ...changes}, {store}) {
    const form = store.data.dealForm;
    if (form.version !== version) throw problem('version_conflict', {current: form});
    const changed = {...form, ...definedOf(changes)};
    const errors = formErrors(changed);
    if (errors.length > 0) throw problem('input_invalid', {errors});
    store.data.dealForm = {...changed, version: version + 1, updatedAt: store.now()};
    store.change('deal_form', store.data.program.id);
    return store.data.dealForm;
  },
};

/** Partners get the fields for their own level, and do not read for which levels a field is. */
function toForm({store, viewer}: Scope): DealForm {
  const {dealForm} = store.data;
  if (viewer.side === 'vendor') return dealForm;
  const levelId = (viewer.partnerOrgId === null ? null : store.data.partnerOrgs.get(viewer.partnerOrgId)?.partnership.levelId) ?? null;
  const fields = dealForm.fields.filter(({levelIds}) => levelIds.length === 0 || (levelId !== null && levelIds.includes(levelId)));
  return {...dealForm, fields: fields.map(field => ({...field, levelIds: []}))};
}
