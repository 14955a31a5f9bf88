import {problems, problemType, type Problem, type ProblemCode} from '@portico/contract';

/** Thrown by handlers; becomes the answer. */
export class MockProblem extends Error {
  readonly code: ProblemCode;
  readonly extras: Partial<Problem>;

  constructor(code: ProblemCode, extras: Partial<Problem> = {}) {
    super(problems[code].title);
    this.code = code;
    this.extras = extras;
  }
}

/** Something to throw. */
export function problem(code: ProblemCode, extras?: Partial<Problem>): MockProblem {
  return new MockProblem(code, extras);
}

/** The body of an answer of status 400 and above. */
export function toProblem({code, extras}: Pick<MockProblem, 'code' | 'extras'>, requestId: string): Problem {
  const {status, title} = problems[code];
  return {type: problemType(code), title, status, code, instance: `urn:uuid:${requestId}`, requestId, ...extras};
}
