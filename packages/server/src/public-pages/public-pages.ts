import type {ProblemCode} from '@portico/contract';
import type {Context} from '../context.ts';
import {toProblem} from '../database/errors.ts';
import {ProblemError, problem} from '../problem.ts';
import {readLanguages} from './languages.rules.ts';
import {chooseLocale, pageWords, type PageWords} from './page.strings.ts';
import {pageResponse} from './page.view.ts';

/** Somebody without a session who opens an address of the files' origin. */
export interface Visit {
  readonly request: Request;
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** What stands behind the prefix, cut at slashes. */
  readonly path: readonly string[];
  /** What the visitor reads, first choice first. */
  readonly languages: readonly string[];
}

/** Answers visits; throws ProblemError for what there is not. */
export type PublicPlace = (visit: Visit) => Promise<Response>;

const wordsOf: Partial<Record<ProblemCode, keyof PageWords>> = {
  share_link_expired: 'expired',
  share_link_used: 'used',
  share_link_revoked: 'revoked',
  share_link_replaced: 'replaced',
  asset_recalled: 'recalled',
  collateral_embed_revoked: 'revoked',
  asset_version_replaced: 'replaced',
  rate_limited: 'busy',
  internal_error: 'failed',
  unavailable: 'failed',
};

/**
 * Puts pages for strangers together: each place under its prefix. Whoever reads pages is told in words what is wrong; programs get a problem.
 *
 * @param places - By prefix, such as `/s/`.
 * @param filesUrl - Origin that they are served from, without a slash at its end.
 * @param limit - Counts a visit; throws ProblemError `rate_limited`.
 */
export function publicPages({places, filesUrl, context, limit}: {readonly places: Readonly<Record<string, PublicPlace>>; readonly filesUrl: string; readonly context: Context; readonly limit: (ip: string | null) => void}) {
  const prefixOf = (pathname: string): string | undefined => Object.keys(places).find(prefix => pathname.startsWith(prefix));
  return {
    /** Whether an address is one of theirs. */
    has: (pathname: string): boolean => prefixOf(pathname) !== undefined,

    /** @param ip - Address of the other end. */
    handle: async (request: Request, ip: string | null): Promise<Response> => {
      const {pathname} = new URL(request.url);
      const prefix = prefixOf(pathname) ?? '';
      const languages = readLanguages(request.headers.get('Accept-Language'));
      const isPage = request.headers.get('Accept')?.includes('text/html') ?? false;
      try {
        limit(ip);
        const {method} = request;
        if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') throw problem('method_not_allowed', {allow: ['GET', 'HEAD', 'OPTIONS', 'POST']});
        const place = places[prefix];
        if (!place) throw problem('route_not_found');
        return await place({request, method, path: pathname.slice(prefix.length).split('/'), languages});
      } catch (error) {
        if (!isPage) throw error;
        const known = error instanceof ProblemError ? error : (toProblem(error) ?? problem('internal_error'));
        if (known.status >= 500) context.log.error({err: error}, 'a public page failed');
        const locale = chooseLocale(languages);
        const words = pageWords[locale][wordsOf[known.code] ?? 'missing'];
        const lines = known.code === 'asset_recalled' && known.extra.detail ? [known.extra.detail] : [];
        const headers = known.extra.retryAfterS === undefined ? {} : {'Retry-After': String(known.extra.retryAfterS)};
        return pageResponse({locale, title: words, lines}, {status: known.status, filesUrl, headers});
      }
    },
  };
}
