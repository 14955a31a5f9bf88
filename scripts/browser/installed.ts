import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(variable => {
    const folder = process.env[variable];
    return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [];
  }),
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap(folder => names.map(name => join(folder, name))),
};

/** The path of a Chrome, Chromium or Edge that is installed on this machine. */
export function installedBrowser(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)));
  // npm packages put scripts of such names into node_modules/.bin; those are no browsers.
  return [...(places[process.platform] ?? []), ...onPath].find(path => !path.includes('node_modules') && existsSync(path) && starts(path));
}

/** Ubuntu's `chromium-browser` is a script that tells people to install a snap; only Linux has such stand-ins, and only there is the question harmless. */
function starts(path: string): boolean {
  return process.platform !== 'linux' || spawnSync(path, ['--version'], {stdio: 'ignore', timeout: 20_000}).status === 0;
}
