import {LitElementRenderer} from '@lit-labs/ssr/lib/lit-element-renderer.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import type {ElementClass} from '../base/define-element.ts';
import {drawnIn} from '../strings/locale.ts';

/** An element as it is before it has read anything. */
export interface FirstView {
  /** Those of the page and those that the element itself reflects, each after a space. */
  readonly attributes: string;
  /** Style elements and markup of its shadow root. */
  readonly shadow: string;
}

/** What an element is drawn with. */
export interface FirstViewOptions {
  /** Of an element that is registered. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** BCP 47 language, whose words are loaded. */
  readonly locale: string;
}

/** Which part of a template is whose: for a script that goes on with the server's nodes. Ours draws its own. */
const marks = /<!--\/?lit-(?:part|node)[^>]*-->|<\?>| shadowroot="open"| defer-hydration/g;

/** Draws an element and all elements in it. */
export function firstView({tag, attributes, locale}: FirstViewOptions): FirstView {
  drawnIn.locale = locale;
  try {
    const renderer = new LitElementRenderer(tag);
    for (const [name, value] of Object.entries(attributes)) renderer.setAttribute(name, value);
    renderer.connectedCallback();
    const parts = {elementRenderers: [LitElementRenderer], customElementInstanceStack: [], customElementHostStack: [renderer], eventTargetStack: [renderer.element], slotStack: [], deferHydration: false};
    const shadow = collectResultSync(renderer.renderShadow(parts) ?? []);
    const own = collectResultSync(renderer.renderAttributes());
    return {attributes: own, shadow: renameParts(shadow.replace(marks, '').replaceAll(/\s*\n\s*/g, ' '), partTags(customElements.get(tag)))};
  } finally {
    drawnIn.locale = undefined;
  }
}

/** Drawn parts are pictures: none of their classes is to wake up in them while the widget makes its own. */
function renameParts(markup: string, tags: readonly string[]): string {
  return tags.length === 0 ? markup : markup.replace(new RegExp(`\\b(?:${tags.join('|')})(?![\\w-])`, 'g'), '$&-drawn');
}

function partTags(elementClass: CustomElementConstructor | undefined): string[] {
  return Object.entries((elementClass as ElementClass | undefined)?.parts ?? {}).flatMap(([tag, part]) => [tag, ...partTags(part)]);
}
