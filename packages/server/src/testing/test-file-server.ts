import {once} from 'node:events';
import {createServer, type Socket} from 'node:net';
import type {Readable} from 'node:stream';
import * as tus from 'tus-js-client';
import {serve} from '../http/serve.ts';
import {Keyring} from '../keys/keyring.ts';
import {announceFile} from '../stored-file/announce-file.ts';
import {openFiles, type Files, type FilesOptions} from '../stored-file/files.ts';
import {defaultFileLimits, type FileLimits} from '../stored-file/file-limits.ts';
import {FileLinks} from '../stored-file/signed-url.ts';
import {findStoredFile, type StoredFileRow} from '../stored-file/stored-file.queries.ts';
import {newFileKey, type FileStore} from '../file-store/file-store.ts';
import {openTestStore, type storeKinds} from './test-files.ts';
import {insertReadyFile, type ReadyFile} from './ready-file.ts';
import type {DatabaseKind} from './test-database.ts';
import {startTestServer, type TestServer} from './test-server.ts';
import type {TestTenant} from './test-tenant.ts';

/** A server that keeps files, on a socket. */
export interface TestFileServer {
  readonly server: TestServer;
  readonly files: Files;
  readonly store: FileStore;
  readonly links: FileLinks;
  readonly url: string;
  /** Announces a file of the vendor. @returns Its id. */
  announce(tenant: TestTenant, file: {fileName: string; mediaType: string; sizeBytes: number; declaredSha256?: string}, limits?: Partial<FileLimits>): Promise<string>;
  find(tenant: TestTenant, id: string): Promise<StoredFileRow | undefined>;
  /** Announces and sends a file, and has it inspected. */
  send(tenant: TestTenant, fileName: string, mediaType: string, bytes: Uint8Array): Promise<StoredFileRow>;
  /** Puts in a file that is ready, with its bytes, without having been sent. @returns Its id. */
  keep(tenant: TestTenant, fileName: string, mediaType: string, bytes: Uint8Array, size: Pick<ReadyFile, 'partnerOrgId' | 'width' | 'height' | 'pages'>): Promise<string>;
  /** Reads by a new download link. */
  read(tenant: TestTenant, id: string, headers?: Record<string, string>, how?: {disposition?: 'inline' | 'attachment'; once?: boolean}): Promise<Response>;
  close(): Promise<void>;
}

export async function startFileServer({store: kind = 'disk', database, ...options}: {store?: (typeof storeKinds)[number]; database?: DatabaseKind} & Pick<FilesOptions, 'scanner' | 'uploadIdleMs'> = {}): Promise<TestFileServer> {
  const kept = await openTestStore(kind);
  const opened = Promise.withResolvers<Files>();
  const server = await startTestServer({
    ...(database ? {database} : {}),
    files: (base, context) => {
      const files = openFiles({database: base, context, store: kept.store, ...options});
      opened.resolve(files);
      return files;
    },
  });
  const files = await opened.promise;
  // What is due is done when a test says so, and not each second as well.
  const listening = await serve({...server.app, runDue: async () => 0}, {port: 0, context: server.context, acceptForMs: 0});
  const keyring = new Keyring(server.database, server.context);
  await keyring.prepare();
  const links = new FileLinks(keyring, listening.url, server.context);
  const subject = 'person:test';
  const found = async (tenant: TestTenant, id: string) => tenant.inScope(scope => findStoredFile(scope, id));
  const self: TestFileServer = {
    server,
    files,
    store: kept.store,
    links,
    url: listening.url,
    announce: (tenant, {declaredSha256, ...file}, limits) => tenant.inScope(scope => announceFile(scope, {partnerOrgId: null, declaredSha256: declaredSha256 ?? null, ...file}, {...defaultFileLimits, ...limits})),
    find: found,
    send: async (tenant, fileName, mediaType, bytes) => {
      const id = await self.announce(tenant, {fileName, mediaType, sizeBytes: bytes.length});
      const response = await fetch(await links.upload({tenantId: tenant.tenantId, fileId: id, subject}), {method: 'PATCH', headers: {'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream'}, body: new Uint8Array(bytes)});
      if (response.status !== 204) throw new Error(`The upload was answered ${response.status}: ${await response.text()}`);
      await files.runDue();
      const row = await found(tenant, id);
      if (!row) throw new Error('The file is gone.');
      return row;
    },
    keep: async (tenant, fileName, mediaType, bytes, size) => {
      const storageKey = newFileKey(server.context.randomBytes);
      await kept.store.put(storageKey, bytes);
      return tenant.inScope(scope => insertReadyFile(scope, {fileName, mediaType, bytes, storageKey, ...size}));
    },
    read: async (tenant, id, headers = {}, how = {}) => {
      await keyring.prepare();
      return fetch(await links.download({tenantId: tenant.tenantId, fileId: id, subject, ...how}), {headers});
    },
    close: async () => {
      await listening.stop();
      await server.close();
      await kept.close();
    },
  };
  return self;
}

/** Sends by the client that browsers use, which asks for the bytes from one place to another. @returns When all of it has gone; rejects when it broke, or was broken off by the signal. */
export function tusUpload(uploadUrl: string, bytes: (from: number, to: number) => Readable, sizeBytes: number, chunkSize: number, signal?: AbortSignal): Promise<void> {
  const source = {
    size: sizeBytes,
    slice: async (from: number, to: number) => ({value: Object.assign(bytes(from, Math.min(to, sizeBytes)), {size: Math.min(to, sizeBytes) - from}), done: to >= sizeBytes}),
    close: () => {},
  };
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(new Uint8Array(0) as never, {
      uploadUrl,
      chunkSize,
      uploadSize: sizeBytes,
      retryDelays: [],
      fileReader: {openFile: async () => source as unknown as tus.FileSource},
      onError: reject,
      onSuccess: () => resolve(),
    });
    signal?.addEventListener('abort', () => void upload.abort().then(() => reject(new Error('Broken off.')), reject));
    upload.start();
  });
}

/** A scanner that speaks as clamd does, on a socket; what contains `bad` is infected. */
export async function startTestClamd({isSilent = false, bad = 'EICAR'}: {isSilent?: boolean; bad?: string} = {}): Promise<{readonly setting: string; stop(): Promise<void>}> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    let held = Buffer.alloc(0);
    let content = '';
    let isGreeted = false;
    socket.on('data', data => {
      if (isSilent) return;
      held = Buffer.concat([held, data]);
      if (!isGreeted && held.length >= 10) {
        isGreeted = held.subarray(0, 10).toString('latin1') === 'zINSTREAM\0';
        if (!isGreeted) return void socket.end('UNKNOWN COMMAND\0');
        held = held.subarray(10);
      }
      while (isGreeted && held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
        const length = held.readUInt32BE(0);
        if (length === 0) return void socket.end(content.includes(bad) ? 'stream: Test-Signature FOUND\0' : 'stream: OK\0');
        content += held.toString('latin1', 4, 4 + length);
        held = held.subarray(4 + length);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    setting: `clamd://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
