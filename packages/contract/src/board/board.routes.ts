import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Instant, Version} from '../text.ts';
import {Board, BoardChanges, BoardFields, BoardPeople, BoardStandings} from './board.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const found = ['board_not_found'] as const;

export const boardRoutes = defineRoutes({
  /** Lists the boards by name; partners see those on which they compete. */
  list: {method: 'GET', path: '/boards', input: z.object(pageInput), response: pageOf(Board), callers: everybody},
  /** One board. */
  get: {method: 'GET', path: '/boards/{id}', input: z.object({id: Id}), response: Board, callers: everybody, problems: found},
  /** Adds a board; what happened before counts on it too. */
  create: {method: 'POST', path: '/boards', input: BoardFields, response: Board, status: 201, callers: staff},
  /** Changes who is on it and what partners see; what it counts stays. */
  update: {method: 'PATCH', path: '/boards/{id}', input: z.object({...BoardChanges.shape, id: Id, version: Version}), response: Board, callers: staff, problems: found},
  /** Removes a board. */
  delete: {method: 'DELETE', path: '/boards/{id}', input: z.object({id: Id, version: Version}), response: z.undefined(), status: 204, callers: staff, problems: found},
  /** Ranks the participants in the period that an instant is in; now unless said. */
  standings: {
    method: 'GET',
    path: '/boards/{id}/standings',
    input: z.object({id: Id, at: Instant.optional(), /** Most rows, from the first on. Ties and one's own surroundings come in addition. */ limit: z.int().min(1).max(500).default(100)}),
    response: BoardStandings,
    callers: everybody,
    problems: found,
  },
  /** Ranks the people inside a partner by what they did themselves. Partners need not say who they are; everybody else does. */
  people: {method: 'GET', path: '/boards/{id}/people', input: z.object({id: Id, at: Instant.optional(), partnerOrgId: Id.optional()}), response: BoardPeople, callers: everybody, problems: [...found, 'partner_org_not_found']},
  /** Takes the partner off the board by its own wish, or brings it back. Others no longer see it there, nor does it see its rank. */
  optOut: {method: 'POST', path: '/boards/{id}/opt-out', input: z.object({id: Id, isOut: z.boolean()}), response: Board, callers: ['partner'], problems: found},
});
