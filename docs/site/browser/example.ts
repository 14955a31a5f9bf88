import {announce} from './copying.ts';
import {Editor} from './editor.ts';
import {languages, scenarios, type Draw, type Dress, type FromFrame} from './example-messages.ts';
import {isDark} from './theme.ts';

/**
 * A live example: code that can be edited, beside a sandboxed frame that shows what it makes. Without scripts it is a code block.
 *
 * The frame has no origin of its own, so that what a reader writes there reaches nothing. Where such a frame cannot load (without a network, or from a host that does not let
 * others read its files), it shares the origin of the site, and scripts of the example do not run.
 */
export class DocsExample extends HTMLElement {
  #editor: Editor | undefined;
  #isReady = false;
  #isShared = false;
  /** Whether a script of the example has run in the frame as it is. */
  #hasRun = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #check: ReturnType<typeof setTimeout> | undefined;
  readonly #log = document.createElement('ol');

  connectedCallback(): void {
    const [frame, block] = [this.querySelector('iframe'), this.querySelector<HTMLElement>('figure.code')];
    if (!frame || !block || this.#editor) return;
    this.#editor = new Editor(block, `Code of “${frame.title}”`, () => this.#drawSoon());
    this.#addTools();
    this.#addLog();
    addEventListener('message', event => event.source === frame.contentWindow && this.#hear(event.data as FromFrame));
    addEventListener('docs-theme', () => this.#dress());
    frame.addEventListener('load', () => this.#checkSoon());
    // Examples are programs: each starts when the reader comes near.
    const near = new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return;
        near.disconnect();
        this.#load();
      },
      {rootMargin: '400px'},
    );
    near.observe(this);
  }

  get #frame(): HTMLIFrameElement | null {
    return this.querySelector('iframe');
  }

  #load(): void {
    // A frame without an origin is not served by the service worker: without a network there is no use in trying.
    if (!navigator.onLine) this.#share();
    // The one before is asked no more.
    clearTimeout(this.#check);
    this.#isReady = false;
    this.dataset['state'] = 'loading';
    if (this.#frame) this.#frame.src = document.body.dataset['example'] ?? '';
  }

  /** A frame that was loaded and says nothing could not load its scripts. */
  #checkSoon(): void {
    clearTimeout(this.#check);
    this.#check = setTimeout(() => {
      if (this.#isReady || this.dataset['state'] !== 'loading') return;
      if (this.#isShared) this.dataset['state'] = 'failed';
      else {
        this.#share();
        this.#load();
      }
    }, 3000);
  }

  #share(): void {
    this.#isShared = true;
    this.#frame?.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  }

  #hear(message: FromFrame): void {
    if (message.kind === 'ready') {
      this.#isReady = true;
      this.#draw();
    } else if (message.kind === 'drawn') this.dataset['state'] = 'drawn';
    else if (message.kind === 'problem') this.#note('Problem', message.text, 'problem');
    else this.#note(message.name, message.detail, 'event');
  }

  #drawSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#log.replaceChildren();
      // What scripts have left behind goes with the page that they ran in.
      if (this.#hasRun || this.#hasScript()) this.#load();
      else this.#draw();
    }, 400);
  }

  #hasScript(): boolean {
    return /<script\b/i.test(this.#editor?.text ?? '');
  }

  #draw(): void {
    if (!this.#isReady) return;
    this.#hasRun = this.#hasScript();
    this.#send({kind: 'draw', html: this.#editor?.text ?? '', as: this.dataset['as'] === 'vendor' ? 'vendor' : 'partner', scenario: this.#valueOf('scenario') as Draw['scenario'], ...this.#look, scripts: !this.#isShared});
  }

  #dress(): void {
    if (this.#isReady) this.#send({kind: 'dress', ...this.#look});
  }

  get #look(): Omit<Dress, 'kind'> {
    const [theme, locale, direction] = ['theme', 'locale', 'direction'].map(name => this.#valueOf(name));
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : isDark() ? 'dark' : 'light',
      locale: locale ?? 'en',
      direction: direction === 'ltr' || direction === 'rtl' ? direction : locale === 'ar' ? 'rtl' : 'ltr',
    };
  }

  #send(message: Draw | Dress): void {
    // A sandboxed frame has no origin that could be named.
    this.#frame?.contentWindow?.postMessage(message, '*');
  }

  #valueOf(name: string): string | undefined {
    return this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value;
  }

  #addTools(): void {
    const tools = document.createElement('div');
    tools.className = 'tools';
    tools.setAttribute('role', 'group');
    tools.setAttribute('aria-label', 'How the example is shown');
    const dress = () => this.#dress();
    tools.append(
      choice('theme', 'Colours', {page: 'As the page', light: 'Light', dark: 'Dark'}, 'page', dress),
      choice('locale', 'Language', languages, 'en', dress),
      choice('direction', 'Direction', {auto: 'By language', ltr: 'Left to right', rtl: 'Right to left'}, 'auto', dress),
      choice('scenario', 'Data', scenarios, this.dataset['scenario'] ?? 'default', () => this.#drawSoon()),
    );
    const reset = document.createElement('button');
    reset.type = 'button';
    reset.textContent = 'Reset';
    reset.addEventListener('click', () => {
      this.#editor?.reset();
      for (const select of tools.querySelectorAll('select')) select.value = select.dataset['first'] ?? '';
      this.#log.replaceChildren();
      this.#load();
      announce('The example is as it was.');
    });
    tools.append(reset);
    this.querySelector('.stage')?.before(tools);
  }

  #addLog(): void {
    this.#log.className = 'log';
    this.#log.setAttribute('aria-label', 'Events of the example');
    this.append(this.#log);
  }

  #note(name: string, text: string, kind: 'event' | 'problem'): void {
    const [line, code] = [document.createElement('li'), document.createElement('code')];
    line.dataset['kind'] = kind;
    code.textContent = name;
    line.append(code, ' ', text);
    this.#log.prepend(line);
    while (this.#log.children.length > 3) this.#log.lastElementChild?.remove();
  }
}

function choice(name: string, label: string, options: Readonly<Record<string, string>>, value: string, changed: () => void): HTMLElement {
  const [made, select, words] = [document.createElement('label'), document.createElement('select'), document.createElement('span')];
  words.textContent = label;
  select.name = name;
  select.dataset['first'] = value;
  for (const [key, text] of Object.entries(options)) select.append(new Option(text, key, key === value, key === value));
  select.addEventListener('change', changed);
  made.append(words, select);
  return made;
}
