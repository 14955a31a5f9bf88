/**
 * `npm run demo`: builds the widgets where they changed, starts the server on its embedded database and serves the two demo pages.
 *
 * `PORT` (4400) and `PORTICO_DATA` (`.portico`) say where.
 */
import {resolve} from 'node:path';
import {buildWidgets} from './build/widgets.ts';
import {root} from './bootstrap/root.mjs';
import {listenForStop} from './process/listen-for-stop.ts';

const untilStopped = listenForStop();
const say = (line: string) => console.log(line);

try {
  const port = toPort(process.env['PORT'] || '4400');
  const dataFolder = resolve(root, process.env['PORTICO_DATA'] || '.portico');
  await buildWidgets(say);
  // Loaded now and not above: whoever waits sees the first line a second earlier.
  const {startDemo} = await import('./demo/start-demo.ts');
  const demo = await startDemo({port, dataFolder, say});
  const stopped = untilStopped(async () => {
    say('\nStopping …');
    await demo.stop();
  });
  say('');
  for (const {name, url} of demo.addresses) say(`  ${name.padEnd(28)}${url}`);
  say('\nReady. Ctrl-C stops it; the data stays and the next start continues with it.');
  await stopped;
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`PORT must be a number from 0 to 65535 (0 takes a free one), but it is "${text}".`);
}
