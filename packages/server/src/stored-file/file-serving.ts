import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import type {FileStore} from '../file-store/file-store.ts';

/** What serves files. */
export interface FileServing {
  readonly database: Database;
  readonly context: Context;
  readonly store: FileStore;
}
