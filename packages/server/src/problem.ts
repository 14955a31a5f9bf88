import {problems, type FieldError, type ProblemCode} from '@portico/contract';

/** What a problem may say beyond its code. */
export interface ProblemExtra {
  /** One more sentence about this very case; never SQL, names of constraints or another tenant's data. */
  readonly detail?: string;
  /** Wrong fields, by pointer into the input. */
  readonly errors?: readonly FieldError[];
  /** With `version_conflict`: the object as it is now, as the caller may see it. */
  readonly current?: unknown;
  /** Whole seconds to wait. */
  readonly retryAfterS?: number;
  /** Methods that the address takes, for `method_not_allowed`. */
  readonly allow?: readonly string[];
  /** Names of the limits that were reached, for `rate_limited`. */
  readonly violatedPolicies?: readonly string[];
}

/** Thrown to answer a request with a problem; undoes what the handler wrote. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly extra: ProblemExtra;

  constructor(code: ProblemCode, extra: ProblemExtra = {}) {
    super(problems[code].title);
    this.name = 'ProblemError';
    this.code = code;
    this.status = problems[code].status;
    this.extra = extra;
  }
}

/**
 * Makes the throwable for one of the contract's problems: `throw problem('lead_not_found')`.
 *
 * @param code - A key of the contract's `problems`; it decides status and title.
 */
export function problem(code: ProblemCode, extra?: ProblemExtra): ProblemError {
  return new ProblemError(code, extra);
}

/**
 * Refuses a write that was made against an older version of a row, unless nobody edited the row since.
 *
 * @param locked - The row as it is now, under a lock.
 * @param version - The version that the caller saw (`input.version`).
 * @param current - Makes the object as the caller may see it now, for the answer; only called on a conflict.
 * @throws ProblemError `version_conflict`.
 */
export async function expectVersion(locked: {readonly version: number; readonly editedVersion?: number}, version: number, current?: () => Promise<unknown>): Promise<void> {
  if (version >= (locked.editedVersion ?? locked.version) && version <= locked.version) return;
  throw problem('version_conflict', current ? {current: await current()} : {});
}
