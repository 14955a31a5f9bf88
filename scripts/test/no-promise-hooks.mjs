import {createHook} from 'node:async_hooks';

// `node:test` follows everything asynchronous through hooks: by them it knows the block that a test stands in, and which test an error that nobody caught belongs to.
// Following timers, sockets and its own tests is enough for that. Following promises as well makes each `await` thirty times as dear, a tenth of the time of tests that
// wait for a database. This has to be loaded before the first test is made.
const [follows, leaves] = [createHook({}), createHook({trackPromises: false})];
const leavesPromises = Object.getOwnPropertySymbols(leaves).find(key => leaves[key] === true && follows[key] === false);
if (!leavesPromises) throw new Error('Nothing in a hook of this Node says whether it follows promises.');

const prototype = Object.getPrototypeOf(follows);
const {enable} = prototype;
prototype.enable = function enableWithoutPromises() {
  this[leavesPromises] = true;
  return enable.call(this);
};
