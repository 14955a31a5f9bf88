import type {DealForm} from './deal-form.schema.ts';

/** A form with two fields of the vendor's own, one of them shown only when the other says so. */
export const dealFormExamples = {
  aurora: {
    registrationTypes: ['new_logo', 'resale', 'renewal', 'co_sell'],
    standardFields: {
      'customer.website': 'required',
      'customer.taxId': 'optional',
      'customer.city': 'optional',
      'contact.firstName': 'optional',
      'contact.lastName': 'required',
      'contact.email': 'required',
      'contact.phone': 'optional',
      lines: 'required',
      expectedCloseOn: 'required',
      description: 'optional',
      competitors: 'optional',
      evidence: 'optional',
    },
    fields: [
      {
        key: 'budget_approved',
        type: 'checkbox',
        label: {en: 'Is the budget approved?', fi: 'Onko budjetti hyväksytty?', de: 'Ist das Budget freigegeben?', vi: 'Ngân sách đã được duyệt chưa?', 'zh-Hans': '预算是否已批准？', ar: 'هل تمت الموافقة على الميزانية؟'},
        help: null,
        required: false,
        options: [],
        showIf: null,
        registrationTypes: [],
        levelIds: [],
        countries: [],
      },
      {
        key: 'budget_from',
        type: 'select',
        label: {en: 'Whose budget is it?', fi: 'Kenen budjetista?'},
        help: {en: 'Helps us to find the right price list.'},
        required: true,
        options: [
          {value: 'production', label: {en: 'Production', fi: 'Tuotanto'}},
          {value: 'it', label: {en: 'IT', fi: 'IT'}},
        ],
        showIf: {key: 'budget_approved', in: [true]},
        registrationTypes: [],
        levelIds: [],
        countries: [],
      },
    ],
    version: 2,
    updatedAt: '2026-11-18T12:00:00.000Z',
  },
} satisfies Record<string, DealForm>;
