import type {Cobrand} from '@portico/contract';

/** What an organisation makes of material. */
export const mineTabs = ['copies', 'links', 'embeds', 'orders'] as const;
export type MineTab = (typeof mineTabs)[number];

/** The scope that a session needs to change what is under a tab. */
export const scopeOf = {copies: 'cobrand:write', links: 'share_link:write', embeds: 'collateral_embed:write', orders: 'print_order:write'} as const satisfies Record<MineTab, string>;

/** How a copy stands that was asked to be made anew. */
export type RemakeState = 'waits' | 'making' | 'made' | 'failed' | 'cannot';

/**
 * How a copy stands for somebody who has every old one made anew.
 *
 * @param wasAsked - It was among those that they asked for.
 */
export function remakeStateOf({status, isMaking, nextTemplateId}: Pick<Cobrand, 'status' | 'isMaking' | 'nextTemplateId'>, wasAsked: boolean): RemakeState | undefined {
  if (status === 'stale') return nextTemplateId === null ? 'cannot' : wasAsked ? 'making' : 'waits';
  if (!wasAsked) return undefined;
  if (isMaking) return 'making';
  // What has to be approved first says so itself.
  return status === 'draft' || status === 'rejected' ? 'failed' : status === 'published' ? 'made' : undefined;
}

/** What a partner pastes into a page of their own. */
export function toSnippet({token, apiUrl, scriptUrl}: {readonly token: string; readonly apiUrl: string; readonly scriptUrl: string}): string {
  const quoted = (value: string) => `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  return ['<script type="module" src=', quoted(scriptUrl), '></script>\n<portico-collateral token=', quoted(token), ' api-url=', quoted(apiUrl), '></portico-collateral>'].join('');
}

/** Where `collateral.js` is: as the page says, else beside the `portico.js` that the page loads. */
export function scriptBeside(page: Document, said: string | undefined): string {
  if (said) return new URL(said, page.baseURI).href;
  const own = [...page.querySelectorAll<HTMLScriptElement>('script[src]')].map(({src}) => src).find(src => /\/portico(\.iife)?\.js([?#]|$)/.test(src));
  return own ? new URL('collateral.js', own).href : new URL('/cdn/v1/collateral.js', page.baseURI).href;
}

/** Origins of the sites that somebody typed, one a line or with spaces between, with a path or without; `undefined` when one of them is no address. */
export function toSites(typed: string): string[] | undefined {
  const sites = typed.split(/[\s,]+/).filter(Boolean).map(each => URL.parse(/^https?:\/\//i.test(each) ? each : `https://${each}`));
  return sites.every(site => site?.hostname.includes('.') || site?.hostname === 'localhost') ? [...new Set(sites.map(site => site?.origin ?? ''))] : undefined;
}
