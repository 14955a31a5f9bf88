import {html, nothing} from 'lit';
import {safeUrl} from './safe-url.ts';

/** A website without what all have in common: `acme.fi` of `https://www.acme.fi/`. */
export function siteName(website: string): string {
  return website.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}

/** A website as a link under its short name. What people write without a scheme (`acme.fi`) leads to the secure site; what is no web address leads nowhere. */
export function siteLink(website: string) {
  const url = /^https?:/i.test(website) ? website : /^[^\s/:]+\.[^\s/:]+(\/\S*)?$/.test(website) ? `https://${website}` : undefined;
  return html`<a href=${safeUrl(url) ?? nothing} target="_blank" rel="noopener noreferrer"><bdi>${siteName(website)}</bdi></a>`;
}
