import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

/** What the WebAssembly of HarfBuzz's subsetter offers, as far as it is used here; https://harfbuzz.github.io/harfbuzz-hb-subset.html. Numbers are addresses. */
interface Subsetter {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_pin_axis_location(input: number, face: number, axis: number, value: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

const require = createRequire(import.meta.url);
const writable = 2;
const dropTables = 3;
const flags = {noHinting: 1, retainGlyphIds: 2, noLayoutClosure: 0x200} as const;
/** What shapes text: a document holds the shapes that came of it. */
const shapingTables = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'JSTF'];

let loaded: Subsetter | undefined;

/** Cuts out of a variable font what these glyphs need, in one weight. They keep their numbers. @throws Error when it is no such font. */
export function cutFont(font: Uint8Array, weight: number, glyphs: Iterable<number>): Uint8Array {
  return cut(font, (subsetter, input, face) => {
    subsetter.hb_subset_input_set_flags(input, flags.noHinting | flags.retainGlyphIds | flags.noLayoutClosure);
    subsetter.hb_subset_input_pin_axis_location(input, face, tag('wght'), weight);
    for (const name of shapingTables) subsetter.hb_set_add(subsetter.hb_subset_input_set(input, dropTables), tag(name));
    for (const glyph of glyphs) subsetter.hb_set_add(subsetter.hb_subset_input_glyph_set(input), glyph);
  });
}

function cut(font: Uint8Array, ask: (subsetter: Subsetter, input: number, face: number) => void): Uint8Array {
  const subsetter = (loaded ??= load());
  const data = subsetter.malloc(font.length);
  new Uint8Array(subsetter.memory.buffer).set(font, data);
  const blob = subsetter.hb_blob_create(data, font.length, writable, 0, 0);
  const face = subsetter.hb_face_create(blob, 0);
  const input = subsetter.hb_subset_input_create_or_fail();
  let made = 0;
  try {
    ask(subsetter, input, face);
    made = subsetter.hb_subset_or_fail(face, input);
    if (made === 0) throw new Error('The font cannot be cut.');
    const result = subsetter.hb_face_reference_blob(made);
    const from = subsetter.hb_blob_get_data(result, 0);
    const bytes = new Uint8Array(subsetter.memory.buffer).slice(from, from + subsetter.hb_blob_get_length(result));
    subsetter.hb_blob_destroy(result);
    return bytes;
  } finally {
    if (made !== 0) subsetter.hb_face_destroy(made);
    subsetter.hb_subset_input_destroy(input);
    subsetter.hb_face_destroy(face);
    subsetter.hb_blob_destroy(blob);
    subsetter.free(data);
  }
}

function load(): Subsetter {
  const module = new WebAssembly.Module(readFileSync(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')));
  const subsetter = new WebAssembly.Instance(module).exports as unknown as Subsetter;
  subsetter._initialize();
  return subsetter;
}

/** Four letters as OpenType writes them. */
function tag(name: string): number {
  return [...name].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0);
}
