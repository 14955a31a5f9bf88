import {createMockBackend, type MockBackend, type MockBackendOptions} from '@portico/mocks';
import '@portico/widgets/define/portal';
import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {configure} from 'storybook/test';
import manifest from 'virtual:custom-elements';
import {directionOf, toolbars} from './toolbars.ts';
import './preview.css';

setCustomElementsManifest(manifest);
// Parts of a widget are loaded when they are opened, and a busy machine takes its time.
configure({asyncUtilTimeout: 12_000});

/** What a story says under `parameters.portico`. */
interface StoryBackend extends Pick<MockBackendOptions, 'scenario' | 'as'> {
  /** Lets something happen before the story is shown. */
  prepare?: (backend: MockBackend) => void;
  /** Width of the column in the page: 280, 360 or 720; all of it when left out. */
  width?: number;
}

/** The pretend backend of each story on the page, for as long as the story is there. */
const backends = new Map<string, MockBackend>();

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbars,
  initialGlobals: {theme: 'light', brand: '', locale: 'en', direction: 'auto'},
  parameters: {
    layout: 'fullscreen',
    // Every story is a test, and a finding of axe fails it.
    a11y: {test: 'error', options: {resultTypes: ['violations']}},
    docs: {story: {height: '760px'}},
    controls: {expanded: true},
  },
  loaders: [
    ({id, parameters}) => {
      const options = (parameters['portico'] ?? {}) as StoryBackend;
      let backend = backends.get(id);
      if (!backend) {
        backends.set(id, (backend = createMockBackend({scenario: options.scenario, as: options.as})));
        options.prepare?.(backend);
      }
      return {backend};
    },
  ],
  beforeEach:
    ({id}) =>
    () =>
      void backends.delete(id),
  decorators: [
    (story, {globals, loaded, parameters, viewMode}) => {
      const {theme, brand, locale, direction} = globals as {theme: 'light' | 'dark'; brand: string; locale: string; direction: string};
      const {backend} = loaded as {backend: MockBackend};
      const {width} = (parameters['portico'] ?? {}) as StoryBackend;
      const dir = directionOf(direction, locale);
      // A story has the page to itself; in the docs it is one of many.
      if (viewMode === 'story') Object.assign(document.documentElement, {lang: locale, dir});
      return html`<main class="story" lang=${locale} dir=${dir} data-theme=${theme} data-width=${width ?? nothing}>
        <portico-portal api-url="http://mock.test" locale=${locale} theme=${theme} brand=${brand || nothing} .fetch=${backend.fetch} .fetchSession=${backend.fetchSession}>
          <div dir=${direction === 'auto' ? nothing : dir}>${story()}</div>
        </portico-portal>
      </main>`;
    },
  ],
};

export default preview;
