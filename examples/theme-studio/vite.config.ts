import {defineConfig} from 'vite';
import {litPatches} from '../../packages/widgets/build/lit-patches.ts';

export default defineConfig({
  base: './',
  plugins: [litPatches()],
  resolve: {conditions: ['portico-source', 'module', 'browser', 'production']},
  build: {target: 'es2022', chunkSizeWarningLimit: 2000},
});
