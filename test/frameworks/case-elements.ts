/** Elements of no library, to ask a framework what it does with any custom element; and the checks, for the page that imports this. */
import {runCases} from './cases.ts';

/** What can be given to `<case-values>`. */
const valueNames = ['flag', 'count', 'words', 'record', 'entries', 'camelCase'] as const;

/** Has nothing inside, and counts how often it came into a page. */
class CasePlain extends HTMLElement {
  /** How often it was connected. */
  connections = 0;

  connectedCallback() {
    this.connections += 1;
  }
}

/** Has content of its own around what a page puts into it. */
class CaseFrame extends HTMLElement {
  constructor() {
    super();
    const [title, slot] = [document.createElement('h1'), document.createElement('slot')];
    title.textContent = 'Its own';
    this.attachShadow({mode: 'open'}).append(title, slot);
  }
}

/** Keeps what it is given: as setters on the prototype, for some frameworks look there. */
class CaseValues extends HTMLElement {
  declare flag: boolean;
  declare count: number;
  declare words: string;
  declare record: object;
  declare entries: readonly unknown[];
  declare camelCase: object;
  readonly #given = new Map<string, unknown>();

  static {
    for (const name of valueNames)
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: CaseValues) {
          return this.#given.get(name);
        },
        set(this: CaseValues, value: unknown) {
          this.#given.set(name, value);
        },
      });
  }
}

/** Sends whatever event it is told to. */
class CaseEvents extends HTMLElement {
  /** @returns Whether nobody canceled it. */
  send(type: string): boolean {
    return this.dispatchEvent(new CustomEvent(type, {bubbles: true, cancelable: true, detail: {type}}));
  }
}

const elements = {'case-plain': CasePlain, 'case-frame': CaseFrame, 'case-values': CaseValues, 'case-events': CaseEvents};
for (const [tag, element] of Object.entries(elements)) customElements.define(tag, element);

Object.assign(globalThis, {
  runCases,
  // Portico's own elements are defined when the checks ask for them: one case is about a page that was there before.
  definePortico: () => Promise.all([import('@portico/widgets/define/portal'), import('@portico/widgets/define/lead-inbox')]),
});

declare global {
  interface HTMLElementTagNameMap {
    'case-plain': CasePlain;
    'case-frame': CaseFrame;
    'case-values': CaseValues;
    'case-events': CaseEvents;
  }
}
