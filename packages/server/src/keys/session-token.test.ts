import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {SignJWT, generateKeyPair, importJWK, type JWK} from 'jose';
import {defaultConfig} from '../config.ts';
import {asWorker, withTenant} from '../database/open.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {TestProblem} from '../testing/test-client.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestSession, TestTenant} from '../testing/test-tenant.ts';
import {Keyring} from './keyring.ts';

const {publicUrl} = defaultConfig;
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

for (const database of resourceDatabaseKinds) {
  describe(`session tokens on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    let session: TestSession;
    let signing: {kid: string; private_jwk: JWK; public_jwk: JWK};
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
      session = await tenant.partnerSession();
      const [key] = await asWorker(server.database, db => db.selectFrom('signing_key').selectAll().execute());
      assert.ok(key);
      signing = {kid: key.kid, private_jwk: key.private_jwk as JWK, public_jwk: key.public_jwk as JWK};
    });
    after(() => server.close());

    const codeFor = async (token: string) => {
      const answer = await server.send('/v1/me', {headers: {Authorization: `Bearer ${token}`}});
      return answer.status === 200 ? 'ok' : ((await answer.json()) as {code: string}).code;
    };
    const nowS = () => Math.floor(server.clock.now() / 1000);

    /** A token like ours, with some things different. */
    async function forge(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}, key?: CryptoKey): Promise<string> {
      const ours = {iss: publicUrl, aud: publicUrl, sub: session.personId, tid: tenant.tenantId, pid: session.partnerOrgId, sid: session.sessionId, jti: 'x', iat: nowS(), nbf: nowS(), exp: nowS() + 600};
      const signer = key ?? ((await importJWK(signing.private_jwk, 'EdDSA')) as CryptoKey);
      const payload = Object.fromEntries(Object.entries({...ours, ...claims}).filter(([, value]) => value !== undefined));
      return new SignJWT(payload).setProtectedHeader({alg: 'EdDSA', typ: 'portico-embed+jwt', kid: signing.kid, ...header}).sign(signer);
    }

    it('are accepted as minted, and short', async () => {
      assert.equal(await codeFor(session.token), 'ok');
      assert.ok(session.token.length < 2048);
      assert.equal(await codeFor(await forge()), 'ok', 'the forgery of this test is good, so its faults are what is refused below');
    });

    it('are refused with another algorithm', async () => {
      const [, payload = ''] = session.token.split('.');
      for (const alg of ['none', 'None', 'HS256', 'ES256', 'EdDSA ']) {
        const head = encode({alg, typ: 'portico-embed+jwt', kid: signing.kid});
        const mac = createHmac('sha256', JSON.stringify(signing.public_jwk)).update(`${head}.${payload}`).digest('base64url');
        for (const signature of ['', mac]) assert.equal(await codeFor(`${head}.${payload}.${signature}`), 'session_invalid', alg);
      }
    });

    it('are refused when signed by a key that is not ours, whatever the header offers', async () => {
      const {privateKey, publicKey} = await generateKeyPair('EdDSA', {extractable: true});
      const jwk = await crypto.subtle.exportKey('jwk', publicKey);
      for (const header of [{}, {kid: 'unknown'}, {jwk}, {kid: 'unknown', jku: 'https://evil.example/jwks.json'}, {x5u: 'https://evil.example/cert'}, {kid: undefined, jwk}]) {
        assert.equal(await codeFor(await forge({}, header, privateKey)), 'session_invalid', JSON.stringify(header));
      }
      // Rightly signed, the offered addresses are not looked at.
      assert.equal(await codeFor(await forge({}, {jku: 'https://evil.example/jwks.json'})), 'ok');
    });

    it('are refused with claims that do not fit', async () => {
      const wrong = [
        {aud: 'https://other.example'}, {iss: 'https://other.example'}, {aud: undefined}, {tid: undefined}, {sid: undefined}, {sub: undefined}, {jti: undefined}, {exp: undefined}, {nbf: undefined}, {iat: undefined},
        {nbf: nowS() + 120}, {iat: nowS() + 600}, {sub: 'nobody'}, {tid: "x'; DROP TABLE lead; --"}, {pid: 7},
      ];
      for (const claims of wrong) assert.equal(await codeFor(await forge(claims)), 'session_invalid', JSON.stringify(claims));
      assert.equal(await codeFor(await forge({exp: nowS() - 31})), 'session_expired');
      assert.equal(await codeFor(await forge({iat: nowS() - 1000})), 'session_expired', 'no token lives longer than a quarter of an hour');
      assert.equal(await codeFor(await forge({exp: nowS() - 29})), 'ok', 'clocks may differ by half a minute');
    });

    it('are refused with another type, or a demand that is not understood', async () => {
      assert.equal(await codeFor(await forge({}, {typ: 'JWT'})), 'session_invalid');
      assert.equal(await codeFor(await forge({}, {typ: undefined})), 'session_invalid');
      const head = encode({alg: 'EdDSA', typ: 'portico-embed+jwt', kid: signing.kid, crit: ['b64'], b64: true});
      assert.equal(await codeFor(`${head}.${session.token.split('.').slice(1).join('.')}`), 'session_invalid');
    });

    it('are refused when they name a session of somebody else', async () => {
      const other = await tenant.partnerSession();
      const stranger = await (await server.newTenant()).partnerSession();
      for (const claims of [{sid: other.sessionId}, {sub: other.personId}, {pid: other.partnerOrgId}, {pid: undefined}, {sid: stranger.sessionId, sub: stranger.personId, pid: stranger.partnerOrgId}]) {
        assert.equal(await codeFor(await forge(claims)), 'session_invalid', JSON.stringify(claims));
      }
    });

    it('are refused when they are no tokens', async () => {
      for (const token of ['x', 'a.b', 'a.b.c', 'a.b.c.d.e', `${session.token}x`, session.token.slice(0, -2), '.'.repeat(2), 'A'.repeat(5000)]) assert.equal(await codeFor(token), 'session_invalid', token.slice(0, 20));
    });

    it('end with their time', async () => {
      const short = await tenant.client.embedSessions.create({personId: session.personId, partnerOrgId: session.partnerOrgId ?? '', ttlS: 60});
      server.clock.advance({seconds: 59});
      assert.equal(await codeFor(short.token), 'ok');
      server.clock.advance({seconds: 32});
      assert.equal(await codeFor(short.token), 'session_expired');
    });

    it('end when the session is revoked, the person leaves, or loses the membership', async () => {
      const revoked = await tenant.partnerSession();
      await tenant.client.embedSessions.delete({id: revoked.sessionId});
      await tenant.client.embedSessions.delete({id: revoked.sessionId});
      assert.equal(await codeFor(revoked.token), 'session_invalid');
      await assert.rejects(tenant.client.embedSessions.delete({id: session.personId}), (error: unknown) => error instanceof TestProblem && error.problem.code === 'embed_session_not_found');

      const gone = await tenant.partnerSession();
      const person = await tenant.client.people.get({id: gone.personId});
      await tenant.client.people.update({id: person.id, version: person.version, active: false});
      assert.equal(await codeFor(gone.token), 'session_invalid');

      const moved = await tenant.partnerSession();
      const before = await tenant.client.people.get({id: moved.personId});
      await tenant.client.people.update({id: before.id, version: before.version, memberships: []});
      assert.equal(await codeFor(moved.token), 'session_invalid');
    });

    it('end all at once for a tenant', async () => {
      const own = await server.newTenant();
      const {token} = await own.vendorSession();
      server.clock.advance({ms: 1});
      await asWorker(server.database, db => db.updateTable('tenant').set({not_before: new Date(server.clock.now()).toISOString()}).where('tenant_id', '=', own.tenantId).execute());
      assert.equal(await codeFor(token), 'session_invalid');
      assert.equal(await codeFor((await own.vendorSession()).token), 'ok');
    });

    it('go by the roles of this moment, not of the minting', async () => {
      const vendor = await tenant.vendorSession({roles: ['channel_admin']});
      const program = await vendor.client.program.get({});
      const person = await tenant.client.people.get({id: vendor.personId});
      await tenant.client.people.update({id: person.id, version: person.version, memberships: [{partnerOrgId: null, roles: ['finance']}]});
      await assert.rejects(vendor.client.program.update({version: program.version, name: 'Mine'}), /403 forbidden/);
    });

    it('carry no more than they were given', async () => {
      const personId = await tenant.newPerson({roles: ['channel_admin']});
      const {token} = await tenant.client.embedSessions.create({personId, scopes: ['lead:read']});
      const client = server.client(token);
      await client.leads.list({});
      await assert.rejects(client.leads.create({company: {name: 'A'}}), /403 scope_missing/);
      await assert.rejects(tenant.client.embedSessions.create({personId, scopes: ['moon:read']}), /unknown_scope/);
    });
  });

  describe(`signing keys on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('are published a day before they sign, and accepted half an hour after they stop', async () => {
      const keyring = new Keyring(server.database, server.context);
      await keyring.prepare();
      const first = keyring.signingKey().kid;
      const second = await keyring.rotate();
      const published = async () => {
        const {keys} = (await (await server.send('/.well-known/jwks.json')).json()) as {keys: JWK[]};
        for (const key of keys) assert.deepEqual(Object.keys(key).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
        return keys.map(({kid}) => kid);
      };
      assert.equal(keyring.signingKey().kid, first);
      server.clock.advance({minutes: 1});
      assert.deepEqual(await published(), [first, second]);
      server.clock.advance({hours: 24});
      assert.equal(keyring.signingKey().kid, second);
      assert.ok(keyring.publicKey(first));
      server.clock.advance({minutes: 30});
      assert.equal(keyring.publicKey(first), undefined);
      assert.deepEqual(await published(), [second]);
    });

    it('can be replaced at once when one leaked', async () => {
      const tenant = await server.newTenant();
      const {client, token} = await tenant.vendorSession();
      await client.me.get({});
      const keyring = new Keyring(server.database, server.context);
      await keyring.prepare();
      await keyring.rotate(true);
      server.clock.advance({seconds: 5});
      await assert.rejects(client.me.get({}), /session_invalid/, token);
      await (await tenant.vendorSession()).client.me.get({});
    });

    it('are hidden from the role of requests', async () => {
      const tenant = await server.newTenant();
      await assert.rejects(
        withTenant(server.database, tenant.tenantId, {context: server.context, as: 'system:test'}, ({db}) => db.selectFrom('signing_key').selectAll().execute()),
        /permission denied/,
      );
    });
  });
}
