import {problems, problemType, type ProblemCode} from '@portico/contract';
import {type Generated, writeWhenMain} from './generated.ts';

/** `docs/reference/problems.md`: every problem code, from the contract's table. */
export async function generate(): Promise<Generated[]> {
  const rows = (Object.keys(problems) as ProblemCode[]).map(code => {
    const {status, title} = problems[code];
    const type = problemType(code);
    return `| \`${code}\` | ${status} | ${title}${type.startsWith('urn:portico:') ? '' : ` Its \`type\` is <${type}>.`} |`;
  });
  const text = [
    '# Problem codes',
    '',
    'Every answer of status 400 and above is `application/problem+json` (RFC 9457) with a `code` from this table, a `type` of `urn:portico:problem:<code>` unless',
    'said, a `requestId`, and for wrong fields `errors` with a JSON pointer each. Made from `packages/contract/src/problem.ts` by `npm run docs`.',
    '',
    '| code | status | what happened, and what to do |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return [{path: 'docs/reference/problems.md', text}];
}

await writeWhenMain(import.meta, generate);
