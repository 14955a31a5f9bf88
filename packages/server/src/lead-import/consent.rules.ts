import type {LeadImportField, NewLead} from '@portico/contract';
import type {RowTexts} from '../csv-import/plan.rules.ts';
import type {RowSetting} from '../csv-import/references.rules.ts';
import type {RowReport} from '../csv-import/row-report.rules.ts';
import {toAnswer} from './words.rules.ts';

/**
 * What the contact agreed to. Data of a person without consent is an error where the programme asks for consent.
 *
 * @param readDate - Reads the column of its date, once.
 * @param receivedAt - Stands for the date of consent where no column gives one.
 */
export function readConsent(texts: RowTexts<LeadImportField>, setting: RowSetting, report: RowReport<LeadImportField>, readDate: () => string | null, receivedAt: string | null): NewLead['consent'] {
  const text = texts.get('consentText')?.text;
  const given = text !== undefined && toAnswer(text) !== 'no';
  if (!given) {
    const personal = Object.keys(report.read).some(field => field.startsWith('contact.') && field !== 'contact.language');
    if (personal && setting.consentRequired) {
      report.error('consentText', 'consent_missing', text === undefined ? 'Contact data needs consent: map a consent column, or leave the contact out.' : `“${text}” is no consent, and contact data needs one.`);
    }
    return undefined;
  }
  const at = readDate() ?? receivedAt ?? new Date(setting.now).toISOString();
  report.set('consentText', text);
  return {purposes: ['sales_contact'], textVersion: text.slice(0, 80), at, source: 'import'};
}
