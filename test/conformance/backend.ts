import {api, type Api, type Route} from '@portico/contract';
import {personExamples, programExamples} from '@portico/contract/examples';
import {type Client, createClient, type RouteName} from '@portico/client';
import {createMockBackend, mockSecretKey} from '@portico/mocks';
import {openFiles} from '../../packages/server/src/stored-file/files.ts';
import {openTestStore} from '../../packages/server/src/testing/test-files.ts';
import {startTestServer} from '../../packages/server/src/testing/test-server.ts';

/** One programme with somebody on each side, reached through the client as an embedder would. */
export interface Stage {
  readonly key: Client;
  readonly vendor: Client;
  readonly partner: Client;
  readonly partnerOrgId: string;
  readonly partnerPersonId: string;
  /** Acts with the token of a session that the key minted. */
  as(token: string): Client;
  /** Sends a request to an address of a file. */
  send(request: Request): Promise<Response>;
}

/** Something that speaks the contract. */
export interface Backend {
  readonly name: string;
  /** A stage of the test's own: what one test does, no other sees. */
  newStage(): Promise<Stage>;
  close(): Promise<void>;
}

/** Holds every answer to the contract, and refuses what it does not name. */
function validate({resource, verb}: RouteName, body: unknown): unknown {
  const route = (api[resource as keyof Api] as Record<string, Route>)[verb];
  return route?.response.parse(body);
}

const apiUrl = 'http://portico.test';

/** The reference server. */
export async function serverBackend(database: 'pglite' | 'postgres'): Promise<Backend> {
  const kept = await openTestStore('disk');
  const server = await startTestServer({database, config: {publicUrl: apiUrl}, files: (base, context) => openFiles({database: base, context, store: kept.store})});
  const clientOf = (secret: {secretKey: string} | {token: string}) => {
    const fetch = (request: Request) => {
      // The clock stands still, and what happened at one instant has no order.
      server.clock.advance({ms: 1});
      return server.app.fetch(request);
    };
    return 'secretKey' in secret ? createClient({apiUrl, fetch, validate, secretKey: secret.secretKey}) : createClient({apiUrl, fetch, validate, fetchSession: async () => ({token: secret.token, expiresInS: 900})});
  };
  // What a listening server does every second.
  const due = setInterval(() => void server.app.runDue(), 200);
  return {
    name: `the server on ${database}`,
    async newStage() {
      const tenant = await server.newTenant();
      // No route sets them.
      await tenant.inScope(({db}) => db.updateTable('program').set({levels: JSON.stringify(programExamples.aurora.levels)}).execute());
      const vendor = await tenant.vendorSession();
      const partner = await tenant.partnerSession();
      const key = clientOf(tenant);
      const {version} = await key.program.get({});
      await key.program.update({version, products: ['Aurora Edge', 'Aurora Care', 'Aurora Vision'].map(name => ({name, aliases: []}))});
      return {key, vendor: clientOf(vendor), partner: clientOf(partner), partnerOrgId: partner.partnerOrgId, partnerPersonId: partner.personId, as: token => clientOf({token}), send: request => server.app.fetch(request)};
    },
    close: async () => {
      clearInterval(due);
      await server.close();
      await kept.close();
    },
  };
}

/** The pretend backend. */
export async function mockBackend(): Promise<Backend> {
  return {
    name: 'the mocks',
    async newStage() {
      const mock = createMockBackend({scenario: 'empty'});
      const options = {apiUrl, validate, fetch: (request: Request) => mock.fetch(request)};
      const partner = createClient({...options, fetchSession: mock.fetchSessionAs('partner')});
      const {partnerOrg, person} = await partner.me.get({});
      if (!partnerOrg || !person) throw new Error('The mock partner has no organisation.');
      return {
        key: createClient({...options, secretKey: mockSecretKey}),
        // As on the server's stage: somebody who sees every partner.
        vendor: createClient({...options, fetchSession: mock.fetchSessionAs('vendor', personExamples.tomas.id)}),
        partner,
        partnerOrgId: partnerOrg.id,
        partnerPersonId: person.id,
        as: token => createClient({...options, fetchSession: async () => ({token, expiresInS: 600})}),
        send: request => mock.fetch(request),
      };
    },
    close: async () => {},
  };
}
