import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {compare, toKept} from './compare.ts';
import type {Cell, State} from './cells.ts';
import type {Studio} from './studio.ts';

/** Reference pictures, in the tree. */
export const folder = fileURLToPath(new URL('pictures/', import.meta.url));
/** Pictures that differ from theirs, ignored by Git. */
const failures = fileURLToPath(new URL('../../test-output/looks/', import.meta.url));

/** What renews the pictures that differ. */
const renewing = 'PORTICO_LOOKS=renew npm test -- --only=node test/looks';

/** How a widget is pictured; in the state that its look names, unless said. */
export type View = Omit<Cell, 'widget' | 'state'> & {readonly state?: State};

/** The views, each a picture of every widget. */
export const views = {
  light: {theme: 'light', locale: 'en', direction: 'ltr', width: 1000},
  dark: {theme: 'dark', locale: 'en', direction: 'ltr', width: 1000},
  rtl: {theme: 'light', locale: 'ar', direction: 'rtl', width: 1000},
  narrow: {theme: 'light', locale: 'en', direction: 'ltr', width: 320},
  empty: {theme: 'light', locale: 'en', direction: 'ltr', width: 720, state: 'empty'},
  failing: {theme: 'light', locale: 'en', direction: 'ltr', width: 720, state: 'failing'},
} as const satisfies Record<string, View>;

/** How much of a long page is pictured, in pixels. */
export const heightPx = 640;

/** What each picture was made of: a browser that makes the same is believed without looking closer, which is most of the work. */
const seals = join(folder, 'seals.json');
const sealed: Record<string, string> = existsSync(seals) ? (JSON.parse(readFileSync(seals, 'utf8')) as Record<string, string>) : {};
const sealOf = (taken: Buffer) => createHash('sha256').update(taken).digest('base64url');

/** So often a picture is taken until it is the one that is kept: fonts and frames of a busy machine come late. */
const tries = 5;

/**
 * Takes a picture and holds it against the one that is kept.
 *
 * @param name - Of the file, without `.png`.
 * @returns What is wrong, in a sentence that says what to do; `undefined` when nothing is.
 */
export async function holdAgainst(studio: Studio, name: string, isRenewed = process.env['PORTICO_LOOKS'] === 'renew'): Promise<string | undefined> {
  const path = join(folder, `${name}.png`);
  const kept = existsSync(path) ? readFileSync(path) : undefined;
  let taken = await studio.picture();
  if (kept && sealed[name] === sealOf(taken)) return undefined;
  let difference = kept && compare(kept, taken);
  for (let time = 1; time < tries && (difference || !kept); time++) {
    await studio.rest();
    const again = await studio.picture();
    // It has come to rest, and is another picture.
    if (again.equals(taken)) break;
    taken = again;
    difference = kept && compare(kept, taken);
  }
  if (isRenewed) {
    if (!kept || difference) writeFileSync(path, toKept(taken));
    sealed[name] = sealOf(taken);
    return void writeFileSync(seals, `${JSON.stringify(sealed, Object.keys(sealed).sort(), 2)}\n`);
  }
  if (kept && !difference) return undefined;
  mkdirSync(failures, {recursive: true});
  writeFileSync(join(failures, `${name}.png`), taken);
  if (difference?.picture) writeFileSync(join(failures, `${name}.difference.png`), difference.picture);
  return `${name}: ${difference?.text ?? 'there is no picture to hold it against'}. Look at test-output/looks/${name}.png; when it is as it should be, run: ${renewing}`;
}
