import type {PageLocale} from './page.strings.ts';

/** A page for strangers: one thing, one button. */
export interface PublicPage {
  readonly locale: PageLocale;
  readonly title: string;
  /** Paragraphs; the first stands out. */
  readonly lines: readonly string[];
  /** A picture from the files' own address. */
  readonly picture?: {readonly url: string; readonly width: number; readonly height: number; readonly text: string} | null;
  /** What the one button says; it sends the form to the page's own address. */
  readonly action?: string | null;
}

const styles = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0;padding:32px 16px;background:Canvas;color:CanvasText}main{max-width:480px;margin:0 auto}
img{display:block;width:auto;height:auto;max-width:100%;max-height:36vh;margin:0 0 24px;border:1px solid GrayText;border-radius:8px}h1{font-size:22px;line-height:28px;margin:0 0 12px;overflow-wrap:anywhere}p{margin:0 0 8px;overflow-wrap:anywhere}
button{font:inherit;font-weight:600;min-height:44px;margin:16px 0 0;padding:0 24px;border:1px solid ButtonBorder;border-radius:8px;background:#1d4ed8;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid Highlight;outline-offset:2px}@media (forced-colors:active){button{background:ButtonFace;color:ButtonText}}`;

let styleHash: Promise<string> | undefined;

/** The page as it is sent: no script, no cookie, nothing from elsewhere, in nobody's frame. */
export async function pageResponse(page: PublicPage, {status, filesUrl, headers = {}}: {readonly status: number; readonly filesUrl: string; readonly headers?: Readonly<Record<string, string>>}): Promise<Response> {
  styleHash ??= crypto.subtle.digest('SHA-256', new TextEncoder().encode(styles)).then(hash => btoa(String.fromCharCode(...new Uint8Array(hash))));
  const policy = ["default-src 'none'", `style-src 'sha256-${await styleHash}'`, `img-src ${filesUrl}`, `form-action 'self' ${filesUrl} https: http:`, "frame-ancestors 'none'", "base-uri 'none'", 'sandbox allow-forms allow-downloads'];
  return new Response(htmlOf(page), {
    status,
    headers: {'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy.join('; '), 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow', 'Cross-Origin-Opener-Policy': 'same-origin', Vary: 'Accept, Accept-Language', ...headers},
  });
}

function htmlOf({locale, title, lines, picture, action}: PublicPage): string {
  const direction = locale === 'ar' ? ' dir="rtl"' : '';
  const image = picture ? `<img src="${escaped(picture.url)}" width="${picture.width}" height="${picture.height}" alt="${escaped(picture.text)}">` : '';
  const form = action ? `<form method="post"><button>${escaped(action)}</button></form>` : '';
  const [first = '', ...rest] = lines.map(line => `<p>${escaped(line)}</p>`);
  return `<!doctype html><html lang="${locale}"${direction}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><meta property="og:title" content="${escaped(title)}"><title>${escaped(title)}</title><style>${styles}</style></head><body><main>${image}<h1>${escaped(title)}</h1>${first}${rest.join('')}${form}</main></body></html>`;
}

/** Text for a place in HTML, attributes included. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
