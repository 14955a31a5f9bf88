/** The demo without building anything: `npm run dev` starts it again whenever one of its sources changes. */
import {resolve} from 'node:path';
import {root} from '../bootstrap/root.mjs';
import {startDemo} from '../demo/start-demo.ts';
import {listenForStop} from '../process/listen-for-stop.ts';

const untilStopped = listenForStop();
const demo = await startDemo({
  port: Number(process.env['PORT'] || '4400'),
  dataFolder: resolve(root, process.env['PORTICO_DATA'] || '.portico'),
  say: line => console.log(line),
});
for (const {name, url} of demo.addresses) console.log(`  ${name.padEnd(28)}${url}`);
await untilStopped(() => demo.stop());
process.exit(0);
