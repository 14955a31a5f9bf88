import type {Asset, AssetVersion} from '@portico/contract';
import {insertReadyFile} from './ready-file.ts';
import type {TestClient} from './test-client.ts';
import type {TestServer} from './test-server.ts';
import type {TestTenant} from './test-tenant.ts';

type NewAsset = Partial<Parameters<TestClient['assets']['create']>[0]>;
type NewVersion = Partial<Parameters<TestClient['assetVersions']['create']>[0]>;

/** A vendor with a library, for tests: files are ready without having been sent. */
export interface TestLibrary {
  readonly tenant: TestTenant;
  /** A session of a vendor's person. */
  readonly client: TestClient;
  /** @returns Id of a file of the vendor's that is ready. */
  file(fileName?: string): Promise<string>;
  /** A draft. */
  draft(fields?: NewAsset): Promise<Asset>;
  /** A version of an asset that is published. */
  version(assetId: string, fields?: NewVersion): Promise<AssetVersion>;
  /** An asset that is published, with a version in English unless said. */
  published(fields?: NewAsset, version?: NewVersion): Promise<Asset>;
  /** Brings a draft through its approval to being published. */
  publish(id: string): Promise<Asset>;
  /** Sessions end when the clock jumps. */
  renew(): Promise<void>;
}

/** A file of the vendor's that is ready without having been sent. @returns Its id. */
export function readyFile(tenant: TestTenant, fileName: string): Promise<string> {
  return tenant.inScope(scope => insertReadyFile(scope, {fileName}));
}

export async function testLibrary(server: TestServer): Promise<TestLibrary> {
  const tenant = await server.newTenant();
  const session = await tenant.vendorSession();
  let client = session.client;
  let count = 0;
  const library: TestLibrary = {
    tenant,
    get client() {
      return client;
    },
    file: (fileName = `file-${++count}.pdf`) => readyFile(tenant, fileName),
    draft: fields => client.assets.create({title: `Asset ${++count}`, type: 'datasheet', ...fields}),
    async version(assetId, fields = {}) {
      const made = await client.assetVersions.create({assetId, language: 'en', storedFileId: fields.storedFileId ?? (await library.file()), ...fields});
      return client.assetVersions.publish({id: made.id, version: made.version});
    },
    async published(fields, version) {
      const {id} = await library.draft(fields);
      await library.version(id, version);
      return library.publish(id);
    },
    async publish(id) {
      const submitted = await client.assets.submit({id, version: (await client.assets.get({id})).version});
      const approved = await client.assets.approve({id, version: submitted.version});
      return client.assets.publish({id, version: approved.version});
    },
    async renew() {
      client = (await tenant.vendorSession({personId: session.personId})).client;
    },
  };
  return library;
}
