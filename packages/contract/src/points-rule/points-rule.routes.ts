import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Instant, Version, text} from '../text.ts';
import {PointsReplay, PointsRule, PointsTerms} from './points-rule.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const replayed = {id: Id, /** Events before this instant stay under the version before; left out: all of history. */ appliesFrom: Instant.optional()};

export const pointsRuleRoutes = defineRoutes({
  /** Lists the rules by name; partners see those that are published and for them. */
  list: {method: 'GET', path: '/points-rules', input: z.object(pageInput), response: pageOf(PointsRule), callers: everybody},
  /** One rule. */
  get: {method: 'GET', path: '/points-rules/{id}', input: z.object({id: Id}), response: PointsRule, callers: everybody, problems: ['points_rule_not_found']},
  /** Starts a rule as a draft, which gives no points yet. */
  create: {method: 'POST', path: '/points-rules', input: z.object({name: text(120), ...PointsTerms.shape}), response: PointsRule, status: 201, callers: staff},
  /** Changes the draft; the first change after publishing begins a new one with what is in force. What is left out stays. */
  update: {method: 'PATCH', path: '/points-rules/{id}', input: z.object({name: text(120).optional(), ...changesOf(PointsTerms).shape, id: Id, version: Version}), response: PointsRule, callers: staff, problems: ['points_rule_not_found']},
  /** Runs the draft over all events so far and says what would change for whom. Writes nothing. */
  preview: {method: 'GET', path: '/points-rules/{id}/preview', input: z.object(replayed), response: PointsReplay, callers: staff, problems: ['points_rule_not_found', 'points_rule_no_draft']},
  /** How far the version that was published last has been run over what happened before; `null` before the first. */
  replay: {method: 'GET', path: '/points-rules/{id}/replay', input: z.object({id: Id}), response: z.object({replay: PointsReplay.nullable()}), callers: staff, problems: ['points_rule_not_found']},
  /** Puts the draft in force: entries that are no longer right are reversed, and those that were missing are written. With many partners that goes on after the answer, and survives restarts. */
  publish: {method: 'POST', path: '/points-rules/{id}/publish', input: z.object({...replayed, version: Version}), response: z.object({rule: PointsRule, replay: PointsReplay}), callers: staff, problems: ['points_rule_not_found', 'points_rule_no_draft']},
});
