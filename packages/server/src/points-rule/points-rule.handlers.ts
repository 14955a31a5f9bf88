import {PointsTerms, type Api, type PointsReplay, type PointsRule} from '@portico/contract';
import type {RuleVersion} from '@portico/contract/points-rules';
import {recordChange} from '../changes/record-change.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {lockRules} from '../points-flow/partner-events.queries.ts';
import {replayRule, type Replayed} from '../points-flow/replay-rule.ts';
import {findReplay, type ReplayRow} from '../points-flow/replay-store.queries.ts';
import {beginReplay} from '../points-flow/run-replays.ts';
import {expectVersion, problem} from '../problem.ts';
import {findRule, getNames, getVersions, insertRule, insertVersion, listRules, lockRule, updateRule} from './points-rule.queries.ts';

export const pointsRuleHandlers: Handlers<Api['pointsRules']> = {
  list: ({input, scope}) => listRules(scope, input),

  get: ({input, scope}) => getRule(scope, input.id),

  create: async ({input: {name, ...terms}, scope}) => {
    const id = await insertRule(scope, name, checked(terms));
    await recordChange(scope, {resource: 'points_rule', id, action: 'create', changes: {name, draft: terms}});
    return getRule(scope, id);
  },

  update: async ({input: {id, version, name, ...changes}, scope}) => {
    const rule = await holdRule(scope, id, version);
    const said = Object.entries(changes).filter(([, value]) => value !== undefined);
    const draft = said.length === 0 ? rule.draft : checked(PointsTerms.parse({...(rule.draft ?? rule.published?.terms), ...Object.fromEntries(said)}));
    await updateRule(scope, id, {name: name ?? rule.name, draft});
    await recordChange(scope, {resource: 'points_rule', id, action: 'update', changes: {name, ...changes}});
    return getRule(scope, id);
  },

  replay: async ({input: {id}, scope}) => {
    await getRule(scope, id);
    const row = await findReplay(scope, id);
    return {replay: row ? await toReplay(scope, row) : null};
  },

  preview: async ({input: {id, appliesFrom}, scope}) => {
    const {versions, next} = await withDraft(scope, await getRule(scope, id), appliesFrom);
    return elevated(scope, async system => named(system, id, next, {...(await replayRule(system, id, versions, {write: false})), partnersLeft: 0}));
  },

  publish: async ({input: {id, version, appliesFrom}, scope}) => {
    const rule = await holdRule(scope, id, version);
    const {versions, next} = await withDraft(scope, rule, appliesFrom);
    const replay = await elevated(scope, async system => {
      await lockRules(system);
      await insertVersion(system, id, next);
      return toReplay(system, await beginReplay(system, id, versions));
    });
    await recordChange(scope, {resource: 'points_rule', id, action: 'publish', changes: {number: next.number}});
    return {rule: await getRule(scope, id), replay};
  },
};

async function getRule(scope: Scope, id: string): Promise<PointsRule> {
  const rule = await findRule(scope, id);
  if (!rule) throw problem('points_rule_not_found');
  return rule;
}

async function holdRule(scope: Scope, id: string, version: number): Promise<PointsRule> {
  const held = await lockRule(scope, id);
  if (!held) throw problem('points_rule_not_found');
  await expectVersion(held, version, () => getRule(scope, id));
  return getRule(scope, id);
}

/** The draft as the version that it would be, and all versions with it. */
async function withDraft(scope: Scope, {id, draft, published}: PointsRule, appliesFrom: string | undefined): Promise<{versions: RuleVersion[]; next: RuleVersion}> {
  if (!draft) throw problem('points_rule_no_draft');
  const next = {number: (published?.number ?? 0) + 1, appliesFrom: appliesFrom === undefined ? null : new Date(appliesFrom).toISOString(), terms: draft};
  return {versions: [...(await getVersions(scope, id)), next], next};
}

function toReplay(scope: Scope, row: ReplayRow): Promise<PointsReplay> {
  const {events, added, reversed, points_before: pointsBefore, points_after: pointsAfter, partners_changed: partnersChanged, partners_left: partnersLeft, differences} = row;
  return named(scope, row.points_rule_id, row, {events, added, reversed, pointsBefore, pointsAfter, partnersChanged, partnersLeft, differences});
}

async function named(scope: Scope, ruleId: string, {number}: Pick<RuleVersion, 'number'>, {differences, ...replay}: Replayed & Pick<PointsReplay, 'partnersLeft'>): Promise<PointsReplay> {
  const names = await getNames(scope, differences.map(({partnerOrgId}) => partnerOrgId));
  return {ruleId, number, ...replay, partners: differences.map(({partnerOrgId, ...difference}) => ({partnerOrg: {id: partnerOrgId, name: names.get(partnerOrgId) ?? ''}, ...difference}))};
}

/** Terms that make sense together. */
function checked(terms: PointsTerms): PointsTerms {
  if (terms.startsAt !== null && terms.endsAt !== null && Date.parse(terms.startsAt) >= Date.parse(terms.endsAt)) throw problem('input_invalid', {errors: [{pointer: '/endsAt', code: 'not_after', message: 'Must be after startsAt.'}]});
  return terms;
}
