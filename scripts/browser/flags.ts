/** What Chromium is started with for tests: it runs as root in containers, without a GPU, and asks nobody on the network for anything. */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Else it is that of the machine, which may be none.
  '--lang=en-US',
  '--accept-lang=en-US',
  // A page of a test lives for seconds: what the optimising compiler costs in them it does not bring back.
  '--js-flags=--no-opt',
];
