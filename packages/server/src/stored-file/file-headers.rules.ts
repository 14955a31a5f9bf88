import {fileTypes, type FileMediaType} from '../file-content/file-types.data.ts';

/** What a browser is told of a file, so that it does with it what we want and nothing else. */
export function fileHeaders({fileName, mediaType, disposition}: {readonly fileName: string; readonly mediaType: FileMediaType; readonly disposition: 'attachment' | 'inline'}): Record<string, string> {
  const {isInline, isInert} = fileTypes[mediaType];
  return {
    // A type that browsers run is not even named to them.
    'Content-Type': isInert ? mediaType : 'application/octet-stream',
    'Content-Disposition': `${isInline && disposition === 'inline' ? 'inline' : 'attachment'}; filename="${asciiOf(fileName)}"; filename*=UTF-8''${encode(fileName)}`,
    ...safeHeaders,
  };
}

/** What goes with every answer of the files' address. The links are the credentials, so pages of any origin may show what they serve. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
};

/** RFC 8187: everything but attr-char is a percent and two digits. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** For what reads no RFC 8187. */
function asciiOf(name: string): string {
  return name.replace(/[^ -~]|["\\%]/g, '_');
}

/** The bytes that a request asks for: both ends included; `null`: all of it; `unsatisfiable`: there are none such. Several ranges at once are answered with all of it. */
export function rangeOf(header: string | null, size: number): {readonly first: number; readonly last: number} | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return Number(to) === 0 ? 'unsatisfiable' : {first: Math.max(0, size - Number(to)), last: size - 1};
  if (to !== '' && Number(to) < Number(from)) return null;
  return Number(from) >= size ? 'unsatisfiable' : {first: Number(from), last: Math.min(to === '' ? size - 1 : Number(to), size - 1)};
}
