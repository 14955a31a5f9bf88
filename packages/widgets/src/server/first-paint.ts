/**
 * The first view of widgets, drawn by a server of any framework into the page that it sends: what a visitor sees before the first script has come, in the size that it will
 * have. Runs where there is no DOM. Needs the package `@lit-labs/ssr`.
 */
import type {WidgetName} from '../autoload/calls.ts';
import {widgets as modules} from '../autoload/widgets.gen.ts';
import {defineElement, type ElementClass} from '../base/define-element.ts';
import {isRightToLeft} from '../strings/direction.ts';
import {matchLocale, wellFormed} from '../strings/locale.ts';
import {loadStrings, localesOf, tables} from '../strings/strings.ts';
import {type Brand, readBrand, type Theme} from '../theme/brand-input.ts';
import {toTheme} from '../theme/brand.ts';
import {firstView} from './first-view.ts';

export type {Brand} from '../theme/brand-input.ts';
export type {WidgetName} from '../autoload/calls.ts';

/** What a server draws with. */
export interface FirstPaintOptions {
  /** The widgets of the page by their tags without the prefix. `collateral` is not one of them: it shows its own content until there is material. */
  readonly widgets: readonly Exclude<WidgetName, 'portal' | 'collateral'>[];
  /** BCP 47 language of the widgets; such as a visitor's browser says it, English where that is none. */
  readonly locale: string;
  /** `light`, `dark` or `auto` (the visitor's setting); that of the page when left out. */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** As on the portal. A brand that is an object is to be given to the portal by the page's script as well. */
  readonly brand?: string | Brand;
  /** Of the page's policy, `style-src 'nonce-…'`: another one for every answer. Without it the policy takes the hashes of {@link styleSources}. */
  readonly nonce?: string;
  /** What tags begin with, as the query of the script's address says; `portico` unless given. */
  readonly prefix?: string;
}

/** Attributes of an element; `true` is one without a value, and what is false, null or undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Draws the parts of one page. */
export interface FirstPaint {
  /**
   * The portal with its language, theme and brand.
   *
   * @param attributes - Such as `api-url`. Their values are escaped.
   * @param content - Markup of the page, with the widgets in it. It is not escaped.
   */
  portal(attributes: Attributes, content: string): string;
  /**
   * A widget as it looks until its data is there.
   *
   * @param attributes - As the page would write them. Their values are escaped.
   * @param content - What is shown where no script runs, and content of slots: markup of the page, not escaped.
   */
  widget(name: FirstPaintOptions['widgets'][number], attributes?: Attributes, content?: string): string;
}

/** Hides what the widget draws beside it until this is taken away; where no script runs, the widget's own content is all there is. */
const beside =
  ':host>:not(style,[data-drawn]){display:none!important}div[data-drawn]{display:contents}slot[data-drawn]{display:none}@media (scripting:none){div[data-drawn]{display:none}slot[data-drawn]{display:contents}}';

/**
 * Loads what it takes to draw these widgets in this language.
 *
 * @throws BrandError when the brand cannot be read; RangeError when there is no such widget.
 */
export async function firstPaint({widgets, locale: asked, theme, brand, nonce, prefix = 'portico'}: FirstPaintOptions): Promise<FirstPaint> {
  const locale = wellFormed(asked);
  const names: readonly WidgetName[] = ['portal', ...widgets];
  for (const name of names) {
    if (!Object.hasOwn(modules, name) || name === 'collateral') throw new RangeError(`A server draws no widget ${name}.`);
    defineElement(`portico-${name}`, elementOf(await modules[name]()));
  }
  await Promise.all([...tables].map(table => loadStrings(table, matchLocale(locale, localesOf(table)))));
  const branded = brand ? `:host{${declarations(toTheme(readBrand(brand)))}}` : '';
  const dressed = {locale, lang: locale, dir: isRightToLeft(locale) ? 'rtl' : 'ltr', theme, brand: typeof brand === 'string' ? brand : undefined};

  const draw = (name: WidgetName, attributes: Attributes, frame: (shadow: string) => string, content: string): string => {
    const view = firstView({tag: `portico-${name}`, attributes: toText(attributes), locale});
    const shadow = frame(view.shadow).replaceAll('<style>', nonce === undefined ? '<style>' : `<style nonce="${escape(nonce)}">`);
    return `<${prefix}-${name}${view.attributes}><template shadowrootmode="open">${shadow}</template>${content}</${prefix}-${name}>`;
  };
  return {
    portal: (attributes, content) => draw('portal', {...dressed, ...attributes}, shadow => (branded ? `<style>${branded}</style>` : '') + shadow, content),
    widget: (name, attributes = {}, content = '') => draw(name, attributes, shadow => `<style>${beside}</style><div data-drawn inert>${shadow}</div><slot data-drawn></slot>`, content),
  };
}

/**
 * The hashes of all styles in drawn markup, for the policy of a page that is made once and sent to many: `style-src 'self' 'sha256-…'`.
 *
 * @param markup - What a {@link FirstPaint} has drawn, without a nonce.
 */
export async function styleSources(markup: string): Promise<string[]> {
  const texts = new Set([...markup.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text = '']) => text));
  return Promise.all(
    [...texts].map(async text => {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
      return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
    }),
  );
}

function elementOf(module: Readonly<Record<string, unknown>>): ElementClass {
  return Object.values(module).find(value => typeof value === 'function' && 'elementStyles' in value) as unknown as ElementClass;
}

function declarations(theme: Theme): string {
  // Values of a brand's own tokens are the page's affair, but not the end of the style element.
  return Object.entries(theme).map(([name, value]) => `${name}:${value.replaceAll(/[<{}]/g, '')};`).join('');
}

function toText(attributes: Attributes): Record<string, string> {
  const entries = Object.entries(attributes).filter(([, value]) => value !== false && value !== null && value !== undefined);
  for (const [name] of entries) if (!/^[a-z][\w:.-]*$/i.test(name)) throw new RangeError(`“${name}” is no name of an attribute.`);
  return Object.fromEntries(entries.map(([name, value]) => [name, value === true ? '' : String(value)]));
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
