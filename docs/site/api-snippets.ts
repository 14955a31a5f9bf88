import type {Route} from './api-route.ts';
import type {Schema} from './api-shapes.ts';

/** How a route is called with the typed client: only what has to be said. */
export function clientSnippet({resource, verb, method, operation}: Route): string {
  const input = neededOf(operation, method);
  const call = `await client.${resource}.${verb}(${input.length === 0 ? (method === 'GET' ? '' : '{}') : `{${input.join(', ')}}`})`;
  const [status] = Object.keys(operation.responses);
  return status === '204' ? `${call};` : `const ${nameOfAnswer(verb)} = ${call};`;
}

/** The same from a shell. */
export function curlSnippet({method, path, operation}: Route): string {
  const headers = (operation.parameters ?? []).filter(each => each.in === 'header').map(({name}) => (name === 'If-Match' ? `'If-Match: "1"'` : name === 'Idempotency-Key' ? '"Idempotency-Key: $(uuidgen)"' : `'${name}: …'`));
  const body = operation.requestBody ? bodyOf(operation.requestBody.content['application/json'].schema) : undefined;
  const address = `https://portico.example.com/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase()}`)}`;
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"${address}"`,
    `-H "Authorization: Bearer $PORTICO_KEY"`,
    ...headers.filter(header => method === 'POST' || !header.includes('Idempotency')).map(header => `-H ${header}`),
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d '${body}'`]),
  ].join(' \\\n  ');
}

function neededOf(operation: Route['operation'], method: string): string[] {
  const parameters = (operation.parameters ?? []).filter(each => each.in === 'path' || (each.in === 'query' && each.required === true)).map(({name}) => name);
  const version = (operation.parameters ?? []).some(({name}) => name === 'If-Match') ? ['version'] : [];
  const body = operation.requestBody?.content['application/json'].schema;
  return [...new Set([...parameters, ...version, ...(method === 'GET' ? [] : (body?.required ?? []))])];
}

function bodyOf(schema: Schema): string {
  return JSON.stringify(Object.fromEntries((schema.required ?? []).map(name => [name, sampleOf(schema.properties?.[name] ?? {})])));
}

/** A value that shows the kind; of shapes with a name only that there is one. */
function sampleOf(schema: Schema): unknown {
  if (schema.enum) return schema.enum[0];
  if ('const' in schema) return schema.const;
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return sampleOf(first);
  const type = [schema.type].flat()[0];
  if (type === 'integer' || type === 'number') return schema.minimum === undefined || schema.minimum < 0 ? 0 : schema.minimum;
  if (type === 'boolean') return true;
  if (type === 'array') return [];
  if (type === 'object') return {};
  return '…';
}

const nameOfAnswer = (verb: string) => (verb === 'list' || verb === 'search' ? '{items, page}' : 'answer');
