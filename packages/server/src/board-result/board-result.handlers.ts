import type {Api, BoardResult} from '@portico/contract';
import {viewOfBoard} from '@portico/contract/board-rules';
import {periodAt} from '@portico/contract/period';
import {aliasesFor} from '../board-flow/alias.ts';
import {freezePeriod, isClosed} from '../board-flow/freeze.ts';
import {rowsOf} from '../board-flow/standings.ts';
import {findBoard} from '../board/board.queries.ts';
import {recordChange} from '../changes/record-change.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {lockRules} from '../points-flow/partner-events.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {answerDispute, findResult, getDispute, getFrozen, insertDispute, listDisputes, listResults, lockResult, moveResult, type HeldResult} from './board-result.queries.ts';

export const boardResultHandlers: Handlers<Api['boardResults']> = {
  list: ({input, scope}) => asReader(scope, reader => listResults(reader, input)),

  get: async ({input, scope}) => (await getResult(scope, input.id)).result,

  standings: async ({input: {id, limit}, scope}) => {
    const {result, board} = await getResult(scope, id);
    return asReader(scope, async system => {
      const reader = scope.partnerOrgId;
      const view = viewOfBoard(board, await getFrozen(system, id, reader), reader, limit);
      return {
        board: {...result.board, visibility: board.visibility},
        period: result.period,
        participants: view.participants,
        rows: await rowsOf(system, view, new Map(), await aliasesFor(system, result.board.id, result.period.key)),
        own: view.own && {...view.own, previousRank: null},
      };
    });
  },

  freeze: async ({input: {boardId, at}, scope}) => {
    refuseManagers(scope);
    const board = await findBoard(scope, boardId);
    if (!board) throw problem('board_not_found');
    const period = periodAt(at, board.period, board.timeZone);
    if (!isClosed(period) || Date.parse(period.until) > scope.context.now()) throw problem('board_period_open');
    const id = await elevated(scope, async system => {
      // Nothing is counted meanwhile.
      await lockRules(system);
      return freezePeriod(system, board, period);
    });
    if (id === undefined) throw problem('board_result_status_conflict');
    await recordChange(scope, {resource: 'board_result', id, action: 'freeze', changes: {boardId, period: period.key}});
    return (await getResult(scope, id)).result;
  },

  verify: ({input, scope}) =>
    act(scope, input, ['frozen'], async ({openDisputes}) => {
      if (openDisputes > 0) throw problem('board_result_disputed');
      await moveResult(scope, input.id, {to: 'verified'});
      await recordChange(scope, {resource: 'board_result', id: input.id, action: 'verify'});
    }),

  award: ({input: {prizes, ...input}, scope}) =>
    act(scope, input, ['verified', 'awarded'], async () => {
      await moveResult(scope, input.id, {to: 'awarded', prizes: prizes.toSorted((a, b) => a.toRank - b.toRank)});
      await recordChange(scope, {resource: 'board_result', id: input.id, action: 'award', changes: {prizes}});
    }),

  dispute: async ({input: {text, ...input}, scope}) => {
    const {partnerOrgId} = scope;
    if (partnerOrgId === null) throw problem('forbidden');
    await hold(scope, input, ['frozen']);
    const id = await insertDispute(scope, input.id, partnerOrgId, text);
    await moveResult(scope, input.id, {to: null});
    await recordChange(scope, {resource: 'board_result', id: input.id, action: 'dispute', partnerOrgId, changes: {text}});
    return getDispute(scope, input.id, id);
  },

  disputes: async ({input, scope}) => {
    await getResult(scope, input.id);
    return listDisputes(scope, input);
  },

  answer: async ({input: {disputeId, isAccepted, answer, ...input}, scope}) => {
    refuseManagers(scope);
    await hold(scope, input, ['frozen']);
    if (!(await answerDispute(scope, input.id, disputeId, isAccepted ? 'accepted' : 'rejected', answer))) throw problem('board_dispute_not_found');
    await moveResult(scope, input.id, {to: null});
    const dispute = await getDispute(scope, input.id, disputeId);
    await recordChange(scope, {resource: 'board_result', id: input.id, action: 'answer', partnerOrgId: dispute.partnerOrg.id, changes: {isAccepted}});
    return dispute;
  },
};

/** Reads beside row-level security: how many there are and who won is told by the board's rules. */
function asReader<T>(scope: Scope, read: (system: Scope) => Promise<T>): Promise<T> {
  return elevated(scope, system => read({...system, partnerOrgId: scope.partnerOrgId}));
}

async function getResult(scope: Scope, id: string): Promise<HeldResult> {
  const found = await asReader(scope, reader => findResult(reader, id));
  if (!found) throw problem('board_result_not_found');
  return found;
}

async function hold(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, from: readonly string[]): Promise<BoardResult> {
  const {result} = await getResult(scope, id);
  const held = await lockResult(scope, id);
  if (!held) throw problem('board_result_not_found');
  await expectVersion(held, version, async () => (await getResult(scope, id)).result);
  if (!from.includes(held.status)) throw problem('board_result_status_conflict');
  return result;
}

async function act(scope: Scope, input: {readonly id: string; readonly version: number}, from: readonly string[], work: (result: BoardResult) => Promise<void>): Promise<BoardResult> {
  refuseManagers(scope);
  await work(await hold(scope, input, from));
  return (await getResult(scope, input.id)).result;
}

/** Whoever has partners of their own does not judge between partners. */
function refuseManagers({managerId}: Scope): void {
  if (managerId !== null) throw problem('forbidden');
}
