import type {PartnerBrand, ZoneFinding, ZoneValues} from '@portico/contract';
import {fillZones, finding, type BrandWords, type CopyWords, type FilledZone} from '@portico/contract/cobrand-rules';
import type {TemplateRow} from '../cobrand-template/cobrand-template.queries.ts';
import type {Scope} from '../database/scope.ts';
import {readBrand} from '../partner-org/partner-brand.queries.ts';
import {readStoredFiles, type StoredFileRow} from '../stored-file/stored-file.queries.ts';
import {isLogoMediaType, logoFileFindings} from './logo-file.rules.ts';

/** A template with a partner's brand and values in it, and everything that is seen without drawing. */
export interface FilledCopy {
  readonly zones: readonly FilledZone[];
  readonly findings: readonly ZoneFinding[];
  /** By the ids of zones. */
  readonly logos: ReadonlyMap<string, StoredFileRow>;
  readonly brand: BrandWords;
}

/** Whose copy of which template. */
export interface CopyInput {
  readonly template: TemplateRow;
  readonly values: ZoneValues;
  /** `null`: a partner that nobody is, for the vendor to look at. */
  readonly partnerOrgId: string | null;
  /** Where its QR code leads. */
  readonly address: string;
}

const nobody: BrandWords = {name: 'Partner Ltd.', phone: '+00 0000 0000', email: 'name@partner.example', website: 'https://partner.example', address: 'Street 1, City', levelBadge: 'Gold', colors: ['#0f766e'], hasLogo: false};

/** Puts values and brand into a template. @param scope - One that sees the partner's files and the template. */
export async function fillCopy(scope: Scope, {template, values, partnerOrgId, address}: CopyInput): Promise<FilledCopy> {
  const own = partnerOrgId === null ? undefined : await readBrand(scope, partnerOrgId);
  const brand = own ? brandWordsOf(own) : nobody;
  const filled = fillZones(template.zones, values, brand, copyWordsOf(scope, template, address));
  const ids = filled.zones.flatMap(({content}) => (content.kind === 'logo' ? (content.storedFileId ?? own?.logoFileId ?? []) : []));
  const files = await readStoredFiles(scope, ids);
  const logos = new Map<string, StoredFileRow>();
  const findings = [...filled.findings];
  for (const {zone, content} of filled.zones) {
    if (content.kind !== 'logo') continue;
    const file = files.get(content.storedFileId ?? own?.logoFileId ?? '');
    const isAllowed = file && (file.partnerOrgId === partnerOrgId || content.storedFileId === null);
    if (!isAllowed || file.status !== 'ready' || file.recallReason !== null || !isLogoMediaType(file.mediaType)) {
      findings.push(finding(zone.id, 'logo_unusable', 'This logo cannot be used. Choose a PNG, JPEG, WebP or SVG picture of your own.'));
      continue;
    }
    findings.push(...logoFileFindings(zone, template.logo_rules, file));
    logos.set(zone.id, file);
  }
  return {zones: filled.zones, findings, logos, brand};
}

function brandWordsOf({shown, phone, email, address, colors, logoFileId}: Omit<PartnerBrand, 'logo'>): BrandWords {
  return {...shown, phone, email, address, colors, hasLogo: logoFileId !== null};
}

function copyWordsOf({context}: Scope, {number}: TemplateRow, address: string): CopyWords {
  return {version: String(number), date: new Date(context.now()).toISOString().slice(0, 10), address};
}
