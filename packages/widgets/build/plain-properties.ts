import {parseSync, type Plugin} from 'vite';
import {once} from './once.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Node;
  readonly key?: Node & {readonly name?: string};
  readonly decorators?: readonly Node[];
  readonly expression?: Node & {readonly callee?: Node & {readonly name?: string}; readonly arguments?: readonly Node[]};
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes Lit's decorators as what they do: `@property` and `@state` as one `static properties` of the class, `@query` as a getter. Said once a class, that is shorter than a call for each, and
 * no decorator is in the bundle.
 *
 * @param code - TypeScript.
 * @returns The same module; what has other decorators keeps those.
 * @throws Error when a class has `static properties` beside decorators.
 */
export function toPlainProperties(code: string): string {
  const edits: Edit[] = [];
  for (const {start, members} of classesOf(parseSync('module.ts', code).program)) {
    const properties: string[] = [];
    for (const member of members) {
      const [decorator] = member.decorators ?? [];
      const {callee, arguments: given = []} = decorator?.expression ?? {};
      const name = member.key?.name;
      if (!decorator || name === undefined) continue;
      const argument = given[0] && code.slice(given[0].start, given[0].end);
      if (callee?.name === 'query') {
        // It would ask for the first answer to be kept.
        if (given.length > 1) throw new Error(`${name} is asked for in a way that plain-properties.ts does not know.`);
        edits.push({start: member.start, end: member.end, text: `get ${name}(){return this.renderRoot?.querySelector(${argument})??null}`});
      } else if (callee?.name === 'property' || callee?.name === 'state') {
        properties.push(`${name}:${callee.name === 'state' ? '{state:true}' : (argument ?? '{}')}`);
        edits.push({start: decorator.start, end: decorator.end, text: ''});
      }
    }
    if (properties.length === 0) continue;
    if (members.some(({key}) => key?.name === 'properties')) throw new Error('A class has its properties in two ways.');
    edits.push({start: start + 1, end: start + 1, text: `static properties={${properties.join()}};`});
  }
  let plain = '';
  let at = 0;
  for (const {start, end, text} of edits.sort((a, b) => a.start - b.start)) {
    plain += code.slice(at, start) + text;
    at = end;
  }
  return plain + code.slice(at);
}

/** The bodies of all classes below a node. */
function classesOf(node: object, found: {start: number; members: readonly Node[]}[] = []) {
  const {type, body, start} = node as Node;
  if (type === 'ClassBody') found.push({start, members: body as unknown as readonly Node[]});
  for (const below of Object.values(node)) if (typeof below === 'object' && below !== null) classesOf(below as object, found);
  return found;
}

const writeOnce = once(toPlainProperties);

/** The writing as a plugin for Vite and Rolldown, for our own modules. */
export function plainProperties(): Plugin {
  return {
    name: 'portico-plain-properties',
    enforce: 'pre',
    transform: (code, id) => {
      if (id.includes('/node_modules/') || !/^ {2}@(?:property|state|query)\(/m.test(code)) return undefined;
      return {code: writeOnce(code), map: null};
    },
  };
}
