import {buildWhenChanged} from './build-when-changed.ts';

/**
 * Makes sure that `packages/widgets/dist/cdn` holds the bundles of the present sources.
 *
 * @param say - Gets a line for people when there is something to build.
 */
export async function buildWidgets(say: (line: string) => void): Promise<void> {
  await buildWhenChanged(
    {
      name: 'the widgets',
      inputs: [
        'packages/{contract,client,widgets}/src/**',
        'packages/widgets/build/**',
        'packages/widgets/*.config.ts',
        'packages/widgets/tsconfig.json',
      ],
      output: 'packages/widgets/dist/cdn',
      script: 'packages/widgets/build/build-cdn.ts',
    },
    say,
  );
}
