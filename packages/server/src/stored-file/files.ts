import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import type {FileStore} from '../file-store/file-store.ts';
import type {FileLimits} from './file-limits.ts';
import {InspectionRunner} from './inspection-runner.ts';
import type {Scanner} from '../file-inspection/scanner.ts';
import {serveFile} from './serve-file.ts';
import type {FileLinks} from './signed-url.ts';
import {Uploads} from './uploads.ts';

/** What handlers of resources with files need. Runs anywhere. */
export interface FileLinking {
  readonly links: FileLinks;
  readonly limits: FileLimits;
}

/** A picture that was made of a file. */
export interface FilePicture {
  readonly tenantId: string;
  readonly fileId: string;
  readonly page: number;
  readonly width: number;
}

/** Takes, inspects and serves files: what the app mounts at `/files/`. */
export interface Files {
  /** Serves a picture of a file to somebody whom other code has let in. @throws ProblemError */
  servePicture(request: Request, picture: FilePicture): Promise<Response>;
  /** Answers a request to the address of a link. @throws ProblemError */
  handle(request: Request, links: FileLinks): Promise<Response>;
  /** Begins to inspect and remove what is due, unless it is at it already. */
  start(): void;
  /** Does what is due and waits for it. @returns How many files were dealt with. */
  runDue(): Promise<number>;
  /** Stops after the file that is being dealt with. */
  stop(): Promise<void>;
}

export interface FilesOptions {
  readonly database: Database;
  readonly context: Context;
  readonly store: FileStore;
  readonly scanner?: Scanner | undefined;
  /** 30 seconds unless said. */
  readonly uploadIdleMs?: number;
}

/** Puts the parts together. Needs Node: worker threads, native pictures. */
export function openFiles({database, context, store, scanner, uploadIdleMs = 30_000}: FilesOptions): Files {
  const runner = new InspectionRunner({database, context, store, scanner});
  const uploads = new Uploads({database, context, store, idleMs: uploadIdleMs, onArrived: () => runner.start()});
  return {
    handle: async (request, links) => {
      const link = await links.read(new URL(request.url), request.method);
      return link.act === 'upload' ? uploads.handle(request, link) : serveFile({database, context, store}, request, link);
    },
    servePicture: (request, {tenantId, fileId, page, width}) =>
      serveFile({database, context, store}, request, {act: 'download', tenantId, fileId, subject: 'visitor', disposition: 'inline', preview: {page, width}, onceId: null, expiresAt: context.now()}),
    start: () => runner.start(),
    runDue: () => runner.runDue(),
    stop: () => runner.stop(),
  };
}
