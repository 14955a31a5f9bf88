import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {LeadPolicy} from '@portico/contract';
import {systemContext, type Log} from './context.ts';
import {FolderLockedError} from './database/folder-lock.ts';
import {withTenant} from './database/open.ts';
import {createTenant} from './database/tenants.ts';
import {createSecretKey} from './keys/secret-key.ts';
import {startServer} from './start-server.ts';
import {withMigratedFolder} from './testing/empty-database.ts';

const log: Log = {debug: () => {}, info: () => {}, warn: () => {}, error: (details, message) => console.error(message, details)};
const context = systemContext(log);

describe('starting the server', () => {
  it('leaves nothing behind when it cannot; serves API and pages from one address, on a folder that no second server may have; finds its data again', async () => {
    await withMigratedFolder(async folder => {
      const options = {database: {folder: join(folder, 'database')}, port: 0, acceptForMs: 0, context} as const;
      await assert.rejects(startServer({...options, prepare: () => Promise.reject(new Error('no'))}), /^Error: no$/);
      let secretKey = '';
      const server = await startServer({
        ...options,
        pages: request => new Response(`page ${new URL(request.url).pathname}`),
        prepare: async database => {
          const {tenantId} = await createTenant(database, context, {name: 'Acme', program: {name: 'P', timeZone: 'UTC', leadPolicy: LeadPolicy.parse({})}});
          ({secretKey} = await withTenant(database, tenantId, {context, as: 'system:test'}, scope => createSecretKey(scope, {name: 'test'})));
        },
      });
      const ask = (url: string, path: string) => fetch(`${url}${path}`, {headers: {authorization: `Bearer ${secretKey}`}});
      try {
        assert.equal(await (await ask(server.url, '/partner/')).text(), 'page /partner/');
        assert.equal((await ask(server.url, '/readyz')).status, 200);
        const me = (await (await ask(server.url, '/v1/me')).json()) as {vendorName: string};
        assert.equal(me.vendorName, 'Acme');
        await assert.rejects(startServer(options), FolderLockedError);
      } finally {
        await server.stop();
      }
      await assert.rejects(ask(server.url, '/readyz'));

      const again = await startServer(options);
      try {
        assert.equal((await ask(again.url, '/v1/me')).status, 200);
        // Without pages of its own it answers what it does not know as the API does.
        assert.equal((await ask(again.url, '/partner/')).headers.get('content-type'), 'application/problem+json');
      } finally {
        await again.stop();
      }
    });
  });
});
