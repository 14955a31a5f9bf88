import {z} from 'zod';
import {defineRoutes} from '../route.ts';
import {ExternalId, Id, Locale} from '../text.ts';
import {Component, EmbedSession} from './embed-session.schema.ts';

export const embedSessionRoutes = defineRoutes({
  /**
   * Mints a session for a person who is signed in on your page. Call it from your backend with the secret key, after your own check of who is asking.
   * Name the person by `personId` or `personExternalId`, and the partner organisation they act for; without one they act as vendor staff.
   */
  create: {
    method: 'POST',
    path: '/embed-sessions',
    input: z.object({
      personId: Id.optional(),
      personExternalId: ExternalId.optional(),
      partnerOrgId: Id.optional(),
      partnerOrgExternalId: ExternalId.optional(),
      components: z.array(Component).max(50).optional(),
      /** `lead_offer:read`, `lead_offer:write`, …; all that the person's roles allow when left out. */
      scopes: z.array(z.string().regex(/^[a-z_]+:(read|write)$/, 'Use a scope such as lead_offer:read.')).max(50).optional(),
      /** Origins of the page, each of them on the programme's list; when left out, that list. */
      origins: z.array(z.url().max(255)).max(20).optional(),
      /** Seconds to live, 60 to 900. */
      ttlS: z.int().min(60).max(900).default(600),
      locale: Locale.optional(),
    }),
    response: EmbedSession,
    status: 201,
    callers: ['key'],
    problems: ['person_not_found', 'partner_org_not_found', 'membership_not_found', 'origin_not_allowed'],
  },
  /** Ends a session: requests within 5 seconds, open event streams within 10. */
  delete: {method: 'DELETE', path: '/embed-sessions/{id}', input: z.object({id: Id}), response: z.undefined(), status: 204, callers: ['key'], problems: ['embed_session_not_found']},
});
