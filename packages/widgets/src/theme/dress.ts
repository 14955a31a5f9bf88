import {css, type LitElement} from 'lit';
import {PorticoErrorEvent} from '../base/error.event.ts';
import {toTheme} from './brand.ts';
import {type Brand, BrandError, type ReadBrand, readBrand} from './brand-input.ts';

/** Logos are made for paper, so in dark one stands on some. */
const logoStyles = css`
  .logo {
    display: block;
    box-sizing: border-box;
    max-inline-size: min(260px, 100% - 16px);
    max-block-size: 60px;
    /* The logo stands on the edge of the words below, its plate around it. */
    margin: 8px 8px 12px;
    padding: 8px;
    border-radius: 6px;
    object-fit: contain;
    object-position: left center;
    background: light-dark(transparent, #ffffff);
  }
  .logo:dir(rtl) {
    object-position: right center;
  }
`;

/**
 * Gives an element the theme of a brand, for itself and everything in it, and shows the logo above. A brand that cannot be read leaves the element as it is and
 * fires `portico-error` with the code `brand` and a sentence that says what to write.
 *
 * @param yields - Leaves alone what the page has set on an element around: the brand is not the page's own.
 * @returns Takes it off again.
 */
export function dress(host: LitElement, brand: string | Brand, yields: boolean): () => void {
  let read: ReadBrand;
  try {
    read = readBrand(brand);
  } catch (error) {
    if (!(error instanceof BrandError)) throw error;
    // A developer who tries a colour looks at the console before at events.
    if (host.dispatchEvent(new PorticoErrorEvent({code: error.code, message: error.message, retryable: false, cause: error}))) console.warn(error.message);
    return () => {};
  }
  // A server writes the theme into the page; where there is no browser, nobody sees it.
  if (typeof globalThis.CSSStyleSheet?.prototype.replaceSync !== 'function') return () => {};
  const root = host.renderRoot as ShadowRoot;
  // A rule of the element's own: content security policies allow it, and what the page's stylesheet says of the element wins over it.
  const sheet = new CSSStyleSheet();
  sheet.insertRule(':host {}');
  const rule = sheet.cssRules[0] as CSSStyleRule;
  const set = getComputedStyle(host);
  for (const [name, value] of Object.entries(toTheme(read))) if (!yields || set.getPropertyValue(name) === '') rule.style.setProperty(name, value);
  const logo = read.logo && toLogo(read.logo);
  if (logo) root.prepend(logo);
  const worn = [sheet, ...(logo && logoStyles.styleSheet ? [logoStyles.styleSheet] : [])];
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...worn];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter(each => !worn.includes(each));
    if (logo) logo.remove();
  };
}

function toLogo(address: string): HTMLImageElement {
  const image = document.createElement('img');
  image.className = 'logo';
  image.part.add('logo');
  // The page says in words whose it is.
  image.alt = '';
  image.src = address;
  return image;
}
