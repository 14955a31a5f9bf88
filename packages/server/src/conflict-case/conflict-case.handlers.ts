import type {Api, ConflictCase} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {dealDoerOf, expectVisible} from '../deal-flow/act-on-deal.ts';
import {openDeal, type DealCase} from '../deal-flow/deal-case.ts';
import {afterDays} from '../deal-flow/deal-clock.rules.ts';
import {getDealProgram} from '../deal-flow/deal-program.queries.ts';
import {publishDealNews} from '../deal-flow/deal-story.ts';
import {isEarlier} from '../deal-flow/queue.ts';
import {findDealPlace} from '../deal-registration/deal-registration.queries.ts';
import type {Handlers} from '../handlers.ts';
import {startNews, type News} from '../lead-flow/news.ts';
import {expectVersion, problem} from '../problem.ts';
import {findCase, insertCase, insertEntry, listCases, lockCase, sideOf, updateCase, type HeldCase} from './conflict-case.queries.ts';
import {canBeSide, canMove, eventOfMove} from './conflict.rules.ts';
import {resolveCase} from './resolve-case.ts';
import {tellOfCase} from './tell-of-case.ts';

export const conflictCaseHandlers: Handlers<Api['conflictCases']> = {
  list: ({input, scope}) => listCases(scope, input),

  get: ({input, scope}) => getCase(scope, input.id),

  create: async ({input: {firstId, secondId, comment}, scope}) => {
    await expectVisible(scope, firstId);
    await expectVisible(scope, secondId);
    if (firstId === secondId) throw invalid('/secondId', 'same', 'Must be another registration.');
    const id = await elevated(scope, async system => {
      const news = startNews();
      const [first, second] = await openBoth(system, news, firstId, secondId);
      if (!canBeSide(first.deal.status) || !canBeSide(second.deal.status)) throw problem('deal_status_conflict');
      if (first.partner.id === second.partner.id) throw invalid('/secondId', 'same_partner', 'Must be a registration of another partner.');
      const opened = await insertCase(system, {first_id: first.deal.deal_registration_id, second_id: second.deal.deal_registration_id, first_partner_org_id: first.partner.id, second_partner_org_id: second.partner.id});
      await insertEntry(system, opened.conflict_case_id, {side: 'vendor', event: 'opened', body: comment});
      tellOfCase(news, opened, 'open');
      await publishDealNews(system, news);
      return opened.conflict_case_id;
    });
    return getCase(scope, id);
  },

  move: ({input: {to, comment, ...input}, scope}) =>
    actOnCase(scope, input, async (system, news, held) => {
      if (!canMove(to, held.status)) throw problem('conflict_status_conflict');
      const {policy} = await getDealProgram(system);
      await updateCase(system, held.conflict_case_id, {status: to, ...(to === 'evidence' ? {evidence_due_at: afterDays(new Date(system.context.now()).toISOString(), policy.infoDueDays)} : {})});
      await insertEntry(system, held.conflict_case_id, {side: 'vendor', event: eventOfMove[to], body: comment});
      tellOfCase(news, held, to);
    }),

  state: ({input: {text, ...input}, scope}) =>
    actOnCase(scope, input, async (system, news, held) => {
      if (held.status === 'resolved') throw problem('conflict_status_conflict');
      const side = sideOf(scope, held);
      await insertEntry(system, held.conflict_case_id, {side, event: 'statement', body: text});
      // The other side does not hear that anything was said.
      news.changes.push({resource: 'conflict_case', id: held.conflict_case_id, action: 'state', partnerOrgId: side === 'first' ? held.first_partner_org_id : held.second_partner_org_id});
    }),

  resolve: async ({input: {resolution, firstSharePercent, comment, ...input}, scope}) => {
    await expectBothSides(scope, await getCase(scope, input.id));
    return actOnCase(scope, input, async (system, news, held) => {
      if (held.status === 'resolved') throw problem('conflict_status_conflict');
      if ((resolution === 'split') !== (firstSharePercent !== undefined)) throw invalid('/firstSharePercent', resolution === 'split' ? 'required' : 'not_allowed', 'A split, and nothing else, has a share.');
      const [first, second] = await openBoth(system, news, held.first_id, held.second_id, {inOrder: true});
      await updateCase(system, held.conflict_case_id, {status: 'resolved', resolution, first_share_percent: firstSharePercent ?? null});
      await resolveCase({first, second}, resolution, {...dealDoerOf(scope), roles: scope.roles});
      await insertEntry(system, held.conflict_case_id, {side: 'vendor', event: 'resolved', body: comment});
      tellOfCase(news, held, 'resolve');
    });
  },
};

/** @throws ProblemError `forbidden` when one of the partners is another channel manager's: what is decided touches both. */
async function expectBothSides(scope: Scope, {dealRegistrationId, otherDealRegistrationId}: ConflictCase): Promise<void> {
  for (const id of [dealRegistrationId, otherDealRegistrationId]) {
    if (id !== null && !(await findDealPlace(scope, id))) throw problem('forbidden', {detail: 'One of the two deals belongs to a partner of another channel manager.'});
  }
}

async function getCase(scope: Scope, id: string): Promise<ConflictCase> {
  const found = await findCase(scope, id);
  if (!found) throw problem('conflict_case_not_found');
  return found;
}

async function actOnCase(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, act: (system: Scope, news: News, held: HeldCase) => Promise<void>): Promise<ConflictCase> {
  const seen = await getCase(scope, id);
  await elevated(scope, async system => {
    const held = await lockCase(system, id);
    if (!held) throw problem('conflict_case_not_found');
    await expectVersion(held, version, async () => seen);
    const news = startNews();
    await act(system, news, held);
    await publishDealNews(system, news);
  });
  return getCase(scope, id);
}

/** Locks both registrations, always in the order of their ids. @returns The one with the earlier place in the queue first, unless they are wanted as they are given. */
async function openBoth(system: Scope, news: News, firstId: string, secondId: string, {inOrder = false} = {}): Promise<[DealCase, DealCase]> {
  const open = async (id: string): Promise<DealCase> => {
    const held = await openDeal(system, news, id);
    if (!held) throw problem('deal_registration_not_found');
    return held;
  };
  const isSwapped = firstId > secondId;
  const [lower, upper] = [await open(isSwapped ? secondId : firstId), await open(isSwapped ? firstId : secondId)];
  const [first, second] = isSwapped ? [upper, lower] : [lower, upper];
  return !inOrder && isEarlier(second.deal, first.deal) ? [second, first] : [first, second];
}

function invalid(pointer: string, code: string, message: string): Error {
  return problem('input_invalid', {errors: [{pointer, code, message}]});
}
