import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version} from '../text.ts';
import {Badge, BadgeFields} from './badge.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;

export const badgeRoutes = defineRoutes({
  /** Lists badges by name; partners see those that are given, and those that they hold. */
  list: {method: 'GET', path: '/badges', input: z.object(pageInput), response: pageOf(Badge), callers: everybody},
  /** One badge. */
  get: {method: 'GET', path: '/badges/{id}', input: z.object({id: Id}), response: Badge, callers: everybody, problems: ['badge_not_found']},
  /** Adds a badge. Who has reached its criterion already gets it with the next thing that counts for it. */
  create: {method: 'POST', path: '/badges', input: BadgeFields, response: Badge, status: 201, callers: staff},
  /** Changes a badge; what is left out stays, and so do awards. */
  update: {method: 'PATCH', path: '/badges/{id}', input: z.object({...changesOf(BadgeFields).shape, id: Id, version: Version}), response: Badge, callers: staff, problems: ['badge_not_found']},
});
