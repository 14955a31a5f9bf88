import {z} from 'zod';
import {defineRoutes} from '../route.ts';
import {Version} from '../text.ts';
import {DealForm} from './deal-form.schema.ts';

export const dealFormRoutes = defineRoutes({
  /** The form; partners get the fields for their own level. */
  get: {method: 'GET', path: '/deal-form', input: z.object({}), response: DealForm, callers: ['key', 'vendor', 'partner']},
  /** Changes the form. Answers given before keep the label and type they were given under. */
  update: {
    method: 'PATCH',
    path: '/deal-form',
    input: z.object({
      version: Version,
      registrationTypes: DealForm.shape.registrationTypes.optional(),
      standardFields: DealForm.shape.standardFields.optional(),
      fields: DealForm.shape.fields.optional(),
    }),
    response: DealForm,
    callers: ['key', 'vendor'],
  },
});
