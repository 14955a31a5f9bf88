/**
 * A video of 2 GB, sent by the client that browsers use and cut off five times in the middle of a request: prints how long it takes, how much memory the server holds
 * at most, and fails when what was kept is not what was sent.
 */
import {storeKinds} from '../../packages/server/src/testing/test-files.ts';
import {uploadInterrupted} from '../../packages/server/src/testing/interrupted-upload.ts';
import {startFileServer} from '../../packages/server/src/testing/test-file-server.ts';

const sizeBytes = Number(process.env['BENCH_UPLOAD_BYTES'] ?? 2_000_000_005);
const chunkBytes = 64 * 1024 * 1024;
const stores = storeKinds.filter(kind => (process.env['BENCH_STORES'] ?? storeKinds.join(' ')).split(' ').includes(kind));

for (const store of stores) {
  const server = await startFileServer({store});
  let mostMemory = 0;
  const memory = setInterval(() => {
    mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
  }, 100);
  try {
    const tenant = await server.server.newTenant();
    // The link is for fifteen minutes on a clock that stands still here.
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const {row, sha256, interruptions} = await uploadInterrupted(server, tenant, {sizeBytes, chunkBytes, interruptions: 5});
    const {user, system} = process.cpuUsage(cpu);
    const megabytes = sizeBytes / 1024 ** 2;
    console.log(`${store}: ${Math.round(megabytes)} MB, interrupted ${interruptions} times: ${((performance.now() - began) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU (client, server and three hashes), at most ${Math.round(mostMemory / 1024 ** 2)} MB of memory`);
    if (row.status !== 'ready' || row.sha256 !== sha256) throw new Error(`What was kept is not what was sent: ${row.status} ${row.problem ?? ''} ${row.sha256 ?? ''}`);
  } finally {
    clearInterval(memory);
    await server.close();
  }
}
