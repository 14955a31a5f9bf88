import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {extname, join, normalize, sep} from 'node:path';

/** Which files of widgets are served, and how long those of the moving folder may be kept. */
export interface WidgetFilesOptions {
  /** What `@portico/widgets` ships as `dist/cdn`: a folder a version, and the moving one. */
  readonly folder: string;
  /** For how long browsers may keep what moves with the newest version; 300 unless said. */
  readonly maxAgeS?: number;
}

/** Below it the files are served. */
export const widgetsPath = '/cdn/';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

/**
 * Serves the files that pages load the widgets from. Those of a version never change, and say so; pages of any origin may load them, and check them by their hashes.
 *
 * @returns Answers a request for `/cdn/…`; `404` for what is not there.
 */
export function widgetFiles({folder, maxAgeS = 300}: WidgetFilesOptions): (request: Request) => Promise<Response> {
  return async request => {
    const path = decodePath(new URL(request.url).pathname.slice(widgetsPath.length));
    const file = path === undefined ? undefined : normalize(join(folder, path));
    const type = file && types[extname(file)];
    if (!path || !file?.startsWith(folder + sep) || !type || !['GET', 'HEAD'].includes(request.method)) return new Response(null, {status: 404});
    const body = await readFile(file).catch(() => undefined);
    if (!body) return new Response(null, {status: 404});
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    const headers = {
      'cache-control': /^\d+\.\d+\.\d+/.test(path) ? 'public, max-age=31536000, immutable' : `public, max-age=${maxAgeS}`,
      etag,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    };
    if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers});
    return new Response(request.method === 'HEAD' ? null : body, {headers: {...headers, 'content-type': type}});
  };
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
