import {problem, type ProblemError} from '../problem.ts';
import {constraintProblems} from './constraints.ts';

interface SqlError {
  /** SQLSTATE. */
  readonly code: string;
  readonly constraint?: string;
}

/** What PostgreSQL answered, on either driver, or `null` for an error of another kind. */
export function toSqlError(error: unknown): SqlError | null {
  // Those of the operating system look alike: EPIPE has five letters, too.
  if (!(error instanceof Error) || 'syscall' in error || !('code' in error) || typeof error.code !== 'string' || !/^[0-9A-Z]{5}$/.test(error.code)) return null;
  return {code: error.code, ...('constraint' in error && typeof error.constraint === 'string' ? {constraint: error.constraint} : {})};
}

/** Two transactions were in each other's way, or a table changed under a prepared statement; running the transaction again is the cure. */
export function isRetryable(error: unknown): boolean {
  const code = toSqlError(error)?.code;
  return code === '40001' || code === '40P01' || isStalePlan(error);
}

/** A prepared statement was planned for a table that has been changed since. */
export function isStalePlan(error: unknown): boolean {
  return toSqlError(error)?.code === '0A000' && error instanceof Error && error.message.startsWith('cached plan must not change');
}

/** Somebody else held a lock for too long. */
export function isLockTimeout(error: unknown): boolean {
  return toSqlError(error)?.code === '55P03';
}

/**
 * The problem that a failed statement means to the caller: input that SQL refuses is the caller's, lost connections and timeouts pass, everything else is ours
 * (`undefined`). Nothing of the database's own words goes out.
 */
export function toProblem(error: unknown): ProblemError | undefined {
  const sql = toSqlError(error);
  if (!sql) return isConnectionLoss(error) ? problem('unavailable', {retryAfterS: 2}) : undefined;
  const {code, constraint} = sql;
  const known = constraint === undefined ? undefined : constraintProblems[constraint];
  if (known) return problem(known);
  switch (code.slice(0, 2)) {
    case '22':
    case '23':
    case '54':
      return problem('input_invalid', {detail: 'A value cannot be stored: it is out of range, too long, or names something that does not exist.'});
    case '08':
    case '40':
    case '53':
    case '55':
    case '57':
      return problem('unavailable', {retryAfterS: 1});
    default:
      return undefined;
  }
}

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(error.code);
  // node-postgres gives these no code.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout)/.test(error.message);
}
