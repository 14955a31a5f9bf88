import {sql, type Expression, type RawBuilder} from 'kysely';

/**
 * An instant as it goes to the wire: `2026-11-21T10:00:00.000Z`, or `null`. For JSON that PostgreSQL builds; in a plain select the drivers' parsers give the
 * same text.
 *
 * @param instant - A timestamptz: `isoText(eb.ref('lead.received_at'))`.
 */
export function isoText<T extends string | null>(instant: Expression<T>): RawBuilder<T> {
  return sql<T>`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
