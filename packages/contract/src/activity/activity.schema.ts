import {z} from 'zod';
import {PersonRef} from '../person/person.schema.ts';
import {Id, Instant, text} from '../text.ts';

/** What people log themselves. */
export const LoggedKind = z.enum(['call', 'mail', 'meeting', 'note']);
export type LoggedKind = z.infer<typeof LoggedKind>;

/** `event` is written by the system when something happens to the lead or its offer. */
export const ActivityKind = z.enum([...LoggedKind.options, 'event']);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Who reads it: both sides, or the author's side only. Internal activities never leave the server for the other side. */
export const ActivityVisibility = z.enum(['shared', 'vendor_internal', 'partner_internal']);
export type ActivityVisibility = z.infer<typeof ActivityVisibility>;

/** One entry in the story of a lead. */
export const Activity = z.object({
  id: Id,
  leadId: Id,
  leadOfferId: Id.nullable(),
  kind: ActivityKind,
  visibility: ActivityVisibility,
  side: z.enum(['vendor', 'partner', 'system']),
  author: PersonRef.nullable(),
  /** The person's own words; empty for an event. */
  body: z.string(),
  /** For an event: its name, such as `accept`, `expire`, `idle_reminder`; texts are the screen's. */
  event: z.string().nullable(),
  /** For an event: a reason code, a colleague's name, … */
  data: z.record(z.string(), z.string()),
  occurredAt: Instant,
  createdAt: Instant,
});
export type Activity = z.infer<typeof Activity>;

/** An entry as a person writes it. */
export const NewActivity = z.object({
  kind: LoggedKind,
  body: text(4000),
  /** The author's own side only, when true. */
  internal: z.boolean().default(false),
  /** When it took place; now when left out; not in the future. */
  occurredAt: Instant.optional(),
});
export type NewActivity = z.infer<typeof NewActivity>;
