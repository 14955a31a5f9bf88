import type {z} from 'zod';
import {storedFileExamples} from '../stored-file/stored-file.examples.ts';
import type {PartnerBrand} from './partner-brand.schema.ts';
import type {NewPartnerOrg, PartnerOrg, Partnership} from './partner-org.schema.ts';

const at = '2026-11-02T08:00:00.000Z';
const gold = '0193a0c0-0000-7000-8000-000000000011';
const silver = '0193a0c0-0000-7000-8000-000000000012';
const priya = '0193a0c0-0000-7000-8000-000000000201';
const anywhere: Partnership = {status: 'active', levelId: silver, managerId: priya, territories: [], products: [], capacity: null, pausedReason: null, groups: [], certifications: [], acceptedTerms: []};

/** Three partners: one with limits, one without, and one that is paused and stands under the second. */
export const partnerOrgExamples = {
  lumen: {
    id: '0193a0c0-0000-7000-8000-000000000101',
    externalId: 'p-lumen',
    name: 'Lumen Automation Oy',
    type: 'reseller',
    parentId: null,
    country: 'FI',
    timeZone: 'Europe/Helsinki',
    website: 'https://lumen.example',
    partnership: {...anywhere, levelId: gold, territories: [{country: 'FI', region: null}, {country: 'SE', region: null}], capacity: 40, groups: ['nordic'], certifications: ['vision-pro'], acceptedTerms: ['brand-2026']},
    openLeads: 6,
    version: 3,
    createdAt: at,
    updatedAt: '2026-11-20T10:15:00.000Z',
  },
  bergmann: {
    id: '0193a0c0-0000-7000-8000-000000000102',
    externalId: 'p-bergmann',
    name: 'Bergmann Systemhaus GmbH',
    type: 'distributor',
    parentId: null,
    country: 'DE',
    timeZone: 'Europe/Berlin',
    website: null,
    partnership: anywhere,
    openLeads: 2,
    version: 1,
    createdAt: at,
    updatedAt: at,
  },
  rheinNet: {
    id: '0193a0c0-0000-7000-8000-000000000103',
    externalId: null,
    name: 'RheinNet IT',
    type: 'reseller',
    parentId: '0193a0c0-0000-7000-8000-000000000102',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    website: null,
    partnership: {...anywhere, levelId: null, managerId: null, pausedReason: 'Certification runs out this month.'},
    openLeads: 0,
    version: 2,
    createdAt: at,
    updatedAt: at,
  },
} satisfies Record<string, PartnerOrg>;

/** A partner as a host adds one. */
export const newPartnerOrgExample = {
  externalId: 'p-nordwerk',
  name: 'Nordwerk AS',
  type: 'var',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  partnership: {status: 'active', territories: [{country: 'NO', region: null}], capacity: 20},
} satisfies z.input<typeof NewPartnerOrg>;

/** Brands: one with everything, and one of which nobody said anything yet. */
export const partnerBrandExamples = {
  lumen: {
    partnerOrgId: partnerOrgExamples.lumen.id,
    logoFileId: storedFileExamples.lumenLogo.id,
    displayName: 'Lumen',
    phone: '+358 9 4245 0100',
    email: 'sales@lumen.example',
    website: null,
    address: 'Hämeenkatu 12\n33100 Tampere',
    colors: ['#0f766e', '#f59e0b'],
    logo: storedFileExamples.lumenLogo,
    shown: {name: 'Lumen', website: 'https://lumen.example', levelBadge: 'Gold'},
    version: 2,
    updatedAt: '2026-11-18T09:00:00.000Z',
  },
  bergmann: {
    partnerOrgId: partnerOrgExamples.bergmann.id,
    logoFileId: null,
    displayName: null,
    phone: null,
    email: null,
    website: null,
    address: null,
    colors: [],
    logo: null,
    shown: {name: 'Bergmann Systemhaus GmbH', website: null, levelBadge: 'Silver'},
    version: 1,
    updatedAt: at,
  },
} satisfies Record<string, PartnerBrand>;
