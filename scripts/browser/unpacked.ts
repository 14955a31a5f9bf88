import {chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {root} from '../bootstrap/root.mjs';

/**
 * Unpacks the Chromium of the npm package `@sparticuz/chromium` with the libraries it needs, once for each version.
 *
 * @returns Path of a script that starts it; undefined where the package has no build for this machine.
 */
export async function unpackedBrowser(): Promise<string | undefined> {
  const packed = process.platform === 'linux' && process.arch === 'x64' ? findPackage() : undefined;
  if (!packed) return undefined;
  const folder = join(root, 'node_modules', '.chromium', packed.version);
  const script = join(folder, 'chromium.sh');
  // The script is written last, so a folder without it was left by an interrupted run.
  if (existsSync(script)) return script;
  console.log('  No browser here: unpacking the Chromium from npm …');
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const binary = await unpackInto(folder);
  // The package's own names the places of its cloud; without a single font Chromium ends at the first form control.
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontConfig(folder));
  // The libraries are for the browser alone: what else the tests start must not load them.
  const libraries = join(folder, 'al2023', 'lib');
  writeFileSync(
    script,
    `#!/bin/sh\nexport LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"\nexport FONTCONFIG_PATH="${join(folder, 'fonts')}"\nexec "${binary}" "$@"\n`,
  );
  chmodSync(script, 0o755);
  return script;
}

async function unpackInto(folder: string): Promise<string> {
  const {TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH, AWS_LAMBDA_JS_RUNTIME} = process.env;
  try {
    // The package unpacks into the temporary folder, and its libraries only where it believes to be in this cloud.
    Object.assign(process.env, {TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x'});
    const {default: chromium} = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    for (const [name, value] of Object.entries({TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH, AWS_LAMBDA_JS_RUNTIME})) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
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
