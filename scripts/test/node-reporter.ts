import {relative} from 'node:path';
import {inspect} from 'node:util';
import type {TestEvent} from 'node:test/reporters';
import {root} from '../bootstrap/root.mjs';
import {toLine, type TestResult} from './result.ts';

type Finished = Extract<TestEvent, {type: 'test:pass' | 'test:fail'}>;

/** A reporter for `node:test` that prints one result a test; see `result.ts`. */
export default async function* nodeReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const parents: string[] = [];
  // A test counts as one of the file that holds the outermost block, wherever its function is written.
  let outermost: string | undefined;
  for await (const event of source) {
    if (event.type === 'test:start') {
      parents.length = event.data.nesting;
      parents.push(event.data.name);
      if (event.data.nesting === 0) outermost = event.data.file;
    }
    if (event.type === 'test:stdout' || event.type === 'test:stderr') yield event.data.message;
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const result = toResult(event, [...parents.slice(0, event.data.nesting), event.data.name], outermost);
    if (result) yield `\n${toLine(result)}`;
  }
}

function toResult(event: Finished, names: readonly string[], path: string | undefined): TestResult | undefined {
  const {data} = event;
  const file = toPath(path ?? data.file ?? data.name);
  const base = {name: names.join(' › '), file, durationMs: data.details.duration_ms};
  if (event.type === 'test:fail') {
    const {error} = event.data.details;
    // A parent fails with its children, which have been reported one by one.
    if (error && 'failureType' in error && error.failureType === 'subtestsFailed') return undefined;
    if (data.todo !== undefined) return {...base, outcome: 'skipped', detail: 'marked as to do'};
    return {...base, outcome: 'failed', detail: describe(error)};
  }
  if (data.skip !== undefined) return {...base, outcome: 'skipped', ...(typeof data.skip === 'string' && {detail: data.skip})};
  if (data.details.type === 'suite') return undefined;
  return {...base, outcome: 'passed'};
}

/** @returns The path from the root of the repository, with forward slashes. */
export function toPath(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

/** What went wrong and where, and because of what, for a person who reads the report. */
export function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return inspect(cause, {depth: 4});
  // The frames of the test runner itself say nothing about the test.
  const frames = (cause.stack ?? cause.message).split('\n').filter(line => !/^\s+at .*(\(|\s)node:internal\/|^\s+at .*\(node:async_hooks/.test(line));
  // What a property failed by hangs on the error that says for which input.
  return [...frames, ...(cause.cause === undefined ? [] : [`Because of: ${describe(cause.cause)}`])].join('\n');
}
