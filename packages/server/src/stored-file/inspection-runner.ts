import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import type {ReadableStream as NodeStream} from 'node:stream/web';
import {recordChange} from '../changes/record-change.ts';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {findTenantsWithDue} from '../database/leases.ts';
import {withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {InspectionBroken, inspectFile} from '../file-inspection/inspect-file.ts';
import type {AcceptedFile} from '../file-inspection/inspection.ts';
import {ScannerError, type Scanner} from '../file-inspection/scanning.ts';
import type {FileStore} from '../file-store/file-store.ts';
import {localFile} from '../file-store/local-file.ts';
import {Round} from '../jobs/round.ts';
import {acceptStoredFile, claimDueFile, dueFiles, postponeFile, rejectStoredFile, type HeldFile} from './due-file.queries.ts';
import {dropBytes, endUpload} from './end-upload.ts';
import {previewKey, type StoredFileProblem} from './stored-file.queries.ts';

/** A file whose inspection did not come to an end so often is not taken; the last time it is tried without making pictures. */
const mostAttempts = 4;

export interface InspectionOptions {
  readonly database: Database;
  readonly context: Context;
  readonly store: FileStore;
  readonly scanner: Scanner | undefined;
}

type InTenant = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;

/** Deals with files that are due, one after another and beside everything else: inspects what has arrived, removes what was given up. */
export class InspectionRunner {
  readonly #options: InspectionOptions;
  readonly #round: Round;

  constructor(options: InspectionOptions) {
    this.#options = options;
    this.#round = new Round('files', options.context, signal => this.#run(signal));
  }

  /** Begins with what waits; when it is at it already, it looks again at the end. */
  start(): void {
    this.#round.start();
  }

  /** Does what waits now. @returns How many files were dealt with. */
  runDue(): Promise<number> {
    return this.#round.runDue();
  }

  /** Stops after the file that is being dealt with; what it held goes on elsewhere when its lease has passed. */
  stop(): Promise<void> {
    return this.#round.stop();
  }

  async #run(signal: AbortSignal): Promise<number> {
    const {database, context} = this.#options;
    let done = 0;
    for (const tenantId of await findTenantsWithDue(database, context, dueFiles)) {
      const inTenant: InTenant = work => withTenant(database, tenantId, {context, as: 'system:files'}, work);
      while (!signal.aborted) {
        const held = await inTenant(claimDueFile);
        if (!held) break;
        await this.#deal(inTenant, held);
        done++;
      }
    }
    return done;
  }

  async #deal(inTenant: InTenant, held: HeldFile): Promise<void> {
    const {store, context} = this.#options;
    try {
      if (held.file.status === 'scanning') await this.#inspect(inTenant, held);
      else await inTenant(scope => endUpload(scope, store, held.file));
    } catch (error) {
      const details = {err: error, fileId: held.file.id};
      const isBroken = error instanceof InspectionBroken;
      if (isBroken || error instanceof ScannerError) context.log.warn(details, 'a file waits: its inspection did not end');
      else context.log.error(details, 'a file waits: its inspection failed');
      await inTenant(scope => postponeFile(scope, held, {counts: isBroken}));
    }
  }

  async #inspect(inTenant: InTenant, held: HeldFile): Promise<void> {
    const {file, attempts} = held;
    if (attempts >= mostAttempts) return this.#refuse(inTenant, held, 'unreadable');
    if ((await this.#scan(file.storageKey)) === 'infected') return this.#refuse(inTenant, held, 'infected');
    const folder = await mkdtemp(join(tmpdir(), 'portico-inspection-'));
    try {
      const path = await localFile(this.#options.store, file.storageKey, folder);
      const found = await inspectFile({path, mediaType: file.mediaType, declaredSha256: file.declaredSha256, outFolder: folder, withPreviews: attempts < mostAttempts - 1});
      if (found.fault === null) await this.#accept(inTenant, held, found);
      else await this.#refuse(inTenant, held, found.fault);
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  }

  async #scan(key: string): Promise<'clean' | 'infected'> {
    const {scanner, store} = this.#options;
    return scanner ? scanner.scan(Readable.fromWeb((await store.read(key)) as NodeStream)) : 'clean';
  }

  async #accept(inTenant: InTenant, held: HeldFile, found: AcceptedFile): Promise<void> {
    const {store} = this.#options;
    const {storageKey} = held.file;
    for (const preview of found.previews) await store.putFile(previewKey(storageKey, preview), preview.path);
    if (found.cleanPath !== null) await store.putFile(storageKey, found.cleanPath);
    await inTenant(async scope => {
      if (await acceptStoredFile(scope, held, found)) await announce(scope, held, 'ready');
    });
  }

  async #refuse(inTenant: InTenant, held: HeldFile, problem: StoredFileProblem): Promise<void> {
    await dropBytes(this.#options.store, held.file);
    await inTenant(async scope => {
      if (await rejectStoredFile(scope, held, problem)) await announce(scope, held, 'reject');
    });
  }
}

/** Tells those who wait for it. */
async function announce(scope: Scope, {file}: HeldFile, action: string): Promise<void> {
  await recordChange(scope, {resource: 'stored_file', id: file.id, action, toVendor: true, ...(file.partnerOrgId === null ? {} : {partnerOrgId: file.partnerOrgId})});
}
