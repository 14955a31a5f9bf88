/** Width of a text at size 1. */
export type Measure = (text: string) => number;

export interface TextRoom {
  readonly width: number;
  readonly height: number;
  readonly minSize: number;
  readonly maxSize: number;
  readonly fit: 'line' | 'wrap';
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** From one baseline to the next, and what one line needs, at size 1. */
export const lineStep = 1.3;
export const lineHeight = 1.2;
/** From the top of a line to its baseline, at size 1. */
export const ascent = 0.95;

const ideograph = /[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud87f][\udc00-\udfff]/;
/** Words without blanks between them, which only a dictionary tells apart: Thai, Lao, Burmese, Khmer. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const dictionary = new Intl.Segmenter('th', {granularity: 'word'});
/** What must not begin a line, and what must not end one. */
const closing = /^[，。、；：？！）」』】》〉”’…,.;:?!)\]}%％・々ーゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/;
const opening = /[（「『【《〈“‘([{]$/;

/** The largest size at which a text fits, and its lines there; `undefined` when it does not fit at the smallest. */
export function fitText(text: string, room: TextRoom, measure: Measure): FittedText | undefined {
  const widths = new Map<string, number>();
  const measured: Measure = each => {
    const known = widths.get(each) ?? measure(each);
    widths.set(each, known);
    return known;
  };
  const step = Math.max(0.25, room.maxSize / 60);
  for (let size = room.maxSize; ; size -= step) {
    const tried = Math.max(size, room.minSize);
    const lines = room.fit === 'line' ? [text] : breakLines(text, room.width / tried, measured);
    const height = tried * (lineHeight + lineStep * (lines.length - 1));
    if (height <= room.height + 0.01 && lines.every(line => measured(line) * tried <= room.width + 0.01)) return {size: tried, lines};
    if (tried <= room.minSize) return undefined;
  }
}

/** Breaks a text into lines that are as wide at most, at size 1; a single word may be wider. */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines: string[] = [];
    let line = '';
    for (const word of wordsOf(paragraph)) {
      const longer = line + word;
      if (line !== '' && measure(longer.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = word.trimStart();
      } else {
        line = longer;
      }
    }
    return [...lines, line.trimEnd()];
  });
}

/** Pieces between which a line may break; together they are the text. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const piece of text.match(/\s+|[^\s-]+-*|-+/g) ?? []) {
    if (/^\s/.test(piece)) {
      words.push(`${words.pop() ?? ''}${piece}`);
      continue;
    }
    for (const part of unspaced.test(piece) ? Array.from(dictionary.segment(piece), ({segment}) => segment) : ideograph.test(piece) ? splitIdeographs(piece) : [piece]) {
      const before = words.at(-1);
      if (before !== undefined && !/\s$/.test(before) && (closing.test(part) || opening.test(before))) words[words.length - 1] = before + part;
      else words.push(part);
    }
  }
  return words;
}

function splitIdeographs(text: string): string[] {
  const parts: string[] = [];
  let word = '';
  for (const character of text) {
    if (!ideograph.test(character)) {
      word += character;
      continue;
    }
    if (word !== '') parts.push(word);
    parts.push(character);
    word = '';
  }
  return word === '' ? parts : [...parts, word];
}
