import type {ProblemCode} from '@portico/contract';

/** Unique indexes that guard a rule of the domain, and what breaking one means to the caller. */
export const constraintProblems: Readonly<Record<string, ProblemCode>> = {
  lead_external_id: 'external_id_taken',
  partner_org_external_id: 'external_id_taken',
  person_external_id: 'external_id_taken',
  lead_offer_one_open: 'lead_already_offered',
  lead_offer_one_in_work: 'lead_offer_lost_race',
  account_lock_active: 'lead_account_locked',
  deal_registration_external_id: 'external_id_taken',
  deal_protection_one: 'deal_already_protected',
  deal_change_one_open: 'deal_change_open',
  conflict_case_one_open: 'conflict_case_open',
  asset_version_one_current: 'asset_version_status_conflict',
  asset_folder_name: 'asset_folder_name_taken',
  challenge_entry_one: 'challenge_entry_exists',
  badge_award_one: 'badge_held',
};
