import {ApiError} from '@portico/client';
import type {NewAnswer} from '@portico/contract';
import {type FieldIssue, pathOf} from './deal-registration.model.ts';
import type {Values} from './deal-values.model.ts';

/** Lines are kept or refused as a whole. */
const ownerOf = (path: string) => (path.startsWith('lines.') ? 'lines' : path);

/** Fields that the server would not keep as they are: left out until they are changed. */
export class RefusedFields {
  issues: readonly FieldIssue[] = [];
  #values: Values = {};

  /** Whether a field is left out as it is now. */
  has(path: string, value: string | boolean | undefined): boolean {
    return path in this.#values && this.#values[path] === value;
  }

  forget(path: string): void {
    this.issues = this.issues.filter(issue => ownerOf(issue.path) !== path);
  }

  /**
   * Notes what a problem names.
   *
   * @param answers - The list that was sent, for pointers into it.
   * @throws The problem, when it names nothing new.
   */
  note(error: unknown, sent: Values, answers: readonly NewAnswer[] | undefined): void {
    const errors = error instanceof ApiError && error.problem.status === 422 ? (error.problem.errors ?? []) : [];
    const issues = errors.map(({pointer, code, message}) => ({path: pathOf(pointer, answers), code, message})).filter(({path}) => path !== '' && !this.has(ownerOf(path), sent[ownerOf(path)] ?? ''));
    if (issues.length === 0) throw error;
    this.issues = [...this.issues, ...issues];
    this.#values = {...this.#values, ...Object.fromEntries(issues.map(({path}) => [ownerOf(path), sent[ownerOf(path)] ?? ''] as const))};
  }
}
