import {fallbackStrings} from '../strings/fallback.strings.ts';
import {matchLocale, nearestLang} from '../strings/locale.ts';
import {findMessage, loadStrings, localesOf} from '../strings/strings.ts';
import {PorticoErrorEvent} from './error.event.ts';
import {safeUrl} from './safe-url.ts';

let reported = false;
let muted = false;
const notes = new Set<HTMLElement>();

/**
 * Registers a tag whose widget the page does not let draw. The element shows the content that the page put into it; without any, a sentence and, with `fallback-href`
 * on it or around it, a link. The page hears of it by one `portico-error`, code `trusted_types`.
 */
export function defineFallback(tag: string): void {
  // The parts of a widget are drawn by widgets only.
  if (tag.startsWith('portico-ui-') || customElements.get(tag)) return;
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback() {
        // What a server drew of the widget would never come to life.
        this.shadowRoot?.replaceChildren(document.createElement('slot'));
        void showContent(this);
      }
    },
  );
}

async function showContent(element: HTMLElement): Promise<void> {
  // What is meant for a slot of the widget tells of data that nobody has read.
  for (const child of element.querySelectorAll<HTMLElement>(':scope > [slot]')) child.hidden = true;
  const word = await wordsFor(element);
  if (!muted && !hasContent(element)) {
    const note = document.createElement('p');
    note.textContent = word('cannotDraw');
    const href = safeUrl(element.closest('[fallback-href]')?.getAttribute('fallback-href'));
    if (href) {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = word('openElsewhere');
      note.append(' ', link);
    }
    notes.add(note);
    element.append(note);
  }
  await report(element, word('cannotDraw'));
}

function hasContent(element: HTMLElement): boolean {
  return [...element.childNodes].some(node => (node instanceof HTMLElement ? !node.hidden : node instanceof Text && node.data.trim() !== ''));
}

async function wordsFor(element: HTMLElement) {
  const lang = element.closest('[locale]')?.getAttribute('locale') ?? nearestLang(element);
  const locale = matchLocale(lang, localesOf(fallbackStrings));
  await loadStrings(fallbackStrings, locale);
  return (key: 'cannotDraw' | 'openElsewhere') => String(findMessage(fallbackStrings, locale, key));
}

/** Once a page, and when its own scripts have had the time to listen. */
async function report(element: HTMLElement, message: string): Promise<void> {
  if (reported) return;
  reported = true;
  if (document.readyState !== 'complete') await new Promise(loaded => addEventListener('load', loaded, {once: true}));
  muted = !element.dispatchEvent(new PorticoErrorEvent({code: 'trusted_types', message, retryable: false}));
  if (muted) for (const note of notes) note.remove();
}
