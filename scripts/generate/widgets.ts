import {definedWidgets} from '../../packages/widgets/build/defined-widgets.ts';
import {type Generated, writeWhenMain} from './generated.ts';

/** `packages/widgets/src/autoload/widgets.gen.ts`: from where the autoloader has each widget. */
export async function generate(): Promise<Generated[]> {
  const text = [
    '// Made from the modules of `define/` by `npm run docs`.',
    '',
    '/** The module of every widget by its tag without the prefix; loaded when asked for. */',
    'export const widgets = {',
    ...definedWidgets().map(({name, module}) => `  '${name}': () => import('../${module}'),`),
    '};',
    '',
  ].join('\n');
  return [{path: 'packages/widgets/src/autoload/widgets.gen.ts', text}];
}

await writeWhenMain(import.meta, generate);
