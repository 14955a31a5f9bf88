import assert from 'node:assert/strict';
import {readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {gunzipSync, gzipSync} from 'node:zlib';
import {createApp} from '../app.ts';
import {verifyAudit} from '../audit/verify-audit.ts';
import {defaultConfig} from '../config.ts';
import {connect} from '../database/connect.ts';
import type {Database} from '../database/database.ts';
import {withTenant} from '../database/open.ts';
import {selfCheck} from '../database/self-check.ts';
import {listTenants} from '../database/tenants.ts';
import {withEmptyDatabase, withFolder} from '../testing/empty-database.ts';
import {leadProgramme, partnerAt} from '../testing/lead-programme.ts';
import {testClient} from '../testing/test-client.ts';
import {databaseKinds, openTestDatabase, readMigrations, type DatabaseKind} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {backup} from './backup.ts';
import {BackupFileError} from './backup-file.ts';
import {restore, TargetNotEmptyError} from './restore.ts';
import {verifyBackup} from './verify-backup.ts';

for (const kind of databaseKinds) {
  describe(`a backup of ${kind}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database: kind});
    });
    after(() => server.close());

    /** A programme in which something of every kind has happened. */
    async function busyProgramme() {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const {offerId, version} = await programme.accepted(partner, {need: 'Größe “x”; Hà Nội, 公司\nnext line', externalId: 'L-1'});
      await partner.client.activities.create({leadOfferId: offerId, kind: 'call', body: 'They want it.'});
      await programme.offered(partner, {});
      assert.ok(version > 0);
      // Points that were redeemed, given back, and taken back after they were redeemed.
      const {vendor, tenant: {client: key}} = programme;
      const rule = await vendor.pointsRules.create({name: 'Courses', event: 'course_passed', formula: {kind: 'fixed', points: 50}, cap: {times: 9, per: 'all'}});
      await vendor.pointsRules.publish({id: rule.id, version: rule.version});
      const {id: courseId} = await key.partnerEvents.create({event: 'course_passed', sourceId: 'course', partnerOrgId: partner.id});
      const {id: rewardId} = await vendor.rewards.create({name: 'A mug', points: 25, stock: 3});
      const [first] = [await partner.client.redemptions.create({rewardId, points: 25}), await partner.client.redemptions.create({rewardId, points: 25})];
      await vendor.redemptions.cancel({id: first.id, version: first.version});
      await key.partnerEvents.retract({id: courseId});
      return programme;
    }

    /** Restores into an empty database of a kind and looks at it there. */
    async function drill<T>(into: DatabaseKind, file: string, work: (database: Database) => Promise<T>): Promise<T> {
      return withEmptyDatabase(into, async config => {
        const database = await connect(config, server.context);
        try {
          await restore(database, file, readMigrations(), server.context);
          return await work(database);
        } finally {
          await database.close();
        }
      });
    }

    it('comes back row by row, on either database, and is served there', async () => {
      const {tenant} = await busyProgramme();
      await withFolder(async folder => {
        const file = join(folder, 'portico.backup');
        const manifest = await backup(server.database, file, server.context);
        assert.ok((manifest['lead']?.rows ?? 0) >= 2 && (manifest['audit_entry']?.rows ?? 0) > 5);
        assert.deepEqual(await verifyBackup(file), manifest);
        assert.deepEqual(await readdir(folder), ['portico.backup']);
        for (const into of databaseKinds) {
          await drill(into, file, async database => {
            assert.deepEqual(await backup(database, join(folder, `${into}.again`), server.context), manifest, 'A backup of the restored data is the same.');
            await selfCheck(database, server.context);
            for (const {tenantId} of await listTenants(database)) {
              assert.equal((await withTenant(database, tenantId, {context: server.context, as: 'system:test'}, verifyAudit)).brokenAt, null);
            }
            const app = createApp({database, context: server.context, config: defaultConfig});
            const client = testClient((path, init) => app.fetch(new Request(new URL(path, defaultConfig.publicUrl), init)), tenant.secretKey);
            const [lead] = (await client.leads.list({externalId: 'L-1'})).items;
            assert.deepEqual([lead?.need, lead?.status], ['Größe “x”; Hà Nội, 公司\nnext line', 'working']);
            // Writing goes on where it stopped: numbers of events and of stories are not given out twice.
            const note = await client.activities.createForLead({leadId: lead?.id ?? '', kind: 'note', body: 'After the restore.'});
            assert.deepEqual((await client.activities.listForLead({leadId: lead?.id ?? '', limit: 1})).items.map(({id}) => id), [note.id]);
            await app.close();
          });
        }
      });
    });

    it('holds no key', async () => {
      const {tenant} = await busyProgramme();
      await withFolder(async folder => {
        const file = join(folder, 'b');
        await backup(server.database, file, server.context);
        const text = gunzipSync(await readFile(file)).toString();
        const secret = await tenant.inScope(async ({db}) => db.selectFrom('tenant').select('secret').executeTakeFirstOrThrow());
        assert.ok(!text.includes(Buffer.from(secret.secret).toString('hex')));
        assert.ok(!text.includes('"private_jwk"') && !text.includes('"d":"'));
        assert.ok(!text.includes(tenant.secretKey));
      });
    });

    it('is refused where something is already', async () => {
      await busyProgramme();
      await withFolder(async folder => {
        const file = join(folder, 'b');
        await backup(server.database, file, server.context);
        const tenants = (await listTenants(server.database)).length;
        await assert.rejects(restore(server.database, file, readMigrations(), server.context), TargetNotEmptyError);
        assert.equal((await listTenants(server.database)).length, tenants);
        await selfCheck(server.database, server.context);
      });
    });

    it('that was damaged is refused, and nothing of it stays', async () => {
      await busyProgramme();
      await withFolder(async folder => {
        const file = join(folder, 'good');
        await backup(server.database, file, server.context);
        const bytes = await readFile(file);
        const text = gunzipSync(bytes).toString();
        const damaged: Record<string, Buffer> = {
          'cut off': bytes.subarray(0, bytes.length - 50),
          'without its manifest': gzipSync(text.slice(0, text.lastIndexOf('#'))),
          'changed': gzipSync(text.replace('"They want it."', '"They want two."')),
          'without a row': gzipSync(text.replace(/\n\{[^\n]*"kind":"call"[^\n]*/, '')),
          'no backup': Buffer.from('hello'),
          'of something else': gzipSync('{"a":1}\n'),
          'empty': Buffer.alloc(0),
        };
        const database = await openTestDatabase(kind, server.clock, server.context.log);
        try {
          for (const [name, content] of Object.entries(damaged)) {
            const path = join(folder, name);
            await writeFile(path, content);
            await assert.rejects(verifyBackup(path), BackupFileError, name);
            await assert.rejects(restore(database, path, readMigrations(), server.context), BackupFileError, name);
          }
          await restore(database, file, readMigrations(), server.context);
        } finally {
          await database.close();
        }
      });
    });
  });
}
