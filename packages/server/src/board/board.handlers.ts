import type {Api, Board} from '@portico/contract';
import {peopleOf} from '../board-flow/people.ts';
import {standingsOf} from '../board-flow/standings.ts';
import {recordChange} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {lockRules, shareRules, takeEventNumbers} from '../points-flow/partner-events.queries.ts';
import {placeAgain, tallyHistory} from '../points-flow/tally.ts';
import {expectVersion, problem} from '../problem.ts';
import {deleteBoard, findBoard, getPartnerNames, insertBoard, listBoards, lockBoard, setOut, updateBoard} from './board.queries.ts';

/** What says who is ranked, and among whom. */
const placing = ['levelIds', 'countries', 'within', 'minCount'] as const;

export const boardHandlers: Handlers<Api['boards']> = {
  list: ({input, scope}) => listBoards(scope, input),

  get: ({input, scope}) => getBoard(scope, input.id),

  create: async ({input, scope}) => {
    refuseSenseless(input);
    const id = await elevated(scope, async system => {
      await lockRules(system);
      const boardId = await insertBoard(system, input);
      await tallyHistory(system, {...input, id: boardId});
      return boardId;
    });
    await recordChange(scope, {resource: 'board', id, action: 'create', changes: input});
    return getBoard(scope, id);
  },

  update: async ({input: {id, version, ...changes}, scope}) => {
    await holdBoard(scope, id, version);
    const {metric, within, isNormalised} = await getBoard(scope, id);
    refuseSenseless({metric, within: changes.within ?? within, isNormalised: changes.isNormalised ?? isNormalised});
    await elevated(scope, async system => {
      await lockRules(system);
      await updateBoard(system, id, changes);
      if (placing.some(field => changes[field] !== undefined)) await placeAgain(system, id);
    });
    await recordChange(scope, {resource: 'board', id, action: 'update', changes});
    return getBoard(scope, id);
  },

  delete: async ({input: {id, version}, scope}) => {
    await holdBoard(scope, id, version);
    await deleteBoard(scope, id);
    await recordChange(scope, {resource: 'board', id, action: 'delete'});
    return undefined;
  },

  standings: async ({input: {id, at, limit}, scope}) => {
    const board = await getBoard(scope, id);
    return elevated(scope, system => standingsOf(system, board, {at: at ?? nowText(scope.context), limit, reader: scope.partnerOrgId}));
  },

  people: async ({input: {id, at, partnerOrgId: named}, scope}) => {
    const board = await getBoard(scope, id);
    const partnerOrgId = scope.partnerOrgId ?? named;
    if (partnerOrgId === undefined) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say whose people.'}]});
    if ((await getPartnerNames(scope, [partnerOrgId])).size === 0) throw problem('partner_org_not_found');
    return elevated(scope, system => peopleOf(system, board, {at: at ?? nowText(scope.context), partnerOrgId, reader: scope.personId}));
  },

  optOut: async ({input: {id, isOut}, scope}) => {
    const {partnerOrgId} = scope;
    if (partnerOrgId === null) throw problem('forbidden');
    await getBoard(scope, id);
    await elevated(scope, async system => {
      await shareRules(system);
      await takeEventNumbers(system, new Map([[partnerOrgId, 0]]));
      await setOut(system, id, partnerOrgId, isOut);
      await placeAgain(system, id, partnerOrgId);
    });
    await recordChange(scope, {resource: 'board', id, action: isOut ? 'opt_out' : 'opt_in', partnerOrgId});
    return getBoard(scope, id);
  },
};

/** Beside the median there have to be groups, and growth is beside oneself already. */
function refuseSenseless({metric, within, isNormalised}: Pick<Board, 'metric' | 'within' | 'isNormalised'>): void {
  if (isNormalised && (within === 'all' || metric === 'revenue_growth')) throw problem('input_invalid', {errors: [{pointer: '/isNormalised', code: 'not_possible', message: 'Say within whom, and of what else than growth.'}]});
}

async function holdBoard(scope: Scope, id: string, version: number): Promise<void> {
  const held = await lockBoard(scope, id);
  if (!held) throw problem('board_not_found');
  await expectVersion(held, version, () => getBoard(scope, id));
}

async function getBoard(scope: Scope, id: string): Promise<Board> {
  const board = await findBoard(scope, id);
  if (!board) throw problem('board_not_found');
  return board;
}
