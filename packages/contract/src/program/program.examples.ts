import type {Program} from './program.schema.ts';

/** A programme with two levels and four products; every rule at its default. */
export const programExamples = {
  aurora: {
    id: '0193a0c0-0000-7000-8000-000000000001',
    name: 'Aurora Partner Programme',
    timeZone: 'Europe/Helsinki',
    brandColor: '#0b5fff',
    levels: [
      {id: '0193a0c0-0000-7000-8000-000000000011', name: 'Gold', rank: 1, weight: 3},
      {id: '0193a0c0-0000-7000-8000-000000000012', name: 'Silver', rank: 2, weight: 1},
    ],
    products: [
      {name: 'Aurora Flow', aliases: ['Flow']},
      {name: 'Aurora Vision', aliases: []},
      {name: 'Aurora Edge', aliases: ['EdgeBox']},
      {name: 'Aurora Care', aliases: []},
    ],
    countries: ['FI', 'SE', 'DE', 'VN', 'AE'],
    leadPolicy: {
      acceptSlaHours: 48,
      hotAcceptSlaHours: 24,
      actSlaDays: 60,
      idleLimitDays: 14,
      idleReminderDays: [3, 7],
      acceptReminderHours: [4],
      autoAccept: false,
      autoReoffer: true,
      onTimedOut: 'close_lost',
      dedupeWindowDays: 90,
      consentRequired: true,
      teaserFields: ['title', 'industry', 'country', 'region', 'products', 'valueBand', 'timeline', 'score'],
      calendar: null,
    },
    defaultPartnerOrgId: null,
    origins: ['https://partners.example.com', 'https://*.crm.example.com'],
    version: 4,
    updatedAt: '2026-11-18T12:00:00.000Z',
  },
} satisfies Record<string, Program>;
