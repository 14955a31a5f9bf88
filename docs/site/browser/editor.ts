/** Makes a code block one that can be edited: a text field over its own text in colours. */
export class Editor {
  readonly #field = document.createElement('textarea');
  readonly #colours: HTMLElement;
  readonly #first: string;

  /**
   * @param block - The figure with the code.
   * @param label - Of the field, for those who hear it.
   * @param changed - Called at every change.
   */
  constructor(block: HTMLElement, label: string, changed: () => void) {
    const pre = block.querySelector('pre') ?? document.createElement('pre');
    this.#colours = pre.querySelector('code') ?? pre;
    this.#first = (this.#colours.textContent ?? '').replace(/\n$/, '');
    const box = document.createElement('div');
    box.className = 'editor';
    pre.replaceWith(box);
    pre.removeAttribute('tabindex');
    pre.setAttribute('aria-hidden', 'true');
    Object.assign(this.#field, {value: this.#first, spellcheck: false, autocapitalize: 'off', rows: 1, wrap: 'off'});
    this.#field.setAttribute('aria-label', label);
    box.append(pre, this.#field);
    this.#field.addEventListener('input', () => {
      this.#colour();
      changed();
    });
    // Tab goes on to the next control, as everywhere; two blanks are what it would have written.
    this.#field.addEventListener('scroll', () => pre.scrollTo(this.#field.scrollLeft, this.#field.scrollTop));
    this.#colour();
  }

  get text(): string {
    return this.#field.value;
  }

  /** Back to the code of the page. */
  reset(): void {
    this.#field.value = this.#first;
    this.#colour();
  }

  #colour(): void {
    this.#field.rows = this.text.split('\n').length;
    this.#colours.replaceChildren(...coloured(this.text), '\n');
  }
}

/** Comments, tags, names of attributes, and their values; what is between tags stays plain. */
const words = /(<!--[\s\S]*?(?:-->|$))|(<\/?)([a-z][\w-]*)|(\/?>)|("[^"]*"|'[^']*')|([\w@:.-]+)(?==)/gi;

function coloured(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let [end, inTag] = [0, false];
  for (const match of text.matchAll(words)) {
    const [all, comment, open, tag, close, value, attribute] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + all.length;
    if (comment !== undefined) parts.push(span('comment', comment));
    else if (open !== undefined && tag !== undefined) {
      inTag = true;
      parts.push(span('punctuation', open), span('string-expression', tag));
    } else if (close !== undefined) {
      parts.push(inTag ? span('punctuation', close) : close);
      inTag = false;
    } else if (value !== undefined) parts.push(span('string', value));
    else if (attribute !== undefined) parts.push(inTag ? span('function', attribute) : attribute);
  }
  return [...parts, text.slice(end)];
}

function span(kind: string, text: string): HTMLElement {
  const made = document.createElement('span');
  made.className = `t-${kind}`;
  made.textContent = text;
  return made;
}
