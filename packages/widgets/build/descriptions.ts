import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createPackageManifest, manifestPath} from './custom-elements.ts';
import {editorData} from './editor-data.ts';
import {frameworkTypes} from './framework-types.ts';
import {llmsText} from './llms-text.ts';
import {publicElements} from './public-elements.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Writes all that the package says of its elements beside the built files: the manifest, and what is made of it for frameworks, editors and assistants. */
export function writeDescriptions(): void {
  const manifest = createPackageManifest();
  const elements = publicElements(manifest);
  const {version} = JSON.parse(readFileSync(join(root, 'packages/widgets/package.json'), 'utf8')) as {version: string};
  const guide = (name: string) => readFileSync(join(root, `docs/guides/${name}.md`), 'utf8');
  const files = new Map([
    ['custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ...frameworkTypes(elements),
    ...editorData(elements, version),
    ['llms.txt', llmsText(elements, guide('embed-in-five-minutes'), [guide('use-your-framework'), guide('draw-your-own')])],
  ]);
  for (const [path, text] of files) {
    const target = join(dirname(manifestPath), path);
    mkdirSync(dirname(target), {recursive: true});
    writeFileSync(target, text);
  }
}

if (import.meta.main) writeDescriptions();
