import type {Asset, Unlock} from '@portico/contract';
import {explainProblem, findWord} from '../base/explain.ts';
import type {AllCollateralLibraryStrings} from '../strings/collateral-library.strings.ts';
import type {Localize} from '../strings/localize.ts';
import type {LibraryFacet} from './library.model.ts';

export {findWord as wordOf} from '../base/explain.ts';

/** The words of the library in the reader's language. */
export type Text = Localize<AllCollateralLibraryStrings>;

/** Names of formats are the same in every language. */
const formats: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/svg+xml': 'SVG',
  'text/html': 'HTML',
  'text/csv': 'CSV',
  'video/mp4': 'MP4',
  'video/webm': 'WebM',
  'application/zip': 'ZIP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
};

/** What a file is, as people call its format. */
export function formatOf(mediaType: string): string {
  return formats[mediaType] ?? mediaType;
}

/** A size in the unit that fits: 184 kB, 2.4 MB. */
export function sizeOf(text: Text, bytes: number): string {
  const [unit, per] = bytes < 1e6 ? ['kilobyte', 1e3] : bytes < 1e9 ? ['megabyte', 1e6] : ['gigabyte', 1e9];
  const value = bytes / Number(per);
  return text.number(value, {style: 'unit', unit: String(unit), unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0});
}

/** A language by its name in the reader's; its tag where it has none. */
export function languageOf(text: Text, tag: string): string {
  return nameOf(text, 'language', tag);
}

function nameOf(text: Text, type: 'language' | 'region', code: string): string {
  try {
    return new Intl.DisplayNames(text.lang(), {type}).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A value of a facet as people read it. Stages have the names of the programme, where it has them. */
export function valueOf(text: Text, facet: LibraryFacet, value: string): string {
  return facet === 'type' ? (findWord(text, `type_${value}`) ?? value) : facet === 'language' ? languageOf(text, value) : value;
}

/** One thing that is missing before a piece may be had. */
export function unlockOf(text: Text, unlock: Unlock): string {
  switch (unlock.kind) {
    case 'level':
      return unlock.levelName === null ? text.term('unlock_levelGone') : text.term('unlock_level', unlock.levelName);
    case 'partner_type':
      return text.term('unlock_partner_type', text.list(unlock.partnerTypes.map(type => findWord(text, `partnerType_${type}`) ?? type), {type: 'disjunction'}));
    case 'territory':
      return text.term('unlock_territory', text.list(unlock.territories.map(({country, region}) => region ?? nameOf(text, 'region', country)), {type: 'disjunction'}));
    case 'certification':
      return text.term('unlock_certification', unlock.certifications.length, text.list(unlock.certifications));
    case 'product':
      return text.term('unlock_product', text.list(unlock.products, {type: 'disjunction'}));
    case 'terms':
      return text.term('unlock_terms', unlock.termsVersion);
    case 'from':
      return text.term('unlock_from', text.date(unlock.at));
    default:
      return findWord(text, `unlock_${unlock.kind}`) ?? text.term('locked');
  }
}

/** Everything that is missing, as one line. */
export function unlocksOf(text: Text, {unlocks}: Pick<Asset, 'unlocks'>): string {
  return unlocks.length === 0 ? text.term('locked') : unlocks.map(unlock => unlockOf(text, unlock)).join(' · ');
}

/** Codes that mean the same to a person: the key of their sentence. */
const sentences: Readonly<Record<string, string>> = {
  asset_not_found: 'problem_gone',
  asset_version_not_found: 'problem_gone',
};

/** Says why something did not take effect. */
export function explain(text: Text, error: unknown): string {
  return explainProblem(text, error, sentences);
}
