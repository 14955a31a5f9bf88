import type {Me} from './me.routes.ts';

/** Who asks: somebody at a partner, somebody at the vendor, and a host's backend. */
export const meExamples = {
  partner: {
    caller: 'partner',
    tenantId: '0193a0c0-0000-7000-8000-00000000000a',
    vendorName: 'Aurora Robotics',
    person: {id: '0193a0c0-0000-7000-8000-000000000203', name: 'Aino Virtanen', locale: 'fi', timeZone: 'Europe/Helsinki'},
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
    roles: ['sales_lead', 'org_admin'],
    scopes: ['activity:read', 'activity:write', 'lead_offer:read', 'lead_offer:write', 'person:read'],
    components: ['lead-inbox'],
    seesWholeOrg: true,
    serverTime: '2026-11-21T09:00:00.000Z',
    lastChangeId: 4107,
  },
  vendor: {
    caller: 'vendor',
    tenantId: '0193a0c0-0000-7000-8000-00000000000a',
    vendorName: 'Aurora Robotics',
    person: {id: '0193a0c0-0000-7000-8000-000000000201', name: 'Priya Raman', locale: 'en', timeZone: 'Europe/London'},
    partnerOrg: null,
    roles: ['channel_manager'],
    scopes: ['activity:read', 'activity:write', 'lead:read', 'lead:write', 'partner_org:read', 'person:read'],
    components: ['lead-desk'],
    seesWholeOrg: true,
    serverTime: '2026-11-21T09:00:00.000Z',
    lastChangeId: 4107,
  },
  key: {
    caller: 'key',
    tenantId: '0193a0c0-0000-7000-8000-00000000000a',
    vendorName: 'Aurora Robotics',
    person: null,
    partnerOrg: null,
    roles: [],
    scopes: ['embed_session:write', 'lead:read', 'lead:write'],
    components: [],
    seesWholeOrg: true,
    serverTime: '2026-11-21T09:00:00.000Z',
    lastChangeId: 4107,
  },
} satisfies Record<string, Me>;
