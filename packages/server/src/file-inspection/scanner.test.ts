import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pdf} from '../testing/evidence-samples.ts';
import {startFileServer, startTestClamd} from '../testing/test-file-server.ts';
import {openScanner} from './scanner.ts';
import {ScannerError} from './scanning.ts';

async function* inPieces(text: string, times = 1): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < times; piece++) yield Buffer.from(text);
}
const node = process.execPath;

describe('scanners', () => {
  it('that speak as clamd does say what is clean and what is infected', async () => {
    const clamd = await startTestClamd();
    try {
      const scanner = openScanner(clamd.setting);
      assert.equal(await scanner.scan(inPieces('harmless '.repeat(1000), 100)), 'clean');
      assert.equal(await scanner.scan(inPieces('X5O!…EICAR…')), 'infected');
    } finally {
      await clamd.stop();
    }
  });

  it('that do not answer, or hang up, give no verdict', async () => {
    const silent = await startTestClamd({isSilent: true});
    try {
      await assert.rejects(openScanner(silent.setting, 200).scan(inPieces('x')), ScannerError);
    } finally {
      await silent.stop();
    }
    await assert.rejects(openScanner(silent.setting, 1000).scan(inPieces('x')), ScannerError, 'nobody listens there any more');
  });

  it('that are commands say it by how they end', async () => {
    const command = (script: string) => openScanner(`${node} -e ${script}`, 5000);
    const reading = "process.stdin.on('data',d=>{if(String(d).includes('EICAR'))process.exit(1)}).on('end',()=>process.exit(0))";
    assert.equal(await command(reading).scan(inPieces('harmless')), 'clean');
    assert.equal(await command(reading).scan(inPieces('EICAR')), 'infected');
    assert.equal(await command('process.exit(1)').scan(inPieces('x'.repeat(100_000), 50)), 'infected', 'it need not read to the end');
    await assert.rejects(command('process.exit(2)').scan(inPieces('x')), ScannerError);
    await assert.rejects(openScanner(`${node} -e setTimeout(()=>{},60000)`, 300).scan(inPieces('x')), ScannerError);
    await assert.rejects(openScanner('/no/such/scanner').scan(inPieces('x')), ScannerError);
  });

  it('keep infected files from everybody, and files without a verdict until there is one', async () => {
    const [clamd, silent] = [await startTestClamd(), await startTestClamd({isSilent: true})];
    let current = openScanner(silent.setting, 200);
    const server = await startFileServer({scanner: {scan: bytes => current.scan(bytes)}});
    try {
      const tenant = await server.server.newTenant();
      const waiting = await server.send(tenant, 'a.pdf', 'application/pdf', pdf());
      assert.equal(waiting.status, 'scanning');
      assert.equal((await server.read(tenant, waiting.id)).status, 409);
      current = openScanner(clamd.setting);
      assert.equal(await server.files.runDue(), 0, 'it is not asked again at once');
      server.server.clock.advance({seconds: 30});
      assert.equal(await server.files.runDue(), 1);
      assert.equal((await server.find(tenant, waiting.id))?.status, 'ready');
      const infected = await server.send(tenant, 'b.pdf', 'application/pdf', pdf('EICAR'));
      assert.deepEqual([infected.status, infected.problem, await server.store.size(infected.storageKey)], ['rejected', 'infected', undefined]);
    } finally {
      await server.close();
      await clamd.stop();
      await silent.stop();
    }
  });
});
