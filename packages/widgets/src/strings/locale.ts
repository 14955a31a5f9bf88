import {refreshLanguage} from './strings.ts';

/** Where there is no page around elements, whoever draws them says their language here for as long as that takes. */
export const drawnIn: {locale?: string | undefined} = {};

/**
 * The language around an element: the nearest `lang` on it or above it, through shadow roots; else the visitor's.
 *
 * @returns A well-formed BCP 47 tag; `en` when the page's own is none.
 */
export function nearestLang(element: Element): string {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) {
      const lang: string | null = Element.prototype.getAttribute.call(node, 'lang');
      if (lang) return wellFormed(lang);
      node = node instanceof HTMLFormElement ? parentOfForm(node) : (node.assignedSlot ?? node.parentNode);
    } else {
      node = node instanceof ShadowRoot ? node.host : null;
    }
  }
  return wellFormed(globalThis.navigator?.language ?? 'en');
}

/** A form's fields stand in for its properties: `<input name="parentNode">` would lead round in circles. */
function parentOfForm(form: HTMLFormElement): Node | null {
  const read = (of: object, name: string) => Object.getOwnPropertyDescriptor(of, name)?.get?.call(form) as Node | null;
  return read(Element.prototype, 'assignedSlot') ?? read(Node.prototype, 'parentNode');
}

/** A tag as `Intl` takes it; English for what is none. */
export function wellFormed(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * Picks the available locale for a language: the same tag, else one of the same language and script
 * (`de-AT` → `de`, `pt-PT` → `pt-BR`, `zh-HK` → `zh-Hant` and never `zh-Hans`), else English.
 *
 * @param locale - Well-formed BCP 47 tag.
 * @param available - Tags to choose from.
 */
export function matchLocale(locale: string, available: readonly string[]): string {
  if (available.includes(locale)) return locale;
  const wanted = written(locale);
  return available.find(tag => written(tag) === wanted) ?? 'en';
}

const writtenAs = new Map<string, string>();

/** Language and script of a tag: `zh-CN` → `zh-Hans`. */
function written(tag: string): string {
  let form = writtenAs.get(tag);
  if (!form) {
    const {language, script} = new Intl.Locale(tag).maximize();
    writtenAs.set(tag, (form = `${language}-${script}`));
  }
  return form;
}

// A page may switch the language of any part of itself, not only of <html>.
if (typeof MutationObserver !== 'undefined' && typeof document !== 'undefined') {
  new MutationObserver(refreshLanguage).observe(document, {subtree: true, attributeFilter: ['lang', 'dir']});
}
