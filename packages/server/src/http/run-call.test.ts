import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {api, type Route} from '@portico/contract';
import {sql} from 'kysely';
import {defaultConfig} from '../config.ts';
import {newId} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Handler} from '../handlers.ts';
import {Keyring} from '../keys/keyring.ts';
import {SessionTokens} from '../keys/session-token.ts';
import {problem} from '../problem.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {readCredentials} from './authenticate.ts';
import {Background} from './background.ts';
import {OriginDirectory} from './cors.ts';
import {KeyUsage} from './key-usage.ts';
import {RateLimiter} from './rate-limit.ts';
import {runCall} from './run-call.ts';
import type {Services} from './services.ts';

for (const database of databaseKinds) {
  describe(`a handler's transaction on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    let services: Services;
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
      const {context} = server;
      const keyring = new Keyring(server.database, context);
      await keyring.prepare();
      const background = new Background(context.log);
      services = {
        database: server.database,
        context,
        keyring,
        tokens: new SessionTokens({keyring, publicUrl: defaultConfig.publicUrl, now: context.now}),
        limiter: new RateLimiter(defaultConfig.quotas, context),
        origins: new OriginDirectory(server.database, context),
        background,
        keyUsage: new KeyUsage(server.database, context, background),
        checkResponses: false,
      };
    });
    after(async () => {
      await services.background.settle();
      await server.close();
    });

    /** Runs a handler as the request of whoever has the token. */
    async function run(handler: Handler<Route>, {token = tenant.secretKey, key = null as string | null} = {}): Promise<Response> {
      const credentials = await readCredentials(new Headers({Authorization: `Bearer ${token}`}), services.tokens);
      const route: Route = {...api.partnerOrgs.create, callers: ['key', 'vendor', 'partner']};
      return runCall(services, {
        mounted: {name: 'test', resource: 'partnerOrgs', route, scope: null, handler, readers: {}},
        facts: {requestId: newId(server.context), origin: null, isOwnOrigin: false, ip: null},
        credentials,
        method: 'POST',
        ifNoneMatch: null,
        prepare: async () => ({input: {}, named: {}, idempotency: key ? {key, fingerprint: new Uint8Array([1])} : null}),
      });
    }
    const rename = (name: string) => sql`update program set name = ${name}`;
    const nameNow = () => tenant.inScope(async ({db}) => (await db.selectFrom('program').select('name').executeTakeFirstOrThrow()).name);

    it('runs again when two were in each other’s way', async () => {
      let attempts = 0;
      const answer = await run(async ({scope}) => {
        attempts++;
        await rename(`Attempt ${attempts}`).execute(scope.db);
        if (attempts < 3) throw Object.assign(new Error('deadlock detected'), {code: '40P01'});
        return {id: 'x', version: 7};
      });
      assert.equal(attempts, 3);
      assert.equal(answer.status, 201);
      assert.equal(answer.headers.get('ETag'), '"7"');
      assert.equal(await nameNow(), 'Attempt 3');
    });

    it('gives up in the end, and leaves nothing', async () => {
      await assert.rejects(
        run(async ({scope}) => {
          await rename('Never').execute(scope.db);
          throw Object.assign(new Error('could not serialize'), {code: '40001'});
        }),
        {code: '40001'},
      );
      assert.notEqual(await nameNow(), 'Never');
    });

    it('undoes what a refusal leaves, and saves the refusal', async () => {
      const key = 'refusal-0123456789';
      let calls = 0;
      const refuse: Handler<Route> = async ({scope}) => {
        calls++;
        await rename('Refused').execute(scope.db);
        throw problem('lead_read_only');
      };
      const first = await run(refuse, {key});
      const second = await run(refuse, {key});
      assert.deepEqual([first.status, second.status, calls], [409, 409, 1]);
      assert.equal(second.headers.get('Idempotent-Replayed'), 'true');
      assert.notEqual(await nameNow(), 'Refused');
    });

    it('saves the refusal of a statement too, and nothing of a failure of ours', async () => {
      const key = 'statement-0123456789';
      const insert: Handler<Route> = async ({scope}) => {
        await rename('Half').execute(scope.db);
        await sql`insert into membership (tenant_id, membership_id, person_id, roles, created_at) values (${scope.tenantId}, gen_random_uuid(), gen_random_uuid(), '{learner}', now())`.execute(scope.db);
        return {};
      };
      assert.equal((await run(insert, {key})).status, 422);
      assert.equal((await run(insert, {key})).headers.get('Idempotent-Replayed'), 'true');
      assert.notEqual(await nameNow(), 'Half');

      const broken = 'broken-01234567890';
      await assert.rejects(run(async () => Promise.reject(new Error('a fault of ours')), {key: broken}), {code: 'internal_error'});
      assert.equal((await run(async () => ({id: 'y'}), {key: broken})).status, 201);
    });

    if (database === 'postgres') {
      it('says so when the first request with a key is still at work after two seconds', async () => {
        const key = 'in-progress-0123456789';
        const held = Promise.withResolvers<void>();
        const first = run(
          async () => {
            await held.promise;
            return {id: 'z'};
          },
          {key},
        );
        await new Promise(resolve => setTimeout(resolve, 100));
        await assert.rejects(run(async () => ({id: 'never'}), {key}), (error: {code: string; extra: {retryAfterS: number}}) => error.code === 'idempotency_in_progress' && error.extra.retryAfterS === 1);
        held.resolve();
        assert.equal((await first).status, 201);
        const again = await run(async () => ({id: 'never'}), {key});
        assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
        assert.deepEqual(await again.json(), {id: 'z'});
      });
    }

    it('sees other partners’ rows only where it is lifted, and not after', async () => {
      const [own, other] = [await tenant.newPartnerOrg(), await tenant.newPartnerOrg()];
      const {token} = await tenant.partnerSession({partnerOrgId: own});
      const orgs = async (scope: Parameters<Handler<Route>>[0]['scope']) => (await scope.db.selectFrom('partner_org').select('partner_org_id').execute()).map(row => row.partner_org_id);
      await run(
        async ({scope}) => {
          assert.deepEqual(await orgs(scope), [own]);
          assert.ok((await elevated(scope, orgs)).includes(other));
          assert.deepEqual(await orgs(scope), [own]);
          await assert.rejects(elevated(scope, async () => Promise.reject(new Error('inside'))), /inside/);
          assert.deepEqual(await orgs(scope), [own]);
          // One inside the other.
          await elevated(scope, async inner => assert.ok((await elevated(inner, orgs)).includes(other)));
          assert.deepEqual(await orgs(scope), [own]);
          return {};
        },
        {token},
      );
    });

    it('is the only one a handler can open', async () => {
      await assert.rejects(run(async ({scope}) => scope.db.transaction().execute(async () => ({}))), /A transaction is open already/);
    });
  });
}
