/** OIDs of the types that the two drivers would otherwise read differently. */
const oids = {int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700, interval: 1186} as const;

/** `2026-11-21 10:00:00.123456+00` → `2026-11-21T10:00:00.123Z`; anything else (`infinity`) stays. */
function toInstant(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text);
  return match ? `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z` : text;
}

const asText = (text: string): string => text;

/** How result columns become values, the same on both drivers; sessions run in UTC. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oids.int8]: Number,
  [oids.date]: asText,
  [oids.timestamp]: asText,
  [oids.timestamptz]: toInstant,
  [oids.numeric]: asText,
  [oids.interval]: asText,
};
