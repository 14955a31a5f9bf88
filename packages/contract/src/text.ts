import {z} from 'zod';

// PostgreSQL refuses NUL in text and lone surrogates in jsonb; saying so here gives a field's name instead of a failed statement.
const storable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();

/**
 * Text that can be stored and shown: trimmed, no NUL, no lone surrogates.
 *
 * @param max - Longest accepted length in UTF-16 units.
 * @param min - Shortest accepted length after trimming.
 */
export function text(max: number, min = 1) {
  return z.string().trim().min(min).max(max).refine(storable, 'Contains characters that cannot be stored (NUL or half of a surrogate pair).');
}

/** An identifier given out by the server: UUID, lower case. */
export const Id = z.uuid().toLowerCase();

/** The host's own identifier for an object; unique per tenant and kind of object. */
export const ExternalId = text(200);

/** An instant: RFC 3339 with offset, as the server writes it in UTC with milliseconds. */
export const Instant = z.iso.datetime({offset: true});

/** A day without a time: `2026-11-21`. */
export const Day = z.iso.date();

/** ISO 3166-1 alpha-2, upper case. */
export const Country = z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'Use two letters, such as FI.');

/** Row version for optimistic concurrency; travels as `If-Match`. */
export const Version = z.int().positive();

/** IANA time zone name, such as `Europe/Helsinki`. */
export const TimeZone = text(64).refine(isTimeZone, 'Not a known time zone; use a name such as Europe/Helsinki.');

// Asking costs a tenth of a millisecond, and the same few are asked for all the time.
const knownZones = new Set<string>();
const mostKnownZones = 1_000;

function isTimeZone(value: string): boolean {
  if (knownZones.has(value)) return true;
  try {
    new Intl.DateTimeFormat('en', {timeZone: value});
    if (knownZones.size < mostKnownZones) knownZones.add(value);
    return true;
  } catch {
    return false;
  }
}

/** BCP 47 language tag, such as `fi` or `zh-Hans`. */
export const Locale = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language tag such as fi or zh-Hans.').max(35);
