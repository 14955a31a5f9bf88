import type {CopyStatus, Problem} from '@portico/contract';
import type {MiddlewareHandler} from 'hono';
import {copyPageLocale, copyPageStrings, type CopyPageLocale} from './copy-page.strings.ts';
import type {Env} from './request-facts.ts';

/** Colour of the mark by what the page says. */
const colors = {current: '#15803d', replaced: '#b45309', stale: '#b45309', unpublished: '#b91c1c', recalled: '#b91c1c', unknown: '#4b5563'} as const;

/** Answers browsers that follow a copy's QR code with a page in their language, where programs get JSON. The status is the same: 410 once it was recalled. */
export function copyPage(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    c.res.headers.append('Vary', 'Accept, Accept-Language');
    if (c.req.method !== 'GET' || !c.req.header('Accept')?.includes('text/html') || ![200, 404, 410].includes(c.res.status)) return;
    const answer = (await c.res.json()) as CopyStatus | Problem;
    const locale = copyPageLocale(c.req.header('Accept-Language') ?? null);
    const {status, headers} = c.res;
    const kept = new Headers(headers);
    kept.delete('ETag');
    kept.delete('Content-Length');
    kept.set('Content-Type', 'text/html; charset=utf-8');
    kept.set('Content-Language', locale);
    kept.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    kept.set('X-Robots-Tag', 'noindex');
    c.res = undefined;
    c.res = new Response(pageOf(answer, locale), {status, headers: kept});
  };
}

function pageOf(answer: CopyStatus | Problem, locale: CopyPageLocale): string {
  const strings = copyPageStrings[locale];
  const isFound = 'state' in answer;
  const state = isFound ? answer.state : answer.status === 410 ? 'recalled' : 'unknown';
  const [headline, words] = strings.states[state];
  const date = isFound ? new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(answer.madeAt)) : '';
  const values: Readonly<Record<string, string>> = isFound ? {title: answer.title, partner: answer.partnerName, vendor: answer.vendorName, version: String(answer.templateNumber), date} : {reason: answer.detail ?? ''};
  const say = (text: string) => escape(text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''));
  const website = isFound && answer.partnerWebsite !== null && /^https?:\/\//.test(answer.partnerWebsite) ? answer.partnerWebsite : null;
  return `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(strings.title)}</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.0625rem/1.5 system-ui,sans-serif;color:#111827;background:#f9fafb}
main{max-width:34rem;margin:1.5rem;padding:2rem;background:#fff;border-radius:.75rem;border-block-start:.4rem solid ${colors[state]};box-shadow:0 1px 4px #0002;overflow-wrap:anywhere}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
p{margin:.5rem 0}small{color:#4b5563}
a{color:#1d4ed8}
</style>
</head>
<body>
<main>
<h1>${say(headline)}</h1>
<p>${say(words)}</p>
${!isFound && values['reason'] ? `<p>${say(strings.reason)}</p>` : ''}
${website === null ? '' : `<p><a href="${escape(website)}" rel="noopener noreferrer nofollow">${say(strings.website)}</a></p>`}
${isFound ? `<p><small>${say(strings.about)}<br>${escape(answer.code)}</small></p>` : ''}
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
