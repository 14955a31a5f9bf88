import {DrawingRoom} from '../cobrand-drawing/drawing-room.ts';
import {CobrandMaker} from '../cobrand-making/cobrand-maker.ts';
import {Previews} from '../cobrand-making/serve-preview.ts';
import type {FilePicture} from '../asset-flow/library-files.ts';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import type {FileStore} from '../file-store/file-store.ts';
import type {FileLimits} from './file-limits.ts';
import {InspectionRunner} from './inspection-runner.ts';
import type {Scanner} from '../file-inspection/scanning.ts';
import {serveFile} from './serve-file.ts';
import type {FileLinks} from './signed-url.ts';
import {Uploads} from './uploads.ts';

/** What handlers of resources with files need. Runs anywhere. */
export interface FileLinking {
  readonly links: FileLinks;
  readonly limits: FileLimits;
}

/** Takes, inspects and serves files: what the app mounts at `/files/`. */
export interface Files {
  /** Serves a picture of a file to somebody whom other code has let in. @throws ProblemError */
  servePicture(request: Request, picture: FilePicture): Promise<Response>;
  /** Answers a request to the address of a link. @throws ProblemError */
  handle(request: Request, links: FileLinks): Promise<Response>;
  /** What looks for viruses, in other files too. */
  readonly scanner: Scanner | undefined;
  /** Begins to inspect, make and remove what is due, unless it is at it already. */
  start(): void;
  /** Does what is due and waits for it. @returns How many files were dealt with. */
  runDue(): Promise<number>;
  /** Stops after the files that are being dealt with. */
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
  const room = new DrawingRoom();
  const maker = new CobrandMaker({database, context, store, room});
  const previews = new Previews({database, context, store}, room);
  return {
    handle: async (request, links) => {
      const link = await links.read(new URL(request.url), request.method);
      if (link.act === 'draw') return previews.handle(request, link);
      return link.act === 'upload' ? uploads.handle(request, link) : serveFile({database, context, store}, request, link);
    },
    servePicture: (request, {tenantId, fileId, page, width}) =>
      serveFile({database, context, store}, request, {act: 'download', tenantId, fileId, subject: 'visitor', disposition: 'inline', preview: {page, width}, onceId: null, expiresAt: context.now()}),
    scanner,
    start: () => {
      runner.start();
      maker.start();
    },
    runDue: async () => (await runner.runDue()) + (await maker.runDue()),
    stop: async () => {
      await Promise.all([runner.stop(), maker.stop()]);
      await room.close();
    },
  };
}
