import {globSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** A widget that has a module in `define/`. */
export interface DefinedWidget {
  /** Its tag without `portico-`. */
  readonly name: string;
  /** The module of the class, from `src/`. */
  readonly module: string;
}

const folder = fileURLToPath(new URL('../src/define', import.meta.url));

/**
 * Every widget that a page can name.
 *
 * @throws Error when a module of `define/` does not import the class that it registers, or when there is another class beside that: the autoloader takes the one that there is.
 */
export function definedWidgets(): DefinedWidget[] {
  const files = globSync('*.ts', {cwd: folder}).filter(file => file !== 'all.ts');
  return files.sort().map(file => {
    const name = file.slice(0, -'.ts'.length);
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const className = new RegExp(`define(?:Element)?\\('portico-${name}', (\\w+)\\)`).exec(text)?.[1];
    const module = className && new RegExp(`^import \\{${className}\\} from '\\.\\./([\\w/.-]+)';$`, 'm').exec(text)?.[1];
    if (!className || !module) throw new Error(`define/${file} should import one class and register it as portico-${name}.`);
    const classes = readFileSync(`${folder}/../${module}`, 'utf8').match(/^export (?:abstract )?class /gm)?.length;
    if (classes !== 1) throw new Error(`${module} should export one class, not ${classes ?? 'none'}.`);
    return {name, module};
  });
}
