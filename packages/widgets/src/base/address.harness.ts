import type {MockBackend} from '@portico/mocks';

// A page is used again for the next file of tests, with what the one before left on the device.
const page = crypto.randomUUID();
const addresses = new WeakMap<MockBackend, string>();
let given = 0;

/**
 * An address of its own for each pretend backend of a test. Drafts, acts that wait and the stream that pages share are kept by address and person: without
 * it a test would find what one before it had typed, whenever that one took long enough for it to be written down.
 */
export function addressOf(backend: MockBackend): string {
  let address = addresses.get(backend);
  if (address === undefined) addresses.set(backend, (address = `http://mock-${page}-${++given}.test`));
  return address;
}
