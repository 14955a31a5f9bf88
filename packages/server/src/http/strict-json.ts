import {problem, type ProblemError} from '../problem.ts';

/**
 * Reads JSON that means the same to everybody: `JSON.parse` would keep the last of two equal keys, turn 1e400 into Infinity and 9007199254740993 into …992.
 *
 * @throws ProblemError `malformed_json` with the reason as detail.
 */
export function parseStrictJson(text: string): unknown {
  const value = parse(text);
  const key = findRepeatedKey(text);
  if (key !== null) throw malformed(`The key ${JSON.stringify(key.slice(0, 80))} is there twice in one object.`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value !== 'number') return value;
      if (!Number.isFinite(value)) throw malformed('A number is too large.');
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw malformed('A whole number is beyond ±9007199254740991 and would lose digits. Send it as text.');
      return value;
    });
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw malformed();
    throw error;
  }
}

/** The first key that an object of this valid JSON has twice, or `null`. */
function findRepeatedKey(text: string): string | null {
  /** Keys of the objects around the current place; `null` for an array. */
  const around: (Set<string> | null)[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text[index];
    if (character === '{') around.push(new Set());
    else if (character === '[') around.push(null);
    else if (character === '}' || character === ']') around.pop();
    else if (character === '"') {
      const end = endOfString(text, index);
      const keys = around.at(-1);
      if (keys && isFollowedByColon(text, end)) {
        const key = JSON.parse(text.slice(index, end)) as string;
        if (keys.has(key)) return key;
        keys.add(key);
      }
      index = end;
      continue;
    }
    index++;
  }
  return null;
}

/** The place after the closing quote of the string that starts at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function isFollowedByColon(text: string, index: number): boolean {
  let next = index;
  while (' \t\r\n'.includes(text[next] ?? 'x')) next++;
  return text[next] === ':';
}

function malformed(detail?: string): ProblemError {
  return problem('malformed_json', detail ? {detail} : {});
}

/** Canonical JSON (RFC 8785) of parsed JSON: the same for two texts that mean the same. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
