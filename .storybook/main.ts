import type {StorybookConfig} from '@storybook/web-components-vite';
import {createManifest} from '../packages/widgets/build/custom-elements.ts';
import {litPatches} from '../packages/widgets/build/lit-patches.ts';

const manifestId = 'virtual:custom-elements';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../packages/widgets/src/**/*.stories.ts', '../examples/*/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: {disableTelemetry: true},
  viteFinal: viteConfig => ({
    ...viteConfig,
    resolve: {...viteConfig.resolve, conditions: ['portico-source', 'module', 'browser', 'development|production']},
    plugins: [
      ...(viteConfig.plugins ?? []),
      litPatches(),
      {
        // Made anew at each start, so that the docs never tell of yesterday's properties.
        name: 'portico:custom-elements',
        resolveId: (id: string) => (id === manifestId ? `\0${manifestId}` : undefined),
        load: (id: string) => (id === `\0${manifestId}` ? `export default ${JSON.stringify(createManifest())}` : undefined),
      },
    ],
  }),
};

export default config;
