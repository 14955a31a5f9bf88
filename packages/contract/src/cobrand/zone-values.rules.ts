import type {CobrandZone} from '../cobrand-template/cobrand-template.schema.ts';
import type {ZoneFinding, ZoneFindingCode, ZoneValue} from './cobrand.schema.ts';

// What a partner's values and brand make of a template's zones, as far as it is seen without drawing. Plain code without a schema library: server, mocks and widgets use it.

/** A partner's brand, as text. */
export interface BrandWords {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly address: string | null;
  readonly levelBadge: string | null;
  /** `#rrggbb`, the main one first. */
  readonly colors: readonly string[];
  readonly hasLogo: boolean;
}

/** What copies say of themselves. */
export interface CopyWords {
  /** `3`. */
  readonly version: string;
  /** `2026-11-22`. */
  readonly date: string;
  /** Where the QR code leads. */
  readonly address: string;
}

/** What goes into a zone. */
export type ZoneContent =
  | {readonly kind: 'nothing'}
  | {readonly kind: 'text'; readonly text: string; readonly color: string}
  | {readonly kind: 'link'; readonly text: string; readonly color: string; readonly link: string}
  /** `null`: the logo of the brand. */
  | {readonly kind: 'logo'; readonly storedFileId: string | null}
  | {readonly kind: 'badge'; readonly text: string; readonly color: string}
  | {readonly kind: 'qr'; readonly address: string};

export interface FilledZone {
  readonly zone: CobrandZone;
  readonly content: ZoneContent;
}

export interface FilledZones {
  readonly zones: readonly FilledZone[];
  readonly findings: readonly ZoneFinding[];
}

const black = '#000000';
/** Tokens that a placeholder may hold. */
export const placeholderTokens: readonly string[] = ['partner.name', 'partner.phone', 'partner.email', 'partner.website', 'partner.address', 'partner.logo', 'partner.level_badge', 'copy.version', 'copy.date', 'copy.address'];
const token = /\{\{\s*([\w.]+)\s*\}\}/g;

/** Puts values into zones, and says what is wrong with them. */
export function fillZones(zones: readonly CobrandZone[], values: Readonly<Record<string, ZoneValue>>, brand: BrandWords, copy: CopyWords): FilledZones {
  const findings: ZoneFinding[] = Object.keys(values)
    .filter(id => !zones.some(zone => zone.id === id))
    .map(id => finding(id, 'zone_unknown', 'The template has no such zone. Leave it out.'));
  const filled = zones.map(zone => {
    const value = values[zone.id] ?? {};
    if (zone.locked && Object.values(value).some(each => each !== undefined)) findings.push(finding(zone.id, 'locked', 'The vendor fixed this zone. Leave it out.'));
    const content = contentOf(zone, zone.locked ? {} : value, brand, copy);
    findings.push(...contentFindings(zone, content, zone.locked ? {} : value));
    return {zone, content};
  });
  return {zones: filled, findings};
}

function contentOf(zone: CobrandZone, value: ZoneValue, brand: BrandWords, copy: CopyWords): ZoneContent {
  const color = value.color ?? zone.colors[0] ?? (zone.type === 'cta_link' ? (brand.colors[0] ?? black) : black);
  switch (zone.type) {
    case 'qr':
      return {kind: 'qr', address: copy.address};
    case 'logo': {
      if (value.storedFileId !== undefined) return {kind: 'logo', storedFileId: value.storedFileId};
      if (zone.placeholder?.includes('partner.level_badge')) return brand.levelBadge === null ? {kind: 'nothing'} : {kind: 'badge', text: brand.levelBadge, color: zone.colors[0] ?? brand.colors[0] ?? black};
      return brand.hasLogo ? {kind: 'logo', storedFileId: null} : {kind: 'nothing'};
    }
    case 'text':
    case 'contact':
    case 'cta_link': {
      const text = fillPlaceholder(value.text ?? zone.placeholder ?? '', brand, copy);
      if (text === '') return {kind: 'nothing'};
      if (zone.type !== 'cta_link') return {kind: 'text', text, color};
      return {kind: 'link', text, color, link: fillPlaceholder(value.link ?? zone.link ?? '', brand, copy)};
    }
  }
}

/** Text with its tokens replaced. Lines of which nothing is left fall out, so that a partner without a telephone has no empty line. */
export function fillPlaceholder(text: string, brand: BrandWords, copy: CopyWords): string {
  const words: Readonly<Record<string, string | null>> = {
    'partner.name': brand.name,
    'partner.phone': brand.phone,
    'partner.email': brand.email,
    'partner.website': brand.website,
    'partner.address': brand.address,
    'partner.level_badge': brand.levelBadge,
    'copy.version': copy.version,
    'copy.date': copy.date,
    'copy.address': copy.address,
  };
  const lines = text.split(/\r?\n/).flatMap(line => {
    const filled = line.replace(token, (_, name: string) => words[name] ?? '');
    return filled !== line && filled.trim() === '' ? [] : [filled];
  });
  return lines.join('\n').normalize('NFC').trim();
}

/** Tokens of a placeholder that nobody knows. */
export function unknownTokens(text: string): string[] {
  return [...text.matchAll(token)].map(([, name = '']) => name).filter(name => !placeholderTokens.includes(name));
}

function contentFindings(zone: CobrandZone, content: ZoneContent, value: ZoneValue): ZoneFinding[] {
  const found: ZoneFinding[] = [];
  const {id, maxChars, colors} = zone;
  if (zone.required && content.kind === 'nothing') found.push(finding(id, 'required_missing', zone.type === 'logo' ? 'A logo belongs here. Add one to your brand, or choose one.' : 'Something belongs here. Write it, or complete your brand.'));
  if (value.color !== undefined && !colors.includes(value.color)) found.push(finding(id, 'color_not_allowed', `Choose one of ${colors.join(', ') || black}.`));
  if (content.kind === 'text' || content.kind === 'link') {
    const length = [...content.text].length;
    if (maxChars !== null && length > maxChars) found.push(finding(id, 'too_long', `At most ${maxChars} characters; there are ${length}. Shorten it.`, {limit: maxChars, actual: length}));
  }
  if (content.kind === 'link' && !isSafeLink(content.link)) found.push(finding(id, 'link_not_safe', 'It has to lead to an address of the web (https://…), of e-mail (mailto:…) or a telephone (tel:…).'));
  return found;
}

/** Whether an address may stand in a document that others open. */
export function isSafeLink(link: string): boolean {
  if (/[\s<>"'`\\{}|^]/.test(link)) return false;
  try {
    const {protocol, hostname} = new URL(link);
    return protocol === 'mailto:' || protocol === 'tel:' || ((protocol === 'https:' || protocol === 'http:') && hostname !== '');
  } catch {
    return false;
  }
}

const warnings: readonly ZoneFindingCode[] = ['logo_pixels', 'logo_too_small', 'logo_contrast', 'logo_background', 'text_contrast'];

/** What is wrong in a zone: an error, or a warning by its code. */
export function finding(zoneId: string, code: ZoneFindingCode, message: string, {limit = null, actual = null, characters = []}: Partial<Pick<ZoneFinding, 'limit' | 'actual' | 'characters'>> = {}): ZoneFinding {
  return {zoneId, pointer: `/values/${zoneId}`, code, severity: warnings.includes(code) ? 'warning' : 'error', message, limit, actual, characters};
}
