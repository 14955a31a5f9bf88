import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../bootstrap/root.mjs';
import {findTests} from './files.ts';
import {runNodeTests} from './node-suite.ts';
import {Lanes} from './lanes.ts';
import type {SuiteContext} from './suite-context.ts';
import type {SuiteReport} from './suite-report.ts';
import {runTool} from './tool.ts';

/** Types, lint and the shape of the tree. */
export async function runCheck(context: SuiteContext): Promise<void> {
  // In one go: it says soonest what is wrong, and others wait for what it builds.
  await context.lanes.use(() => check(context));
}

async function check({filters, report, announceBuilt, signal}: SuiteContext): Promise<void> {
  if (filters.length === 0) {
    await runAsTest('types are right', 'tsc', typeCheck, report, signal);
    await runAsTest('the client is built with what it reaches of ky', 'node', ['--conditions=portico-source', 'scripts/build/client.ts'], report, signal);
    await runAsTest('the descriptions of the elements are built', 'node', ['--conditions=portico-source', 'packages/widgets/build/descriptions.ts'], report, signal);
    announceBuilt();
    await runAsTest('templates of React, Preact, Solid, Svelte and Vue are typed, and pages without a framework', 'tsc', ['-b', ...templates, '--checkers', '1'], report, signal);
    await runAsTest('lint finds nothing, cycles included', 'oxlint', ['--deny-warnings', '--format=unix', '.'], report, signal);
  }
  await runNodeTests(findTests(['test/shape/**/*.test.ts'], filters), report, {signal, lanes: new Lanes(2), fileTimeoutMs: 240_000});
}

// More checkers would each work out anew what the schemas of the contract mean.
const typeCheck = ['-b', '--pretty', 'false', '--checkers', '1'];

/** Read what the steps before have built, as an embedder's project does. */
const templates = ['packages/widgets/build/framework-pages', ...['react', 'react-server', 'preact', 'solid', 'no-framework'].map(name => `examples/${name}`)];

/** Runs a tool that knows only yes or no, as one test. */
async function runAsTest(name: string, command: string, args: readonly string[], report: SuiteReport, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const remembers = existsSync(join(root, 'packages/contract/dist/.tsbuildinfo'));
  let {code, output} = await runTool(command, args, result => report.add(result), {signal});
  // What tsc remembers of the last run can be wrong; errors count only when it finds them from nothing.
  if (code !== 0 && remembers && args === typeCheck)
    ({code, output} = await runTool(command, [...args, '--force'], result => report.add(result), {signal}));
  report.add({
    name,
    file: [command, ...args].join(' '),
    outcome: code === 0 ? 'passed' : 'failed',
    durationMs: performance.now() - started,
    ...(code !== 0 && {detail: output}),
  });
}
