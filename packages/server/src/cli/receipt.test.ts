import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {receiptExamples} from '@portico/contract/examples';
import {keyFromSeed, receiptKeyId, signStatement, statementHash} from '@portico/contract/receipt-proof';
import {newId, nowText, systemContext} from '../context.ts';
import {connect} from '../database/connect.ts';
import {literal} from '../database/database.ts';
import {withTenant} from '../database/open.ts';
import {listTenants} from '../database/tenants.ts';
import {readReceiptKeys} from '../receipt/receipt-key.queries.ts';
import {draftDeal, submitDeal} from '../testing/deal-rows.ts';
import {withFolder, withMigratedFolder} from '../testing/empty-database.ts';
import {runHere} from '../testing/run-portico.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {exitCodes} from './cli-error.ts';

const {first} = receiptExamples;
const silent = {debug: () => {}, info: () => {}, warn: () => {}, error: () => {}};

describe('portico receipt', () => {
  const inFolder = (work: (save: (name: string, value: unknown) => Promise<string>) => Promise<void>) =>
    withFolder(folder =>
      work(async (name, value) => {
        const path = join(folder, name);
        await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
        return path;
      }),
    );

  it('finds a receipt in order, without a server or a database', async () => {
    await inFolder(async save => {
      const keys = await save('keys.json', {keys: [first.key]});
      for (const value of [first, [first], {items: [first], page: {next: null, prev: null}}, {registration: {}, receipt: first}]) {
        const {code, out, err} = await runHere(['receipt', 'verify', await save('receipt.json', value), '--keys', keys], {});
        assert.deepEqual([code, err], [0, '']);
        assert.match(out, /^DR-000042: submitted 2026-11-20T08:42:03\.117Z, place 118 in the programme’s queue, first for this customer\.\nVALID: one receipt, nothing was changed\.\n$/);
      }
      const alone = await runHere(['receipt', 'verify', await save('receipt.json', first)], {});
      assert.deepEqual([alone.code, /Give the vendor’s keys with --keys/.test(alone.err)], [0, true], 'says that the key is the receipt’s own');
    });
  });

  it('says what was changed, and exits with 1', async () => {
    await inFolder(async save => {
      const verify = async (value: unknown, ...more: string[]) => runHere(['receipt', 'verify', await save('receipt.json', value), ...more], {});
      const dated = await verify({...first, statement: {...first.statement, submittedAt: '2026-11-19T08:42:03.117Z'}});
      assert.equal(dated.code, exitCodes.failed);
      assert.match(dated.err, /^DR-000042, place 118: The signature does not fit the statement: one of them was changed\.\n$/);
      assert.match(dated.out, /^NOT VALID: 1 fault in one receipt\.\n$/);
      assert.match((await verify([first, {...first, content: {}}])).err, /What was submitted is not what the statement was made for/);
      const other = await save('keys.json', [{...first.key, x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw'}]);
      const foreign = await verify(first, '--keys', other);
      assert.deepEqual([foreign.code, foreign.err], [1, 'DR-000042, place 118: The key is none of the vendor’s.\n']);
      assert.equal((await verify({hello: 'world'})).code, 1);
      assert.equal((await verify(5)).code, exitCodes.data);
    });
  });

  it('says what is wrong with files', async () => {
    await inFolder(async save => {
      const receipt = await save('receipt.json', first);
      assert.equal((await runHere(['receipt', 'verify', `${receipt}.missing`], {})).code, exitCodes.noInput);
      const broken = await runHere(['receipt', 'verify', await save('broken.json', '{"a":')], {});
      assert.deepEqual([broken.code, /broken\.json is not JSON/.test(broken.err)], [exitCodes.data, true]);
      const keys = await runHere(['receipt', 'verify', receipt, '--keys', await save('keys.json', {keys: []})], {});
      assert.deepEqual([keys.code, /holds no keys/.test(keys.err)], [exitCodes.data, true]);
    });
  });

  it('changes the key that signs, and verify looks over the receipts', async () => {
    await withMigratedFolder(async folder => {
      const env = {PORTICO_DATA: folder};
      assert.equal((await runHere(['tenants', 'create', 'Acme'], env)).code, 0);
      const {code, out} = await runHere(['receipt', 'rotate-key', '--tenant', 'Acme'], env);
      assert.deepEqual([code, /^[\w-]{43}\n$/.test(out)], [0, true]);
      const verified = await runHere(['verify'], env);
      assert.match(verified.out, /^Receipts of Acme: 0, unbroken, and registrations are as they were submitted\.$/m);
      assert.equal(verified.code, 0);

      // Somebody who owns the database puts a registration in that was never submitted.
      const database = await connect({folder: join(env.PORTICO_DATA, 'database')}, systemContext(silent));
      const {transaction} = await database.begin('SET LOCAL search_path = portico;');
      const org = "'0193a0c0-0000-7000-8000-000000000101'";
      await transaction.script(`
        INSERT INTO partner_org (tenant_id, partner_org_id, name, type, time_zone, created_at, updated_at) SELECT tenant_id, ${org}, 'Favourite', 'reseller', 'UTC', created_at, created_at FROM tenant;
        INSERT INTO deal_registration (tenant_id, deal_registration_id, program_id, partner_org_id, status, source, name, customer, contact, number, submitted_at, queue_number, created_at, updated_at)
          SELECT tenant_id, ${org}, program_id, ${org}, 'submitted', 'partner_sourced', 'Back-dated', '{}', '{}', 'DR-000001', '2020-01-01', 1, created_at, created_at FROM program;`);
      await transaction.commit();
      await database.close();
      const found = await runHere(['verify'], env);
      assert.equal(found.code, exitCodes.data);
      assert.match(found.out, /^Receipts of Acme: 0, NOT IN ORDER, 1 found\.$/m);
      assert.equal(found.err, 'Acme, DR-000001: It was never submitted: no receipt names it.\n');
    });
  });

  it('lets verify find a chain that was signed anew, by the keys that were kept outside', async () => {
    await withMigratedFolder(async folder => {
      const env = {PORTICO_DATA: folder};
      assert.equal((await runHere(['tenants', 'create', 'Acme'], env)).code, 0);
      const context = systemContext(silent);
      const database = await connect({folder: join(env.PORTICO_DATA, 'database')}, context);
      const [acme] = await listTenants(database);
      assert.ok(acme);
      const inScope: TestTenant['inScope'] = work => withTenant(database, acme.tenantId, {context, as: 'system:test'}, work);
      const {programId} = await inScope(async scope => scope);
      const partnerOrgId = newId(context);
      const now = nowText(context);
      await inScope(({db, tenantId}) => db.insertInto('partner_org').values({tenant_id: tenantId, partner_org_id: partnerOrgId, name: 'Lumen', type: 'reseller', time_zone: 'UTC', created_at: now, updated_at: now}).execute());
      const tenant = {tenantId: acme.tenantId, programId, inScope};
      const dealRegistrationId = await draftDeal({context}, tenant, partnerOrgId);
      const {statement, key} = await submitDeal({context}, tenant, {dealRegistrationId, partnerOrgId});
      const kept = join(folder, 'keys.json');
      await writeFile(kept, JSON.stringify({keys: await inScope(readReceiptKeys)}));
      await database.close();

      const before = await runHere(['verify', '--keys', kept], env);
      assert.deepEqual([before.code, before.err], [0, '']);
      assert.match(before.out, /^Receipts of Acme: 1, unbroken, signed with the keys that were kept, and registrations are as they were submitted\.$/m);

      // Somebody who owns the database dates the registration back and signs everything anew with a key of their own.
      const own = await keyFromSeed(new Uint8Array(32).fill(9));
      const publicKey = {kty: own.kty, crv: own.crv, x: own.x};
      const forged = {...statement, submittedAt: '2020-01-01T00:00:00.000Z', keyId: await receiptKeyId(publicKey)};
      const again = await connect({folder: join(env.PORTICO_DATA, 'database')}, context);
      const {transaction} = await again.begin('SET LOCAL search_path = portico;');
      await transaction.script(`
        ALTER TABLE receipt DISABLE TRIGGER only_grows;
        INSERT INTO receipt_key (tenant_id, key_id, public_jwk, retired_at, created_at) SELECT tenant_id, ${literal(forged.keyId)}, ${literal(JSON.stringify(publicKey))}, now(), now() FROM tenant;
        UPDATE receipt SET key_id = ${literal(forged.keyId)}, statement = ${literal(JSON.stringify(forged))}, signature = ${literal(await signStatement(forged, own))}, created_at = ${literal(forged.submittedAt)};
        UPDATE receipt_chain SET last_hash = ${literal(await statementHash(forged))};
        UPDATE deal_registration SET submitted_at = ${literal(forged.submittedAt)};
        ALTER TABLE receipt ENABLE TRIGGER only_grows;`);
      await transaction.commit();
      await again.close();
      assert.equal((await runHere(['verify'], env)).code, 0, 'the database alone cannot tell');
      const found = await runHere(['verify', '--keys', kept], env);
      assert.equal(found.code, exitCodes.data);
      assert.match(found.out, /^Receipts of Acme: 1, NOT IN ORDER, 1 found\.$/m);
      assert.equal(found.err, 'Acme, receipt 1: The key is none of the vendor’s.\n');
      assert.notEqual(key.x, own.x);

      assert.equal((await runHere(['tenants', 'create', 'Beta'], env)).code, 0);
      const unsaid = await runHere(['verify', '--keys', kept], env);
      assert.deepEqual([unsaid.code, /Say which one with --tenant/.test(unsaid.err)], [exitCodes.usage, true]);
      const beta = await runHere(['verify', '--keys', kept, '--tenant', 'Beta'], env);
      assert.deepEqual([beta.code, /^Receipts of Beta: 0, unbroken, signed with the keys that were kept/m.test(beta.out)], [0, true]);
      assert.equal((await runHere(['verify', '--keys', kept, '--backup', 'x.backup'], env)).code, exitCodes.usage);
      assert.equal((await runHere(['verify', '--tenant', 'Beta'], env)).code, exitCodes.usage);
    });
  });
});
