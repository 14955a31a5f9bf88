import type {LeadImportField, LeadImportStage, LostReason} from '@portico/contract';
import type {RowTexts} from '../csv-import/plan.rules.ts';
import {findPartnerOrgs, findPeople, type KnownPartnerOrg, type KnownPerson, type RowSetting} from '../csv-import/references.rules.ts';
import type {RowReport} from '../csv-import/row-report.rules.ts';
import {toLostReason, toStage} from './words.rules.ts';

/** Where an imported lead stands with a partner. */
export interface Placement {
  readonly stage: Exclude<LeadImportStage, 'new'>;
  readonly partnerOrg: KnownPartnerOrg;
  readonly assigneeId: string | null;
  readonly acceptedAt: string | null;
  readonly endedAt: string | null;
  readonly lostReason: LostReason | null;
}

/**
 * Where the row says that the lead stands. Without a stage a lead that names a partner is offered to them; without a partner the assignee's own organisation
 * has it, if that is only one.
 *
 * @param readDate - Reads the date of a field, noting what is wrong with it.
 * @returns `null` for a lead that is to be routed, and for a row with errors.
 */
export function readPlacement(texts: RowTexts<LeadImportField>, setting: RowSetting, report: RowReport<LeadImportField>, readDate: (field: LeadImportField) => string | null): Placement | null {
  const stage = readStage(texts, report);
  if (stage === undefined) return null;
  const named = readPartnerOrg(texts, setting, report);
  const assignee = readAssignee(texts, setting, report, named?.id);
  if (stage === 'new') return null;

  const partnerOrg = named ?? setting.references.partnerOrgs.byId.get(assignee?.partnerOrgIds[0] ?? '');
  const acceptedAt = stage === 'offered' ? null : readDate('acceptedAt');
  const ended = stage === 'closed_won' || stage === 'closed_lost';
  const endedAt = ended ? readDate('endedAt') : null;
  if (acceptedAt && endedAt && endedAt < acceptedAt) report.error('endedAt', 'dates_out_of_order', 'The lead ended before it was accepted.');
  const lostReason = stage === 'closed_lost' ? readLostReason(texts, report) : null;
  if (!partnerOrg) {
    if (!report.failed) report.error('partnerOrg', 'partner_missing', `A lead in stage ${stage} needs a partner: map a partner column, or an assignee who belongs to one partner only.`);
    return null;
  }
  report.set('stage', stage);
  return {stage, partnerOrg, assigneeId: assignee?.id ?? null, acceptedAt, endedAt, lostReason};
}

function readStage(texts: RowTexts<LeadImportField>, report: RowReport<LeadImportField>): LeadImportStage | undefined {
  const text = texts.get('stage')?.text;
  if (text === undefined) return texts.has('partnerOrg') ? 'offered' : 'new';
  const stage = toStage(text);
  if (!stage) report.error('stage', 'stage_unknown', `“${text}” is not a stage. Map it to new, offered, working, closed_won or closed_lost.`);
  return stage;
}

function readPartnerOrg(texts: RowTexts<LeadImportField>, {references}: RowSetting, report: RowReport<LeadImportField>): KnownPartnerOrg | undefined {
  const text = texts.get('partnerOrg')?.text;
  if (text === undefined) return undefined;
  const [found, ...others] = findPartnerOrgs(text, references);
  if (!found) report.error('partnerOrg', 'partner_unknown', `There is no partner “${text}”. Use the name or externalId of a partner organisation.`);
  else if (others.length > 0) report.error('partnerOrg', 'partner_ambiguous', `${others.length + 1} partners are called “${text}”. Use the externalId.`);
  else report.set('partnerOrg', found.name);
  return found;
}

function readAssignee(texts: RowTexts<LeadImportField>, {references}: RowSetting, report: RowReport<LeadImportField>, partnerOrgId: string | undefined): KnownPerson | undefined {
  const text = texts.get('assignee')?.text;
  if (text === undefined) return undefined;
  const members = findPeople(text, references, partnerOrgId);
  // Where the file names no partner, the person must point to one.
  const [found, ...others] = partnerOrgId === undefined ? members.filter(({partnerOrgIds}) => partnerOrgIds.length === 1) : members;
  if (!found) report.warn('assignee', 'assignee_unknown', `“${text}” is not a member of ${partnerOrgId ? 'this partner' : 'exactly one partner'}; the lead was left to all of its people.`);
  else if (others.length > 0) report.warn('assignee', 'assignee_ambiguous', `${others.length + 1} people are called “${text}”; the lead was left to all of the partner’s people. Use an e-mail address.`);
  else {
    report.set('assignee', found.name);
    return found;
  }
  return undefined;
}

function readLostReason(texts: RowTexts<LeadImportField>, report: RowReport<LeadImportField>): LostReason {
  const text = texts.get('lostReason')?.text;
  const reason = text === undefined ? 'other' : toLostReason(text);
  if (!reason) report.warn('lostReason', 'value_unknown', `“${text}” is not a reason of the programme; “other” was taken.`);
  else if (text !== undefined) report.set('lostReason', reason);
  return reason ?? 'other';
}
