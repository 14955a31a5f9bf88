import {fileURLToPath} from 'node:url';
import {buildWhenChanged} from './build-when-changed.ts';

const example = fileURLToPath(new URL('../../examples/theme-studio/', import.meta.url));

/** Where the built theme studio is put. */
export const studioFolder = fileURLToPath(new URL('../../examples/theme-studio/dist', import.meta.url));

let building: Promise<void> | undefined;

/**
 * Makes sure that `examples/theme-studio/dist` holds the studio of the present sources; once a process, unless it failed.
 *
 * @param say - Gets a line for people when there is something to build.
 */
export function buildStudio(say: (line: string) => void): Promise<void> {
  building ??= buildWhenChanged(
    {name: 'the theme studio', inputs: ['packages/{contract,client,mocks,widgets}/src/**', 'examples/theme-studio/*.*'], output: 'examples/theme-studio/dist', script: 'scripts/build/studio.ts'},
    say,
  ).catch((error: unknown) => {
    building = undefined;
    throw error;
  });
  return building;
}

if (import.meta.main) await (await import('vite')).build({root: example, configFile: `${example}vite.config.ts`, logLevel: 'warn'});
