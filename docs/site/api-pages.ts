import {problems, resourceFolders, type Api, type ProblemCode} from '@portico/contract';
import {apiDocument} from './api-document.ts';
import {cell, fieldTable, limitsText, nameOf, namesIn, typeText, type Schema, type ShapeLink} from './api-shapes.ts';
import {readDocstrings, type Docstrings} from './docstrings.ts';
import {clientSnippet, curlSnippet} from './api-snippets.ts';
import type {Operation, Route} from './api-route.ts';
import {toContractNames} from './contract-names.ts';
import type {Page} from './page.ts';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {readonly schemas: Readonly<Record<string, Schema>>; readonly responses: Readonly<Record<string, {readonly description?: string}>>};
}

type DraftPage = Omit<Page, 'group'>;

/** The reference of the API: the list of resources, and a page each with routes, fields, answers, refusals and snippets. */
export async function apiPages(): Promise<DraftPage[]> {
  const document = toContractNames(apiDocument as unknown as Document);
  const docs = readDocstrings();
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Route => {
      const [resource = '', verb = ''] = operation.operationId.split('.');
      return {method: method.toUpperCase(), path, resource, verb, operation};
    }),
  );
  const byResource = Map.groupBy(routes, ({resource}) => resource);
  const homes = homesOf(byResource, document);
  const pages = [...byResource].map(([resource, own]) => resourcePage(resource, own, document, homes, docs));
  return [overview(byResource), ...pages];
}

/** On which resource's page a shape is described: the first that answers with it or takes it. */
function homesOf(byResource: ReadonlyMap<string, readonly Route[]>, {components}: Document): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  const settle = (name: string, resource: string) => {
    const {properties, enum: values, anyOf, oneOf} = components.schemas[name] ?? {};
    if (homes.has(name) || !(properties ?? values ?? anyOf ?? oneOf)) return;
    homes.set(name, resource);
    for (const inner of namesIn(components.schemas[name])) settle(inner, resource);
  };
  for (const [resource, routes] of byResource) for (const {operation} of routes) for (const name of namesIn([successOf(operation), operation.requestBody, operation.parameters])) settle(name, resource);
  return homes;
}

const successOf = ({responses}: Operation) => Object.entries(responses).find(([status]) => Number(status) < 400);
const pageOf = (resource: string) => resourceFolders[resource as keyof Api];
const anchorOf = (name: string) => `shape-${name.toLowerCase()}`;

function overview(byResource: ReadonlyMap<string, readonly Route[]>): DraftPage {
  const rows = [...byResource].map(([resource, routes]) => `| [\`${resource}\`](/reference/api/${pageOf(resource)}/) | ${routes.map(({verb}) => `[\`${verb}\`](/reference/api/${pageOf(resource)}/#${verb.toLowerCase()})`).join(', ')} |`);
  const [first] = byResource.get('leadOffers') ?? [];
  return {
    source: 'reference/api',
    url: 'reference/api/',
    title: 'API reference',
    description: 'Every route of the API by resource: parameters, bodies, answers and problem codes, with curl and the typed client.',
    markdown: `# API reference

Each route is a function of the [typed client](/guides/embed-in-five-minutes/#from-code). \`GET /v1/openapi.json\` of a running server says the same for machines (OpenAPI 3.1), and so does [this file](/reference/openapi.json).

## How requests look

| | |
|---|---|
| Base address | \`https://<your server>/v1\` |
| Authentication | \`Authorization: Bearer …\`: a secret key (\`portico_sk_…\`, servers only) or the token of an embed session |
| Bodies | JSON; amounts in minor units, instants as ISO 8601 in UTC |
| POST | carries an \`Idempotency-Key\` of 16 to 128 characters; the same key answers the same again |
| Changes of what has a \`version\` | carry it as \`If-Match: "3"\`; somebody else’s change in between is a [\`version_conflict\`](/reference/problems/#version_conflict) |
| Lists | \`limit\` and \`cursor\`; the next cursor is in \`page.next\` |
| Refusals | \`application/problem+json\` with a [code](/reference/problems/) |
| Live changes | server-sent events at \`GET /v1/events\` |

The client does all of this for you:

\`\`\`js
${first ? clientSnippet(first) : ''}
\`\`\`

## Resources

| resource | routes |
|---|---|
${rows.join('\n')}
`,
  };
}

