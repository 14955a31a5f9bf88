import {html, nothing} from 'lit';
import {safeUrl} from './safe-url.ts';

/** An e-mail address as a link. Where there is no room for it in one line, it breaks before its `@`. */
export function mailLink(email: string, icon: unknown = nothing) {
  const at = Math.max(0, email.lastIndexOf('@'));
  const url = `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`;
  return html`<a href=${safeUrl(url) ?? nothing}>${icon}<bdi translate="no">${email.slice(0, at)}<wbr />${email.slice(at)}</bdi></a>`;
}

/** A telephone number as a link; what people write into it besides the number is shown, and not dialled. */
export function phoneLink(phone: string, icon: unknown = nothing) {
  return html`<a href=${safeUrl(`tel:${phone.replaceAll(/[^\d+*#,;]/g, '')}`) ?? nothing}>${icon}<bdi>${phone}</bdi></a>`;
}
