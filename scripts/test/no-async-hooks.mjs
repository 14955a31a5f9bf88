import {createHook} from 'node:async_hooks';

// `node:test` follows every promise through hooks, to say which test an error that nobody caught belongs to. That takes a tenth of the time of tests that wait for
// a database; without it such an error still fails the run, and names itself instead of the test. Nothing else in these processes has hooks: AsyncLocalStorage needs none.
const prototype = Object.getPrototypeOf(createHook({}));
prototype.enable = function enable() {
  return this;
};
