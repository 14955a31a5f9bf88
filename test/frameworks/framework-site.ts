import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {createClient, type Client} from '@portico/client';
import {LeadPolicy} from '@portico/contract';
import {createSecretKey, createTenant, startServer, systemContext, withTenant} from '@portico/server';
import {copyPGlite} from '../../packages/server/src/testing/kept-folder.ts';
import {policyOf} from '../e2e/guide-server.ts';
import {buildHost, buildShared, type FrameworkHost} from './hosts.ts';

/** The real server with the pages of the frameworks, each a partner of its own, on one origin. */
export interface FrameworkSite extends AsyncDisposable {
  readonly url: string;
  /** Builds the pages of a framework and has somebody sign in there, with a lead to answer for each page. */
  add(host: FrameworkHost): Promise<Visit[]>;
}

/** A page that somebody is to work in. */
export interface Visit {
  readonly url: string;
  /** Of the lead. */
  readonly title: string;
  /** Of the lead, shown once it is accepted. */
  readonly company: string;
}

const types: Readonly<Record<string, string>> = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css'};
const quiet = {debug: () => {}, info: () => {}, warn: console.warn, error: console.error};

/** Starts it. */
export async function startFrameworkSite(): Promise<FrameworkSite> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-frameworks-'));
  const database = join(folder, 'database');
  const [widgets] = await Promise.all([buildShared(), copyPGlite('migrated', database)]);
  const strict = await policyOf('docs/guides/embed-in-five-minutes.md');
  const partners = new Map<string, {readonly policy: string; readonly read: Awaited<ReturnType<typeof buildHost>>; readonly mint: () => Promise<object>}>();
  const server = await startServer({
    port: 0,
    acceptForMs: 0,
    database: {folder: database},
    context: systemContext(quiet),
    pages: async request => {
      const {pathname} = new URL(request.url);
      const [, name = '', path = ''] = /^\/([\w-]+)\/(.*)$/.exec(pathname) ?? [];
      if (name === 'widgets') return toResponse(await readFile(join(widgets, path)).catch(() => undefined), path);
      const partner = partners.get(name);
      if (!partner) return new Response(null, {status: 404});
      if (path === 'portico-session') return Response.json(await partner.mint());
      return toResponse(await partner.read(path), path, {'content-security-policy': partner.policy});
    },
  });
  const vendor = await newVendor();

  async function newVendor(): Promise<Client> {
    const {database, context, url} = server;
    const {tenantId} = await createTenant(database, context, {name: 'Vendor', program: {name: 'Programme', timeZone: 'UTC', leadPolicy: LeadPolicy.parse({})}});
    const {secretKey} = await withTenant(database, tenantId, {context, as: 'system:frameworks'}, scope => createSecretKey(scope, {name: 'frameworks'}));
    return createClient({apiUrl: url, secretKey});
  }

  return {
    url: server.url,
    async add(host) {
      const {name, pages = ['index.html']} = host;
      const built = buildHost(host);
      const {id: partnerOrgId} = await vendor.partnerOrgs.create({name});
      const {id: personId} = await vendor.people.create({name: 'Aino', memberships: [{partnerOrgId, roles: ['org_admin']}]});
      const visits = await Promise.all(
        pages.map(async page => {
          const [title, company] = [`Cold store of ${name}, ${page}`, `Buyer of ${name}, ${page}`];
          const {lead} = await vendor.leads.create({title, company: {name: company, country: 'FI'}, route: false});
          await vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId});
          return {url: `${server.url}/${name}/${page}`, title, company};
        }),
      );
      partners.set(name, {policy: toPolicy(strict, host), read: await built, mint: () => vendor.embedSessions.create({personId, partnerOrgId})});
      return visits;
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(folder, {recursive: true, force: true, maxRetries: 3});
    },
  };
}

function toResponse(body: string | Buffer | undefined, path: string, headers: Readonly<Record<string, string>> = {}): Response {
  if (body === undefined) return new Response(null, {status: 404});
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {headers: {'content-type': types[extname(path)] ?? 'application/octet-stream', ...headers}});
}

/** The guide's policy and nothing beside it, but for what the framework needs. The policy for templates has the name that Lit gives it, for this Lit comes from npm. */
function toPolicy(strict: string, {policy = {}}: FrameworkHost): string {
  const directives = `default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; ${strict.replace('portico-lit', 'lit-html')}`.split('; ');
  return directives
    .map(directive => {
      const [name = ''] = directive.split(' ');
      return policy[name] === undefined ? directive : `${directive} ${policy[name]}`;
    })
    .join('; ');
}
