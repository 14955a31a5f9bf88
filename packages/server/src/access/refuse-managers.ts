import type {Scope} from '../database/scope.ts';
import {problem} from '../problem.ts';

/** Whoever has partners of their own does not decide what is for all of them. @throws ProblemError `forbidden`. */
export function refuseManagers({managerId}: Scope): void {
  if (managerId !== null) throw problem('forbidden');
}
