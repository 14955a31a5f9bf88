import assert from 'node:assert/strict';
import {personExamples} from '@portico/contract/examples';
import {createMockBackend, type MockBackend} from '@portico/mocks';
import {createPortal, type HeadlessPortal} from '@portico/widgets/headless';
import {countTimers} from './pending-timers.ts';

/** Where nothing listens: every request goes to the pretend backend. */
export const apiUrl = 'http://mock.test';

const pending = countTimers();

/** A pretend backend and a portal on it; nothing is left of either afterwards. */
export async function onBackend(as: 'partner' | 'vendor' | 'admin', run: (portal: HeadlessPortal, backend: MockBackend) => Promise<void>): Promise<void> {
  pending.clear();
  const backend = createMockBackend();
  const fetchSession = as === 'admin' ? backend.fetchSessionAs('vendor', personExamples.tomas.id) : backend.fetchSessionAs(as);
  let underWay = 0;
  const fetch: typeof globalThis.fetch = (input, init) => {
    underWay++;
    return backend.fetch(input as Request, init).finally(() => underWay--);
  };
  const portal = createPortal({apiUrl, fetch, fetchSession});
  try {
    await run(portal, backend);
  } finally {
    portal.stop();
  }
  // What was given up comes to its end a few turns after its answer; a timer that was forgotten would be there still.
  for (let turn = 0; turn < 100 && pending.size + backend.openStreams > 0; turn = underWay > 0 ? 0 : turn + 1) await new Promise(setImmediate);
  assert.equal(backend.openStreams, 0);
  assert.equal(pending.size, 0, 'A timer is left.');
}
