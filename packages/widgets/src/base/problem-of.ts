/** The problem in an error, or an empty one. */
export function problemOf(error: unknown): {status: number; code: string; detail: string | null} {
  const problem = (error as {problem?: {status: number; code: string; detail?: string}} | undefined)?.problem;
  return {status: problem?.status ?? 0, code: problem?.code ?? '', detail: problem?.detail ?? null};
}

/** What is wrong with single fields, as the server said it. */
export function problemErrors(error: unknown): readonly {readonly pointer: string; readonly code: string; readonly message: string}[] {
  return (error as {problem?: {errors?: readonly {pointer: string; code: string; message: string}[]}} | undefined)?.problem?.errors ?? [];
}
