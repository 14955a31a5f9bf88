import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {Keyring} from '../keys/keyring.ts';
import {problemOf} from '../testing/test-files.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {FileLinks} from './signed-url.ts';

const [tenantId, fileId, subject] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002', 'person:1'];

describe('links to files', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  const start = async () => {
    const keyring = new Keyring(server.database, server.context);
    await keyring.prepare();
    return {keyring, links: new FileLinks(keyring, 'https://files.example', server.context)};
  };
  const read = (links: FileLinks, url: string, method = 'GET') => problemOf(links.read(new URL(url), method));

  it('say what they let their holder do, and no more', async () => {
    const {links} = await start();
    const download = await links.download({tenantId, fileId, subject});
    assert.match(download, /^https:\/\/files\.example\/files\//);
    const {tenantId: tenant, fileId: file, act, disposition, onceId} = await links.read(new URL(download), 'GET');
    assert.deepEqual([tenant, file, act, disposition, onceId], [tenantId, fileId, 'download', 'attachment', null]);
    const upload = await links.upload({tenantId, fileId, subject});
    const answers = async (url: string) => Promise.all(['GET', 'HEAD', 'PATCH', 'DELETE', 'POST', 'PUT'].map(method => read(links, url, method)));
    assert.deepEqual(await answers(download), [null, null, ...Array(4).fill('method_not_allowed')]);
    assert.deepEqual(await answers(upload), ['method_not_allowed', null, null, null, 'method_not_allowed', 'method_not_allowed']);
  });

  it('end by the clock', async () => {
    const {links} = await start();
    server.clock.set(Math.ceil(server.clock.now() / 150_000) * 150_000);
    const [download, once, upload] = [await links.download({tenantId, fileId, subject}), await links.download({tenantId, fileId, subject, once: true}), await links.upload({tenantId, fileId, subject})];
    server.clock.advance({minutes: 4, seconds: 59});
    assert.equal(await read(links, download), null);
    server.clock.advance({seconds: 1});
    assert.deepEqual([await read(links, download), await read(links, once), await read(links, upload, 'PATCH')], ['file_link_expired', null, null]);
    server.clock.advance({minutes: 10});
    assert.equal(await read(links, upload, 'PATCH'), 'file_link_expired');
    server.clock.advance({minutes: 35});
    assert.equal(await read(links, once), 'file_link_expired', 'what broke off has been let go on until now');
  });

  it('are the same text for a while, so that pictures are not loaded twice', async () => {
    const {links} = await start();
    server.clock.set(Math.ceil(server.clock.now() / 150_000) * 150_000);
    const make = () => links.download({tenantId, fileId, subject});
    const first = await make();
    server.clock.advance({minutes: 2, seconds: 29});
    assert.equal(await make(), first);
    server.clock.advance({seconds: 1});
    assert.notEqual(await make(), first);
    assert.equal(await read(links, first), null, 'the old one serves on for as long again');
  });

  it('are refused when one character of them was changed', async () => {
    const {links} = await start();
    const url = await links.download({tenantId, fileId, subject});
    const token = url.split('/files/')[1] ?? '';
    for (let at = 0; at < token.length; at += 7) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      assert.equal(await read(links, `https://files.example/files/${changed}`), 'file_link_invalid', `${at}`);
    }
    for (const path of ['', 'x', '..', '../v1/me', `${token}/x`, token.split('.').slice(0, 2).join('.')]) assert.equal(await read(links, `https://files.example/files/${path}`), 'file_link_invalid', path);
  });

  it('outlive a change of keys, and end at once when a key leaked', async () => {
    const {keyring, links} = await start();
    const before_ = await links.download({tenantId, fileId, subject});
    await keyring.rotate();
    assert.equal(await read(links, before_), null);
    await keyring.rotate(true);
    assert.equal(await read(links, before_), 'file_link_invalid');
    const fresh = await links.download({tenantId, fileId, subject});
    assert.equal(await read((await start()).links, fresh), null, 'another process knows the new key');
  });
});
