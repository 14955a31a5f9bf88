import type {z} from 'zod';
import {assetExamples} from '../asset/asset.examples.ts';
import {assetVersionExamples} from '../asset-version/asset-version.examples.ts';
import type {CobrandTemplate, CobrandTemplateFields, CobrandZone} from './cobrand-template.schema.ts';

const zone = {hint: null, page: 1, fit: 'wrap', minSize: null, maxSize: null, colors: [], font: 'regular', align: 'start', maxChars: null, placeholder: null, link: null, required: false, locked: false} satisfies Partial<CobrandZone>;

const zones: CobrandZone[] = [
  {...zone, id: 'logo', type: 'logo', label: 'Your logo', x: 40, y: 40, w: 160, h: 60, placeholder: '{{partner.logo}}', required: true},
  {...zone, id: 'headline', type: 'text', label: 'Headline', hint: 'What your customers gain.', x: 40, y: 120, w: 515, h: 60, fit: 'line', minSize: 14, maxSize: 28, colors: ['#111827', '#0f766e'], font: 'bold', maxChars: 60, placeholder: 'Vision inspection by {{partner.name}}'},
  {...zone, id: 'contact', type: 'contact', label: 'Your contacts', x: 40, y: 720, w: 300, h: 70, minSize: 7, maxSize: 10, placeholder: '{{partner.name}}\n{{partner.phone}}\n{{partner.email}}\n{{partner.website}}'},
  {...zone, id: 'cta', type: 'cta_link', label: 'Button', x: 360, y: 720, w: 110, h: 28, fit: 'line', colors: ['#0f766e'], font: 'bold', align: 'center', maxChars: 30, placeholder: 'Ask for a demo', link: '{{partner.website}}'},
  {...zone, id: 'check', type: 'qr', label: 'Code that says whether this copy is current', x: 485, y: 720, w: 70, h: 70, locked: true},
];
const rules = {zones, logoRules: {minPixels: 300, clearSpace: 0.1, minContrast: 3, transparent: false}, approval: 'vendor_approves', smallPrint: {page: 1, x: 40, y: 815, w: 515, size: 6, color: '#4b5563'}} as const satisfies Partial<CobrandTemplate>;
const {storedFile} = assetVersionExamples.english;

/** Templates of the datasheet: the one in use, and the one that it replaced. */
export const cobrandTemplateExamples = {
  datasheet: {
    ...rules,
    id: '0193a0c0-0000-7000-8000-000000002502',
    assetId: assetVersionExamples.english.assetId,
    assetTitle: assetExamples.datasheet.title,
    assetVersionId: assetVersionExamples.english.id,
    language: 'en',
    number: 2,
    format: 'pdf',
    width: 595,
    height: 842,
    pages: 2,
    previews: storedFile.previews,
    status: 'published',
    copies: 3,
    publishedAt: '2026-11-12T09:30:00.000Z',
    actions: ['retire'],
    version: 2,
    createdAt: '2026-11-12T09:10:00.000Z',
    updatedAt: '2026-11-12T09:30:00.000Z',
  },
  before: {
    ...rules,
    id: '0193a0c0-0000-7000-8000-000000002501',
    assetId: assetVersionExamples.replaced.assetId,
    assetTitle: assetExamples.datasheet.title,
    assetVersionId: assetVersionExamples.replaced.id,
    language: 'en',
    number: 1,
    format: 'pdf',
    width: 595,
    height: 842,
    pages: 2,
    previews: storedFile.previews,
    status: 'superseded',
    copies: 0,
    publishedAt: '2026-10-06T08:00:00.000Z',
    actions: [],
    version: 3,
    createdAt: '2026-10-05T09:10:00.000Z',
    updatedAt: '2026-11-12T09:30:00.000Z',
  },
} satisfies Record<string, CobrandTemplate>;

/** Zones as a vendor says them. */
export const newCobrandTemplateExample = {
  zones: [
    {id: 'logo', type: 'logo', label: 'Your logo', x: 40, y: 40, w: 160, h: 60, placeholder: '{{partner.logo}}', required: true},
    {id: 'headline', type: 'text', label: 'Headline', x: 40, y: 120, w: 515, h: 60, maxChars: 60, placeholder: 'By {{partner.name}}'},
    {id: 'check', type: 'qr', label: 'Is this copy current?', x: 485, y: 720, w: 70, h: 70, locked: true},
  ],
  approval: 'auto_rules',
} satisfies z.input<typeof CobrandTemplateFields>;
