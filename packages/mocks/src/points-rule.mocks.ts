import {PointsTerms, type Api, type PointsRule} from '@portico/contract';
import {isFor, type RuleVersion} from '@portico/contract/points-rules';
import type {MockHandlers, Scope} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {definedOf} from './partner-org.mocks.ts';
import {inForce, replayRule} from './points-flow.ts';
import {problem} from './problem.ts';
import type {RuleRow} from './standing.ts';

const byName: Order<PointsRule> = {keyOf: ({name}) => name.toLowerCase(), ids: 'up'};
const none = PointsTerms.shape.audience.parse(undefined);

export const pointsRuleMocks: MockHandlers<Api['pointsRules']> = {
  list: (input, scope) => pageOf(sortRows(scope.store.data.standing.rules.values().filter(rule => isVisible(scope, rule)).map(rule => toRule(scope, rule)), byName), byName, input, input),
  get: ({id}, scope) => toRule(scope, findRule(scope, id)),
  create({name, ...terms}, scope) {
    const {store} = scope;
    const now = store.now();
    const rule = store.data.standing.rules.set({id: store.newId('pointsRule'), name, draft: checked(terms), versions: [], version: 1, createdAt: now, updatedAt: now});
    store.change('points_rule', rule.id);
    return toRule(scope, rule);
  },
  update({id, version, name, ...input}, scope) {
    const rule = holdRule(scope, id, version);
    const changes = definedOf(input);
    const draft = Object.keys(changes).length === 0 ? rule.draft : checked(PointsTerms.parse({...(rule.draft ?? inForce(rule)?.terms), ...changes}));
    const changed = scope.store.update(scope.store.data.standing.rules, rule, {name: name ?? rule.name, draft});
    scope.store.change('points_rule', id);
    return toRule(scope, changed);
  },
  replay({id}, scope) {
    findRule(scope, id);
    return {replay: scope.store.data.standing.replays.get(id) ?? null};
  },
  preview({id, appliesFrom}, scope) {
    return replayRule(scope.store, id, withDraft(findRule(scope, id), appliesFrom), {write: false});
  },
  publish({id, version, appliesFrom}, scope) {
    const {store} = scope;
    const rule = holdRule(scope, id, version);
    const versions = withDraft(rule, appliesFrom);
    const replay = replayRule(store, id, versions, {write: true});
    const changed = store.update(store.data.standing.rules, rule, {draft: null, versions: versions.map((each, index) => ({...each, publishedAt: rule.versions[index]?.publishedAt ?? store.now()}))});
    store.data.standing.replays.set(id, replay);
    store.change('points_rule', id);
    return {rule: toRule(scope, changed), replay};
  },
};

/** Partners see rules that are in force and for them. */
function isVisible({store, viewer}: Scope, rule: RuleRow): boolean {
  if (viewer.side === 'vendor') return true;
  const version = inForce(rule);
  const org = store.data.partnerOrgs.get(viewer.partnerOrgId ?? '');
  return version !== undefined && org !== undefined && isFor(version.terms, org.id, {levelId: org.partnership.levelId, type: org.type, country: org.country, groups: org.partnership.groups});
}

function findRule(scope: Scope, id: string): RuleRow {
  const rule = scope.store.data.standing.rules.get(id);
  if (!rule || !isVisible(scope, rule)) throw problem('points_rule_not_found');
  return rule;
}

function holdRule(scope: Scope, id: string, version: number): RuleRow {
  const rule = findRule(scope, id);
  if (rule.version !== version) throw problem('version_conflict', {current: toRule(scope, rule)});
  return rule;
}

function withDraft({draft, versions}: RuleRow, appliesFrom: string | undefined): RuleVersion[] {
  if (!draft) throw problem('points_rule_no_draft');
  return [...versions, {number: versions.length + 1, appliesFrom: appliesFrom === undefined ? null : new Date(appliesFrom).toISOString(), terms: draft}];
}

function checked(terms: PointsTerms): PointsTerms {
  if (terms.startsAt !== null && terms.endsAt !== null && Date.parse(terms.startsAt) >= Date.parse(terms.endsAt)) throw problem('input_invalid', {errors: [{pointer: '/endsAt', code: 'not_after', message: 'Must be after startsAt.'}]});
  return terms;
}

function toRule({viewer}: Scope, {versions, ...rule}: RuleRow): PointsRule {
  const isPartner = viewer.side === 'partner';
  const last = versions.at(-1);
  return {...rule, published: last ? {...last, terms: isPartner ? {...last.terms, audience: none} : last.terms} : null, draft: isPartner ? null : rule.draft};
}
