import type {Caller, Me, PersonRef, Role} from '@portico/contract';
import {meExamples} from '@portico/contract/examples';
import type {Clock} from './clock.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

/** Who asks. */
export interface Viewer {
  readonly caller: Exclude<Caller, 'public'>;
  readonly person: PersonRef | null;
  readonly partnerOrgId: string | null;
  readonly roles: readonly Role[];
  /** `vendor` for keys too. */
  readonly side: 'vendor' | 'partner';
  readonly seesWholeOrg: boolean;
}

/** Accepted as a secret key by every mock backend. */
export const mockSecretKey = 'portico_sk_test_mock';

interface Claims {
  tid: string;
  sub: string;
  pid: string | null;
  exp: number;
  /** Counts the tokens of a backend, so that those until now can be ended. */
  n: number;
}

/** A token that only looks like one: unsigned, but with the claims that clients read. */
export function mockToken(claims: Claims): string {
  return [{alg: 'none', typ: 'portico-embed+jwt'}, claims, 'mock'].map(part => toBase64Url(JSON.stringify(part))).join('.');
}

/**
 * Who a request is from.
 *
 * @param endedBefore - Tokens with a lower number were ended.
 * @throws MockProblem `session_missing`, `session_invalid`, `session_expired`.
 */
export function viewerOf(authorization: string | null, store: Store, endedBefore: number): Viewer {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw problem('session_missing');
  if (token === mockSecretKey) return {caller: 'key', person: null, partnerOrgId: null, roles: [], side: 'vendor', seesWholeOrg: true};
  const claims = readClaims(token);
  if (!claims) throw problem('session_invalid');
  if (claims.exp * 1000 <= store.clock.now() || claims.n < endedBefore) throw problem('session_expired');
  const person = store.data.people.get(claims.sub);
  const membership = person?.memberships.find(each => each.partnerOrgId === claims.pid);
  if (!person?.active || !membership) throw problem('session_invalid');
  const side = claims.pid === null ? 'vendor' : 'partner';
  const seesWholeOrg = side === 'vendor' || membership.roles.some(role => role === 'sales_lead' || role === 'org_admin');
  return {caller: side, person: {id: person.id, name: person.name}, partnerOrgId: claims.pid, roles: membership.roles, side, seesWholeOrg};
}

/** A session for the person in the contract's example of that side, or for somebody else. */
export function mintSession(store: Store, clock: Clock, as: 'partner' | 'vendor', personId: string = meExamples[as].person.id) {
  const expiresInS = 600;
  const pid = as === 'vendor' ? null : (store.data.people.get(personId)?.memberships[0]?.partnerOrgId ?? null);
  const exp = Math.floor(clock.now() / 1000) + expiresInS;
  return {token: mockToken({tid: store.data.tenantId, sub: personId, pid, exp, n: store.tokensMinted++}), expiresInS, draftSecret: `drafts-of-${personId}`};
}

const readAndWrite = (...resources: string[]) => resources.flatMap(resource => [`${resource}:read`, `${resource}:write`]);

const standing = ['points_rule', 'points_entry', 'tier_policy', 'tier_evaluation', 'level_change', 'board', 'board_result', 'challenge', 'challenge_entry', 'badge', 'badge_award', 'points_account', 'reward', 'redemption'].map(resource => `${resource}:read`);

const rewarding = ['challenge', 'challenge_entry', 'badge', 'badge_award', 'points_account', 'reward', 'redemption'].map(resource => `${resource}:write`);

/** What sessions may do with deals and material, beside what the contract's examples say of leads. */
const dealScopes: Record<Viewer['caller'], readonly string[]> = {
  partner: [...readAndWrite('asset', 'asset_event', 'asset_version', 'cobrand', 'collateral_embed', 'print_order', 'share_link', 'stored_file'), 'asset_folder:read', 'cobrand_template:read', 'partner_org:write', ...readAndWrite('conflict_case', 'deal_activity', 'deal_change', 'deal_import', 'deal_registration', 'evidence_file'), 'claim_check:write', 'deal_form:read', 'program:read', 'receipt:read', ...standing, 'board:write', 'board_result:write', 'challenge_entry:write', 'redemption:write'],
  vendor: [...readAndWrite('account', 'asset', 'asset_event', 'asset_folder', 'asset_version', 'cobrand', 'cobrand_template', 'collateral_embed', 'print_order', 'share_link', 'stored_file', 'conflict_case', 'deal_activity', 'deal_change', 'deal_import', 'deal_registration', 'deal_review', 'evidence_file'), 'deal_form:read', ...readAndWrite('program'), 'receipt:read', ...standing, 'level_change:write', 'tier_policy:write', 'points_rule:write', 'board:write', 'board_result:write', ...rewarding, ...readAndWrite('points_hold'), 'pareto_report:read', 'partner_event:read'],
  key: [...readAndWrite('account', 'asset', 'asset_event', 'asset_folder', 'asset_version', 'cobrand', 'cobrand_template', 'collateral_embed', 'print_order', 'share_link', 'stored_file', 'conflict_case', 'deal_activity', 'deal_change', 'deal_form', 'deal_import', 'deal_registration', 'deal_review', 'evidence_file'), 'receipt:read', ...standing, 'level_change:write', 'tier_policy:write', 'points_rule:write', 'board:write', 'board_result:write', ...rewarding, 'pareto_report:read', ...readAndWrite('points_hold'), ...readAndWrite('partner_event')],
};
const dealComponents: Record<Viewer['caller'], readonly Me['components'][number][]> = {partner: ['deal-registration', 'deal-list', 'collateral-library', 'leaderboard', 'tier-progress', 'points-ledger', 'challenges'], vendor: ['deal-review', 'collateral-desk', 'program-desk'], key: []};

/** What `GET /me` says. */
export function toMe(viewer: Viewer, store: Store): Me {
  const {caller, partnerOrgId} = viewer;
  const person = viewer.person && store.data.people.get(viewer.person.id);
  const org = partnerOrgId ? store.data.partnerOrgs.get(partnerOrgId) : undefined;
  return {
    caller,
    tenantId: store.data.tenantId,
    vendorName: store.data.vendorName,
    brand: store.data.program.brand,
    person: person ? {id: person.id, name: person.name, locale: person.locale, timeZone: person.timeZone} : null,
    partnerOrg: org ? {id: org.id, name: org.name} : null,
    level: org ? levelOf(store, org.partnership.levelId) : null,
    roles: [...viewer.roles],
    scopes: [...new Set([...meExamples[caller].scopes, ...dealScopes[caller]])].sort(),
    components: [...new Set([...meExamples[caller].components, ...dealComponents[caller]])],
    seesWholeOrg: viewer.seesWholeOrg,
    serverTime: store.now(),
    lastChangeId: store.changes.length,
  };
}

function levelOf({data: {program}}: Store, levelId: string | null): Me['level'] {
  const level = program.levels.find(({id}) => id === levelId);
  const benefit = program.dealPolicy.levelBenefits.find(each => each.levelId === levelId);
  return level ? {id: level.id, name: level.name, marginPercent: benefit?.marginPercent ?? null, priceList: benefit?.priceList ?? null, capacity: benefit?.capacity ?? null, mdfPercent: benefit?.mdfPercent ?? null} : null;
}

function toBase64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function readClaims(token: string): Claims | undefined {
  try {
    const claims = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as Partial<Claims>;
    return typeof claims.sub === 'string' && typeof claims.exp === 'number' && typeof claims.n === 'number' ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}
