import {z} from 'zod';
import {BoardStandings} from '../board/board.schema.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Instant, Version, text} from '../text.ts';
import {BoardDispute, BoardPrize, BoardResult} from './board-result.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const found = ['board_result_not_found'] as const;
const moved = ['board_result_not_found', 'board_result_status_conflict'] as const;
const act = {id: Id, version: Version};

export const boardResultRoutes = defineRoutes({
  /** Lists results, the latest period first; partners see those of their boards. */
  list: {method: 'GET', path: '/board-results', input: z.object({...pageInput, boardId: Id.optional()}), response: pageOf(BoardResult), callers: everybody},
  /** One result. */
  get: {method: 'GET', path: '/board-results/{id}', input: z.object({id: Id}), response: BoardResult, callers: everybody, problems: found},
  /** The ranking as it was frozen, as its reader may see it. */
  standings: {method: 'GET', path: '/board-results/{id}/standings', input: z.object({id: Id, /** Most rows, from the first on. */ limit: z.int().min(1).max(500).default(100)}), response: BoardStandings, callers: everybody, problems: found},
  /** Freezes the period that an instant is in, when it is over; what is frozen already is counted anew until it is verified. Periods freeze by themselves, too. */
  freeze: {
    method: 'POST',
    path: '/board-results',
    input: z.object({boardId: Id, at: Instant}),
    response: BoardResult,
    status: 201,
    callers: staff,
    problems: ['board_not_found', 'board_period_open', 'board_result_status_conflict'],
  },
  /** Says that the result is right. Open disputes are answered before. */
  verify: {method: 'POST', path: '/board-results/{id}/verify', input: z.object(act), response: BoardResult, callers: staff, problems: [...moved, 'board_result_disputed']},
  /** Says the prizes of a verified result. */
  award: {method: 'POST', path: '/board-results/{id}/award', input: z.object({...act, prizes: z.array(BoardPrize).min(1).max(20)}), response: BoardResult, callers: staff, problems: moved},
  /** Says what is wrong with a result that is not verified yet. */
  dispute: {method: 'POST', path: '/board-results/{id}/disputes', input: z.object({...act, text: text(2000)}), response: BoardDispute, status: 201, callers: ['partner'], problems: moved},
  /** Lists what partners said is wrong, the latest first; partners see their own. */
  disputes: {method: 'GET', path: '/board-results/{id}/disputes', input: z.object({id: Id, ...pageInput}), response: pageOf(BoardDispute), callers: everybody, problems: found},
  /** Answers a dispute. Put right what was wrong, and freeze the period again. */
  answer: {
    method: 'POST',
    path: '/board-results/{id}/answer',
    input: z.object({...act, disputeId: Id, isAccepted: z.boolean(), answer: text(2000)}),
    response: BoardDispute,
    callers: staff,
    problems: [...moved, 'board_dispute_not_found'],
  },
});
