import type {Portal} from '../portal/portal.ts';
import type {widgets} from './widgets.gen.ts';

/** The tag of a widget without its prefix: `lead-inbox`. */
export type WidgetName = keyof typeof widgets;

/** What a page sets on its portals; `apiUrl` always, so that no session goes to an address that somebody else wrote into the page. */
export type PortalProperties = {readonly apiUrl: string} & Partial<Pick<Portal, Exclude<keyof Portal, keyof HTMLElement | 'apiUrl' | 'controller'>>>;

/** Words of a page's own: texts, or functions of values. */
export type OwnWords = Readonly<Record<string, string | ((...values: never[]) => string)>>;

/** Loads widgets as their tags appear, and runs calls. */
export interface Autoloader {
  /** Runs calls as soon as the code for it is there, in turn. */
  push(...calls: PorticoCall[]): void;
  /** Loads widgets now. Resolves when they are defined; what fails is tried again, however long that takes. */
  load(...names: WidgetName[]): Promise<unknown>;
  /** Looks for tags in a shadow root too, now and from then on; needed only for one that is attached to an element which was in the page before. */
  watch(root: Document | ShadowRoot): void;
}

/** What a page can ask for without a bundler. */
export interface Portico extends Autoloader {
  /**
   * Sets properties on every portal of the page, those included that appear later.
   *
   * @param selector - Only on portals that match it.
   */
  portal(properties: PortalProperties, selector?: string): void;
  /** Replaces words of an area (`lead-inbox`, `ui`, …) in a language, or adds a language to it. */
  strings(area: string, locale: string, words: OwnWords): void;
}

type Name = Exclude<keyof Portico, 'push'>;

/** A call: a function that is given all there is to call, or the name of one with its arguments. */
export type PorticoCall = ((portico: Portico) => unknown) | {[K in Name]: readonly [K, ...Parameters<Portico[K]>]}[Name];

declare global {
  interface Window {
    /** Calls for Portico. An array keeps them until the script has come, and is replaced by what runs them. */
    portico?: Pick<Autoloader, 'push'> | PorticoCall[];
  }
}
