import {fileTypes, type FileMediaType} from './file-types.data.ts';

const mostBytes = 200;
// Control characters, and those that turn or hide text: a name must not look as if it ended otherwise.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A name as it is kept: composed (NFC), without folders, control and direction characters, at most 200 bytes of UTF-8, its ending kept.
 *
 * @returns Never empty: `file` stands for a name of which nothing is left.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').replace(hidden, '').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/\s+/gu, ' ').replace(/^ +|[. ]+$/g, '');
  const dot = name.lastIndexOf('.');
  const ending = dot < 0 || bytesOf(name.slice(dot)) > 20 ? '' : name.slice(dot);
  const stem = name.slice(0, name.length - ending.length).replace(/^[. ]+|[. ]+$/g, '');
  return cut(stem || 'file', mostBytes - bytesOf(ending)) + ending;
}

/** Whether a name ends as files of this type do. */
export function endsAs(name: string, type: FileMediaType): boolean {
  return fileTypes[type].endings.includes(endingOf(name));
}

function endingOf(name: string): string {
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Whole characters from the start, at most so many bytes. */
function cut(text: string, most: number): string {
  let kept = '';
  let length = 0;
  for (const character of text) {
    length += bytesOf(character);
    if (length > most) break;
    kept += character;
  }
  return kept;
}