function resourcePage(resource: string, routes: readonly Route[], document: Document, homes: ReadonlyMap<string, string>, docs: Docstrings): DraftPage {
  const folder = pageOf(resource);
  const link: ShapeLink = name => {
    const home = homes.get(name);
    return home === undefined ? undefined : `${home === resource ? '' : `/reference/api/${pageOf(home)}/`}#${anchorOf(name)}`;
  };
  const shapes = [...homes].filter(([, home]) => home === resource).map(([name]) => name);
  const title = title_(resource);
  const sections = routes.map(route => routeSection(route, folder, document, link, docs));
  const described = shapes.map(name => shapeSection(name, document.components.schemas[name] ?? {}, link, docs));
  return {
    source: `reference/api/${folder}`,
    url: `reference/api/${folder}/`,
    parent: 'reference/api/',
    title,
    description: `${title}: ${routes.map(({verb}) => verb).join(', ')}.`,
    markdown: [`# ${title}`, '', `\`client.${resource}\` · ${routes.map(({verb}) => `[\`${verb}\`](#${verb.toLowerCase()})`).join(' · ')}`, '', ...sections, ...(described.length === 0 ? [] : ['## Shapes {#shapes}', '', ...described])].join('\n'),
  };
}

/** `dealRegistrations` as people write it: Deal registrations. */
function title_(resource: string): string {
  const words = resource.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function routeSection(route: Route, folder: string, document: Document, link: ShapeLink, docs: Docstrings): string {
  const {operation, method, path, verb, resource} = route;
  const parameters = (operation.parameters ?? []).map(each => `| \`${each.name}\`${each.required === true || each.in === 'path' ? '' : ' *optional*'} | ${each.in} | ${cell(typeText(each.schema, link))} | ${cell(limitsText(each.schema))} |`);
  const body = operation.requestBody?.content['application/json'].schema;
  const bodyName = body?.$ref === undefined ? '' : nameOf(body.$ref);
  const bodyShape = toSent(document.components.schemas[bodyName] ?? body);
  const success = successOf(operation);
  const answer = success?.[1].content?.['application/json']?.schema;
  return [
    `## ${verb} {#${verb.toLowerCase()}}`,
    '',
    `<p class="route"><span class="method" data-method="${method}">${method}</span> <code>/v1${path}</code></p>`,
    '',
    docs.get(`${folder}.routes.ts#${verb}`) ?? '',
    '',
    operation.description ?? '',
    '',
    ...(parameters.length === 0 ? [] : ['**Parameters**', '', '| name | in | type | limits |', '|---|---|---|---|', ...parameters, '']),
    ...(bodyShape?.properties ? ['**Body**', '', fieldTable(bodyShape, link, field => docs.get(`${bodyName}.${field}`)), ''] : body ? ['**Body**', '', typeText(body, link), ''] : []),
    `**Answer** \`${success?.[0] ?? '200'}\``,
    '',
    answer ? answerText(answer, link) : 'Nothing but the status.',
    '',
    '```js name=client',
    clientSnippet(route),
    '```',
    '',
    // Without colours: two hundred commands would take longer than everything else of the site.
    '```text name=curl',
    curlSnippet(route),
    '```',
    '',
    `<details class="refusals"><summary>Refusals of <code>${resource}.${verb}</code></summary>`,
    '',
    '| status | code | what happened, and what to do |',
    '|---|---|---|',
    ...refusalsOf(route, document),
    '',
    '</details>',
    '',
  ].join('\n');
}

/** What comes back, in a line; a page of a list as what it lists. */
function answerText(schema: Schema, link: ShapeLink): string {
  const {items} = schema.properties ?? {};
  if (items?.items && schema.properties?.['page']) return `A page of ${typeText(items.items, link)} under \`items\`, and \`page\` with the cursor of the next.`;
  if (schema.$ref !== undefined || !schema.properties) return typeText(schema, link);
  return Object.entries(schema.properties).map(([name, field]) => `\`${name}\`: ${typeText(field, link)}`).join(', ');
}

function refusalsOf({operation}: Route, document: Document): string[] {
  const codes = Object.entries(operation.responses).flatMap(([status, response]) => {
    if (Number(status) < 400) return [];
    const text = response.description ?? document.components.responses[nameOf(response.$ref ?? '')]?.description ?? '';
    return [...text.matchAll(/^`(\w+)`: /gm)].map(match => [status, match[1] as ProblemCode] as const);
  });
  return codes.map(([status, code]) => `| ${status} | [\`${code}\`](/reference/problems/#${code}) | ${cell(problems[code].title)} |`);
}

/** A shape as it is asked for in a body. */
function toSent(shape: Schema | undefined): Schema | undefined {
  if (!shape?.requiredWhenSent) return shape;
  const {requiredWhenSent: required, ...rest} = shape;
  return {...rest, required};
}

function shapeSection(name: string, schema: Schema, link: ShapeLink, docs: Docstrings): string {
  return [`### ${name} {#${anchorOf(name)}}`, '', docs.get(name) ?? '', '', schema.properties ? fieldTable(schema, link, field => docs.get(`${name}.${field}`)) : `${schema.enum ? 'One of ' : ''}${typeText(schema, link)}.`, ''].join('\n');
}
