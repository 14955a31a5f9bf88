import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {once} from 'node:events';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {systemContext} from '../context.ts';
import {connect} from '../database/connect.ts';
import {withTenant} from '../database/open.ts';
import {newFileKey} from '../file-store/file-store.ts';
import {openFileStore} from '../file-store/open-file-store.ts';
import {createLog} from '../log.ts';
import {withFolder, withMigratedFolder} from '../testing/empty-database.ts';
import {insertReadyFile} from '../testing/ready-file.ts';
import {runHere, runPortico, servePortico, type Finished} from '../testing/run-portico.ts';
import {exitCodes, explain} from './cli-error.ts';

const csv = 'Company,E-mail,Consent,Country,Score\nFoo Oy,a@foo.example,v1,Suomi,55\nBar AB,b@@bar,v1,Sverige,x\n';

/** One clear sentence, and never the inside of the program. */
function assertSaid({code, err}: Finished, expected: number, pattern: RegExp): void {
  assert.match(err, pattern);
  assert.equal(code, expected, err);
  assert.doesNotMatch(err, /^\s+at |node:internal|\.ts:\d+/m, 'A mistake of the user gets no stack.');
}

const storeIn = (dataFolder: string) => openFileStore({s3: undefined, dataFolder, fetch});

/** Puts a file of the library into a data folder that no server holds. @returns Its key. */
async function keepFile(folder: string, tenantId: string, bytes: Uint8Array): Promise<string> {
  const context = systemContext(createLog('error'));
  const storageKey = newFileKey(context.randomBytes);
  await storeIn(folder).put(storageKey, bytes);
  const database = await connect({folder: join(folder, 'database')}, context);
  await withTenant(database, tenantId, {context, as: 'system:test'}, scope => insertReadyFile(scope, {fileName: 'Datasheet.pdf', bytes, storageKey}));
  await database.close();
  return storageKey;
}

