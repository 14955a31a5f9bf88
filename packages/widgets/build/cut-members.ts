import {parseSync} from 'vite';

/** What becomes of each member of a class, by its name as it is written (`#name` for a private one): the text that stands in, empty to leave it out, or `null` to keep it. */
export interface Members {
  readonly [name: string]: string | null;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Node | readonly Node[];
  readonly declaration?: Node | null;
  readonly key?: {readonly type: string; readonly name?: string};
}

/**
 * Puts stand-ins in place of members of a class.
 *
 * @param code - A module with one exported class.
 * @param members - All members of the class, none left out.
 * @returns The module; everything else in it as it was.
 * @throws Error when the class has other members, so that a new version is looked at first.
 */
export function cutMembers(code: string, members: Members): string {
  const program = parseSync('module.js', code).program.body as unknown as readonly Node[];
  const exported = program.flatMap(({declaration}) => (declaration?.type === 'ClassDeclaration' ? [declaration] : []));
  const found = ((exported[0]?.body as Node | undefined)?.body ?? []) as readonly Node[];
  const names = found.map(({key}) => `${key?.type === 'PrivateIdentifier' ? '#' : ''}${key?.name ?? ''}`);
  const strange = [...names.filter(name => !Object.hasOwn(members, name)), ...Object.keys(members).filter(name => !names.includes(name))];
  if (strange.length > 0) throw new Error(`The class has new members, or lost some: ${strange.join(', ')}. Look what it does now, then change its stand-ins.`);
  let cut = '';
  let at = 0;
  found.forEach(({start, end}, index) => {
    const standIn = members[names[index] ?? ''];
    if (standIn === null || standIn === undefined) return;
    cut += code.slice(at, start) + standIn;
    at = end;
  });
  return cut + code.slice(at);
}
