import {BackupFileError} from '../backup/backup-file.ts';
import {TargetNotEmptyError} from '../backup/restore.ts';
import {ConfigError} from '../config.ts';
import {toSqlError} from '../database/errors.ts';
import {FolderLockedError} from '../database/folder-lock.ts';
import {SchemaMismatchError} from '../database/migrate.ts';
import {SelfCheckError} from '../database/self-check.ts';
import {CsvFault} from '../csv-import/csv-file.ts';
import {ProblemError} from '../problem.ts';

/** How a command ended, after sysexits.h so that scripts can tell mistakes from mishaps. */
export const exitCodes = {
  done: 0,
  /** Something nobody expected. */
  failed: 1,
  /** The command line is not right. */
  usage: 2,
  /** The file is not right, or some of its rows are not. */
  data: 65,
  /** There is no such file. */
  noInput: 66,
  /** The server or the database does not answer, or the port is taken. */
  unavailable: 69,
  /** The place to write to is not empty, or cannot be written. */
  cannotCreate: 73,
  /** Another process is at it; try later. */
  busy: 75,
  /** Refused: the key or the password. */
  refused: 77,
  /** A setting is not right, or the database does not fit this version. */
  config: 78,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A mistake that the user can mend; the message is one sentence that says how. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What an error means to the person at the terminal; `undefined` for one that nobody expected. */
export function explain(error: unknown): {readonly exitCode: ExitCode; readonly message: string} | undefined {
  if (error instanceof CliError) return {exitCode: error.exitCode, message: error.message};
  if (!(error instanceof Error)) return undefined;
  const {message} = error;
  if (error instanceof ConfigError || error instanceof SchemaMismatchError || error instanceof SelfCheckError) return {exitCode: exitCodes.config, message};
  if (error instanceof FolderLockedError) return {exitCode: exitCodes.busy, message};
  if (error instanceof BackupFileError || error instanceof CsvFault) return {exitCode: exitCodes.data, message};
  if (error instanceof TargetNotEmptyError) return {exitCode: exitCodes.cannotCreate, message};
  if (error instanceof ProblemError) return {exitCode: exitCodes.data, message: [error.message, error.extra.detail, ...(error.extra.errors ?? []).map(({pointer, message: said}) => `${pointer}: ${said}`)].filter(Boolean).join(' ')};
  const sqlState = toSqlError(error)?.code;
  if (sqlState?.startsWith('28')) return {exitCode: exitCodes.refused, message: `The database refuses the user or password of DATABASE_URL: ${message}.`};
  if (sqlState === '42501') return {exitCode: exitCodes.refused, message: `${message}. The user of DATABASE_URL has to own the database and may make roles.`};
  if (sqlState === '22023' && message.includes('portico_')) return {exitCode: exitCodes.config, message: 'There is nothing of Portico in this database yet. Run `portico migrate`, or look whether DATABASE_URL or PORTICO_DATA is right.'};
  if (sqlState === '3D000') return {exitCode: exitCodes.unavailable, message: `${message}: create the database first.`};
  return explainSystem(error);
}

function explainSystem(error: Error): {readonly exitCode: ExitCode; readonly message: string} | undefined {
  const {code, path, address, port} = error as NodeJS.ErrnoException & {address?: string; port?: number};
  const where = path ?? (address ? `${address}:${port ?? ''}` : 'it');
  switch (code) {
    case 'ENOENT':
      return {exitCode: exitCodes.noInput, message: `There is no file ${where}.`};
    case 'EISDIR':
      return {exitCode: exitCodes.noInput, message: `${where} is a folder; name a file.`};
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {exitCode: exitCodes.cannotCreate, message: port === undefined ? `There is no right to use ${where}.` : `Port ${port} needs more rights; choose one above 1023.`};
    case 'ENOSPC':
      return {exitCode: exitCodes.cannotCreate, message: 'The disk is full.'};
    case 'EADDRINUSE':
      return {exitCode: exitCodes.unavailable, message: `Port ${port ?? ''} is taken by another program. Stop it, or choose another port with --port or PORT.`};
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'ECONNRESET':
      return {exitCode: exitCodes.unavailable, message: `Nobody answers at ${where}. Is the database running, and is DATABASE_URL right?`};
    default:
      return undefined;
  }
}
