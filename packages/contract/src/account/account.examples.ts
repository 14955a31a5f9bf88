import type {z} from 'zod';
import type {Account, NewAccount} from './account.schema.ts';

export const accountExamples = {
  customer: {
    id: '0193a0c0-0000-7000-8000-000000000d01',
    externalId: 'crm-118',
    name: 'Tampere Paperworks',
    website: 'https://tampere-paperworks.example',
    domains: ['tpw.example'],
    taxId: null,
    country: 'FI',
    standing: 'existing_customer',
    updatedAt: '2026-11-18T12:00:00.000Z',
  },
} satisfies Record<string, Account>;

export const newAccountExample = {externalId: 'crm-119', name: 'Oulu Foundry Oy', website: 'oulufoundry.example', country: 'FI', standing: 'direct_sales_active'} satisfies z.input<typeof NewAccount>;
