import {DataStore, ERRORS, Server, Upload} from '@tus/server';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {UploadOffsetError, type FileStore} from '../file-store/file-store.ts';
import type {FileLink} from './signed-url.ts';
import {endUpload} from './end-upload.ts';
import {findStoredFile, noteArrival, noteArrived, type StoredFileRow} from './stored-file.queries.ts';
import {withIdleLimit} from './idle-limit.ts';

/** What takes uploads. */
export interface UploadTaking {
  readonly database: Database;
  readonly context: Context;
  readonly store: FileStore;
  /** How long the sender may say nothing before what came is kept and the request let go. */
  readonly idleMs: number;
  /** Called when a file has arrived. */
  readonly onArrived: () => void;
}

/** Who sends what, out of the link: the protocol's own addresses are not used. */
interface Target {
  readonly tenantId: string;
  readonly fileId: string;
}

/**
 * Takes files by the tus protocol, version 1.0: HEAD says from where to go on, PATCH goes on, DELETE gives up. Files are announced through the API, so there is no
 * POST. While bytes come, no transaction is open.
 */
export class Uploads {
  readonly #server: Server;
  readonly #targets = new WeakMap<Request, Target>();
  readonly #idleMs: number;

  constructor(taking: UploadTaking) {
    this.#idleMs = taking.idleMs;
    this.#server = new Server({
      path: '/files',
      datastore: new Arrivals(taking),
      getFileIdFromRequest: request => idOf(this.#targets.get(request as Request)),
      // A connection that died unseen gives way to the one that goes on.
      lockDrainTimeout: 500,
    });
  }

  /** @param link - Was read from the request's address and lets it upload. */
  async handle(request: Request, {tenantId, fileId}: FileLink): Promise<Response> {
    const body = request.body && withIdleLimit(request.body, this.#idleMs);
    const handed = new Request(request.url, {method: request.method, headers: request.headers, ...(body ? {body, duplex: 'half'} : {})} as RequestInit);
    this.#targets.set(handed, {tenantId, fileId});
    return this.#server.handleWeb(handed);
  }
}

/** The files that are arriving, as the protocol's server sees them. */
class Arrivals extends DataStore {
  readonly #taking: UploadTaking;

  constructor(taking: UploadTaking) {
    super();
    this.#taking = taking;
    this.extensions = ['termination'];
  }

  override async getUpload(id: string): Promise<Upload> {
    const file = await this.#find(id);
    const offset = file.status === 'uploading' ? await this.#received(file) : file.sizeBytes;
    // Whole, but nobody said so: its server was stopped in between.
    if (file.status === 'uploading' && offset === file.sizeBytes) await this.#finish(id, file);
    return new Upload({id, size: file.sizeBytes, offset});
  }

  override async write(bytes: AsyncIterable<Uint8Array>, id: string, offset: number): Promise<number> {
    const {store} = this.#taking;
    let file = await this.#find(id);
    if (file.status !== 'uploading') throw ERRORS.INVALID_OFFSET;
    if (file.uploadState === '') file = await this.#begin(id, file);
    const keep = async (state: string): Promise<void> => {
      const receivedBytes = await store.received(file.storageKey, state);
      if (!(await this.#in(id, scope => noteArrival(scope, file.id, {before: file.uploadState, state, receivedBytes})))) throw new UploadOffsetError(receivedBytes, offset);
      file = {...file, uploadState: state, receivedBytes};
    };
    try {
      const received = await store.append(file.storageKey, file.uploadState, offset, bytes, keep);
      if (received === file.sizeBytes) await this.#finish(id, file);
      return received;
    } catch (error) {
      throw error instanceof UploadOffsetError ? ERRORS.INVALID_OFFSET : error;
    } finally {
      const receivedBytes = await this.#received(file);
      if (receivedBytes < file.sizeBytes) await this.#in(id, scope => noteArrival(scope, file.id, {before: file.uploadState, state: file.uploadState, receivedBytes}));
    }
  }

  override async remove(id: string): Promise<void> {
    const file = await this.#find(id);
    if (file.status !== 'uploading') throw ERRORS.INVALID_TERMINATION;
    await this.#in(id, scope => endUpload(scope, this.#taking.store, file));
  }

  /** The store hears of a file with its first bytes: one that was only announced costs it nothing. */
  async #begin(id: string, file: StoredFileRow): Promise<StoredFileRow> {
    const state = await this.#taking.store.begin(file.storageKey);
    await this.#in(id, scope => noteArrival(scope, file.id, {before: '', state, receivedBytes: 0}));
    return {...file, uploadState: state};
  }

  async #received({storageKey, uploadState}: StoredFileRow): Promise<number> {
    return uploadState === '' ? 0 : this.#taking.store.received(storageKey, uploadState);
  }

  async #finish(id: string, file: StoredFileRow): Promise<void> {
    await this.#taking.store.finish(file.storageKey, file.uploadState);
    await this.#in(id, scope => noteArrived(scope, file.id));
    this.#taking.onArrived();
  }

  async #find(id: string): Promise<StoredFileRow> {
    const {fileId} = targetOf(id);
    const file = await this.#in(id, scope => findStoredFile(scope, fileId));
    if (!file) throw ERRORS.FILE_NOT_FOUND;
    return file;
  }

  #in<T>(id: string, work: (scope: Scope) => Promise<T>): Promise<T> {
    const {database, context} = this.#taking;
    return withTenant(database, targetOf(id).tenantId, {context, as: 'system:files'}, work);
  }
}

function idOf(target: Target | undefined): string | undefined {
  return target && `${target.tenantId} ${target.fileId}`;
}

function targetOf(id: string): Target {
  const [tenantId = '', fileId = ''] = id.split(' ');
  return {tenantId, fileId};
}
