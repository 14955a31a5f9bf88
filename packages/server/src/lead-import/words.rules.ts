import {LeadImportStage, LeadPriority, LeadQuality, LeadSource, LostReason} from '@portico/contract';
import {fold} from '../csv-import/places.rules.ts';

const otherWords = {
  priority: {high: 'hot', urgent: 'hot', medium: 'normal', standard: 'normal', cold: 'low', warm: 'normal'},
  quality: {mql: 'marketing_qualified', sql: 'sales_qualified'},
  source: {web: 'web_form', website: 'web_form', form: 'web_form', tradeshow: 'event', fair: 'event', webinar: 'event', partner: 'partner_referral', referral: 'partner_referral', email: 'campaign', newsletter: 'campaign'},
} as const;

/** A priority by name. */
export const toPriority = toWord(LeadPriority.options, otherWords.priority);
/** A quality by name or its usual abbreviation. */
export const toQuality = toWord(LeadQuality.options, otherWords.quality);
/** Where a lead came from. */
export const toSource = toWord(LeadSource.options, otherWords.source);
/** A stage of the import. */
export const toStage = toWord(LeadImportStage.options, {});
/** Why a lead was lost. */
export const toLostReason = toWord(LostReason.options, {});

/** Whether a cell is only an answer to a yes-or-no question, and which. */
export function toAnswer(text: string): 'yes' | 'no' | undefined {
  const word = fold(text);
  if (['yes', 'y', 'true', '1', 'x', 'ja', 'kylla', 'oui', 'si', 'sim', 'co', '是', '同意', 'はい', '同意済み', '예', '동의', 'ok', 'on', 'granted', 'optin'].includes(word)) return 'yes';
  return ['no', 'n', 'false', '0', 'nein', 'ei', 'nej', 'non', 'nao', 'khong', '否', '不同意', 'いいえ', '아니요', '아니오', 'off', 'none', 'denied', 'withdrawn', 'optout'].includes(word) ? 'no' : undefined;
}

function toWord<T extends string>(options: readonly T[], others: Readonly<Record<string, T>>): (text: string) => T | undefined {
  const words = new Map<string, T>([...Object.entries(others), ...options.map(option => [fold(option), option] as const)]);
  return text => words.get(fold(text));
}
