import {allScopes, type Role} from '@portico/contract';

const all = allScopes();
const reading = all.filter(scope => scope.endsWith(':read'));
const of = (...resources: string[]): string[] => all.filter(scope => resources.includes(scope.split(':')[0] ?? ''));
const readingOf = (...resources: string[]): string[] => of(...resources).filter(scope => reading.includes(scope));

const deciding = of('deal_review', 'deal_change', 'deal_activity', 'conflict_case');
// Points and levels: what everybody may look at, of their own.
const standing = ['points_rule', 'points_entry', 'tier_policy', 'tier_evaluation', 'level_change', 'board', 'board_result', 'challenge', 'challenge_entry', 'badge', 'badge_award', 'points_account', 'reward', 'redemption'];
const publishing = of('asset', 'asset_version', 'asset_folder', 'asset_event', 'share_link', 'print_order', 'collateral_embed', 'stored_file', 'cobrand_template', 'cobrand');
const managing = [
  ...publishing,
  ...of('lead', 'lead_offer', 'activity', 'lead_import', 'partner_org', 'person', 'deal_registration', 'evidence_file', 'deal_import', 'account'),
  ...deciding,
  ...of('level_change', 'board_result', 'points_hold', 'challenge_entry'),
  ...readingOf('program', 'routing_rule', 'routing_decision', 'deal_form', 'receipt', 'partner_event', 'pareto_report', ...standing),
];
// Marking a favourite, downloading and sending a logo are acts too; what only the vendor may do, the routes say.
const usingMaterial = [...of('asset', 'asset_version', 'asset_event', 'share_link', 'print_order', 'collateral_embed', 'stored_file', 'cobrand'), ...readingOf('asset_folder', 'cobrand_template')];
const selling = [
  ...usingMaterial,
  ...of('lead_offer', 'activity', 'deal_registration', 'deal_change', 'deal_activity', 'claim_check', 'evidence_file', 'conflict_case', 'deal_import', 'board', 'board_result', 'challenge_entry', 'redemption'),
  ...readingOf('partner_org', 'person', 'program', 'deal_form', 'receipt', ...standing),
];
const belonging = [...usingMaterial, ...readingOf('partner_org', 'person', 'program', ...standing)];
// Of an organisation partners write their own brand; what only the vendor writes, the routes say.
const branding = of('partner_org');

/** What each role may do, as scopes; a session can be given less, never more. `finance` exists on both sides. */
const vendorRoles: Readonly<Partial<Record<Role, readonly string[]>>> = {
  channel_admin: all,
  channel_manager: managing,
  region_manager: managing,
  reviewer: [...reading, ...deciding, ...of('asset', 'asset_version', 'cobrand')],
  finance: [...reading, ...deciding, ...of('reward', 'redemption')],
  marketing: [...reading, ...publishing, ...of('lead', 'lead_import', 'challenge', 'challenge_entry', 'badge', 'badge_award')],
};
const partnerRoles: Readonly<Partial<Record<Role, readonly string[]>>> = {
  org_admin: [...selling, ...branding],
  sales_lead: [...selling, ...branding],
  sales_rep: selling,
  distributor_user: selling,
  marketer: [...belonging, ...branding],
  learner: belonging,
  finance: belonging,
};

/** The scopes that a person's roles allow, on the side they act for. */
export function scopesOfRoles(side: 'vendor' | 'partner', roles: readonly Role[]): string[] {
  const table = side === 'vendor' ? vendorRoles : partnerRoles;
  return [...new Set(roles.flatMap(role => table[role] ?? []))].sort();
}

/** Whether these roles see all leads of their organisation, not only their own and unassigned ones. */
export function seesWholeOrg(roles: readonly Role[]): boolean {
  return roles.some(role => role === 'org_admin' || role === 'sales_lead');
}