describe('portico on the command line', () => {
  it('explains itself, and what it cannot do', async () => {
    const help = await runPortico(['--help'], {});
    assert.equal(help.code, 0);
    for (const command of ['serve', 'migrate', 'seed', 'keys', 'import', 'backup', 'restore', 'verify']) assert.match(help.out, new RegExp(`^ {2}${command}\\b`, 'm'));
    assert.match(help.out, /Exit codes:/);
    assertSaid(await runPortico(['dance'], {}), exitCodes.usage, /unknown command 'dance'/);
    assertSaid(await runHere(['restore', 'x'], {}), exitCodes.usage, /--into/);
  });

  it('says what is wrong with settings and places', async () => {
    await withFolder(async folder => {
      assertSaid(await runHere(['serve'], {PORT: 'banana', PORTICO_DATA: folder}), exitCodes.config, /PORT must be a whole number/);
      assertSaid(await runHere(['migrate'], {DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing'}), exitCodes.unavailable, /Nobody answers at 127\.0\.0\.1:1/);
      assertSaid(await runHere(['import', 'leads', join(folder, 'missing.csv')], {PORTICO_DATA: folder}), exitCodes.noInput, /There is no file .*missing\.csv/);
      assertSaid(await runHere(['import', 'leads', folder, '--api-url', 'http://127.0.0.1:1'], {PORTICO_SECRET_KEY: 'x'}), exitCodes.noInput, /is a folder/);
      assertSaid(await runHere(['verify', '--backup', join(folder, 'missing')], {}), exitCodes.data, /There is no file/);
      assertSaid(await runHere(['restore', join(folder, 'missing'), '--into', folder], {}), exitCodes.noInput, /There is no file/);
      await writeFile(join(folder, 'latin1.csv'), Buffer.from('Firma\nGröße\n', 'latin1'));
      assertSaid(await runHere(['import', 'leads', join(folder, 'latin1.csv')], {PORTICO_DATA: folder}), exitCodes.data, /is not UTF-8/);
      await writeFile(join(folder, 'm.json'), '{"columns": [');
      await writeFile(join(folder, 'l.csv'), csv);
      assertSaid(await runHere(['import', 'leads', join(folder, 'l.csv'), '--mapping', join(folder, 'm.json')], {PORTICO_DATA: folder}), exitCodes.data, /m\.json is not JSON/);
      await writeFile(join(folder, 'm.json'), '{"columns": [{"column": "Company", "field": "shoeSize"}]}');
      assertSaid(await runHere(['import', 'leads', join(folder, 'l.csv'), '--mapping', join(folder, 'm.json')], {PORTICO_DATA: folder}), exitCodes.data, /m\.json is not a mapping: columns\.0\.field/);
      assertSaid(await runHere(['import', 'leads', join(folder, 'l.csv'), '--api-url', 'http://127.0.0.1:1', '--secret-key', 'x'], {}), exitCodes.unavailable, /Nobody answers at http:\/\/127\.0\.0\.1:1/);
    });
  });

  it('says what a database lacks, in the words of whoever runs the server', () => {
    const said = (code: string, message: string) => explain(Object.assign(new Error(message), {code}));
    assert.deepEqual(said('22023', 'role "portico_app" does not exist')?.exitCode, exitCodes.config);
    assert.match(said('22023', 'role "portico_app" does not exist')?.message ?? '', /Run `portico migrate`/);
    assert.match(said('42501', 'permission denied to create role')?.message ?? '', /permission denied to create role\. The user of DATABASE_URL has to own/);
    assert.equal(said('22023', 'time zone "x" not recognized'), undefined);
  });

  it('sets up a vendor, imports into the data folder, backs it up and restores it', async () => {
    await withMigratedFolder(async folder => {
      const env = {PORTICO_DATA: folder};
      await writeFile(join(folder, 'leads.csv'), csv);
      assertSaid(await runHere(['keys', 'create'], env), exitCodes.config, /There is no vendor yet/);
      const tenant = await runHere(['tenants', 'create', 'Acme', '--origin', 'https://portal.acme.example'], env);
      assert.match(tenant.out, /^[0-9a-f-]{36}\n$/);
      assertSaid(await runHere(['tenants', 'create', 'Beta', '--origin', 'https://a.example/path'], env), exitCodes.usage, /is not an origin/);
      const key = await runHere(['keys', 'create', '--scope', 'lead:write', '--scope', 'lead:read'], env);
      assert.match(key.out, /^portico_sk_live_[0-9A-Za-z]{16}_[0-9A-Za-z]{43}_[0-9a-f]{8}\n$/);
      assertSaid(await runHere(['keys', 'create', '--scope', 'lead:dance'], env), exitCodes.usage, /lead:dance is not a scope/);
      const list = await runHere(['keys', 'list'], env);
      assert.ok(list.out.includes('backend') && !list.out.includes(key.out.trim()), 'A key is printed once.');

      const dry = await runHere(['import', 'leads', join(folder, 'leads.csv'), '--dry-run'], env);
      assertSaid(dry, exitCodes.data, /error line 3, E-mail: “b@@bar” is not an e-mail address\./);
      assert.match(dry.out, /^2 rows: 1 new, 0 changed, 1 with errors\. Nothing was written\.$/m);
      const done = await runHere(['import', 'leads', join(folder, 'leads.csv')], env);
      assert.match(done.out, /^2 rows: 1 created, 0 updated, 0 unchanged, 1 left out, 0 warnings\.$/m);
      const again = await runHere(['import', 'leads', join(folder, 'leads.csv'), '--json'], env);
      assert.equal((JSON.parse(again.out) as {unchanged: number}).unchanged, 1);

      await writeFile(join(folder, 'deals.csv'), 'id,partner,customer\n1,Nobody,Acme\n');
      const deals = await runHere(['import', 'deals', join(folder, 'deals.csv'), '--dry-run'], env);
      assertSaid(deals, exitCodes.data, /error line 2, partner: There is no partner “Nobody”/);
      assert.match(deals.out, /^1 rows: 0 new, 0 changed, 1 with errors\. Nothing was written\.$/m);

      const file = join(folder, 'acme.backup');
      const kept = join(folder, 'kept');
      const storageKey = await keepFile(folder, tenant.out.trim(), Buffer.from('Datasheet of 2027'));
      assert.match((await runHere(['backup', file, '--files', kept], env)).out, /^1 files copied to .*kept, 0 were there\.$/m);
      assertSaid(await runHere(['backup', file], env), exitCodes.cannotCreate, /is there already/);
      assert.match((await runHere(['verify', '--backup', file], {})).out, /each table matches its checksum/);
      const restored = {PORTICO_DATA: join(folder, 'restored')};
      assertSaid(await runHere(['restore', file, '--into', restored.PORTICO_DATA, '--files', join(folder, 'nowhere')], {}), exitCodes.noInput, /There is no folder .*nowhere/);
      assert.match((await runHere(['restore', file, '--into', restored.PORTICO_DATA, '--files', kept], {})).out, /^1 files copied to their place, 0 were there\.$/m);
      assert.equal(await new Response(await storeIn(restored.PORTICO_DATA).read(storageKey)).text(), 'Datasheet of 2027');
      assertSaid(await runHere(['restore', file, '--into', restored.PORTICO_DATA], {}), exitCodes.cannotCreate, /database in .* already/);
      const verified = await runHere(['verify'], restored);
      assert.match(verified.out, /Audit log of Acme: \d+ entries, unbroken\./);
      assert.equal(verified.code, 0);
      // A restore that fails leaves nothing that would refuse the next try.
      await writeFile(file, 'not a backup');
      assertSaid(await runHere(['restore', file, '--into', join(folder, 'third')], {}), exitCodes.data, /damaged, or not a backup/);
      assert.ok(!existsSync(join(folder, 'third', 'database')));
    });
  });

  it('serves, takes imports over the network, keeps others off its folder, and stops in order', async () => {
    await withMigratedFolder(async folder => {
      const env = {PORTICO_DATA: folder};
      await writeFile(join(folder, 'leads.csv'), csv);
      await runHere(['tenants', 'create', 'Acme'], env);
      const {out: secretKey} = await runHere(['keys', 'create'], env);
      const serving = await servePortico(env);
      try {
        assert.equal((await fetch(`${serving.url}/readyz`)).status, 200);
        const busy = await runHere(['keys', 'create'], env);
        assertSaid(busy, exitCodes.busy, /is in use by process \d+/);
        const refused = await runHere(['import', 'leads', join(folder, 'leads.csv'), '--api-url', serving.url], {PORTICO_SECRET_KEY: 'portico_sk_live_wrong'});
        assertSaid(refused, exitCodes.refused, /secret key is not valid/);
        const done = await runHere(['import', 'leads', join(folder, 'leads.csv'), '--api-url', serving.url], {PORTICO_SECRET_KEY: secretKey.trim()});
        assert.match(done.out, /^2 rows: 1 created, 0 updated, 0 unchanged, 1 left out, 0 warnings\.$/m);
      } finally {
        assert.equal(await serving.end('SIGTERM'), 0);
      }
      assert.match(serving.lines.at(-1) ?? '', /"msg":"stopped"/);
      // What was acknowledged is there after the next start.
      const again = await runHere(['import', 'leads', join(folder, 'leads.csv')], env);
      assert.match(again.out, /0 created, 0 updated, 1 unchanged/);
    });
  });

  it('says who has the port', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const {port} = holder.address() as AddressInfo;
    try {
      await withMigratedFolder(async folder => {
        assertSaid(await runHere(['serve', '--port', String(port)], {PORTICO_DATA: folder}), exitCodes.unavailable, new RegExp(`Port ${port} is taken`));
      });
    } finally {
      holder.close();
    }
  });
});
