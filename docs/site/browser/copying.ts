/** Gives every code block a button that copies it. */
export function offerCopying(): void {
  for (const block of document.querySelectorAll<HTMLElement>('figure.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    const name = block.querySelector('figcaption')?.textContent ?? '';
    button.setAttribute('aria-label', `Copy ${name}`.trim());
    button.addEventListener('click', () => {
      const code = block.querySelector('textarea')?.value ?? block.querySelector('code')?.textContent ?? '';
      void navigator.clipboard.writeText(code.trimEnd()).then(
        () => say(button, 'Copied'),
        () => say(button, 'Select and copy'),
      );
    });
    block.append(button);
  }
}

/** Says what happened on the button itself, for a moment and to those who listen. */
function say(button: HTMLButtonElement, words: string): void {
  button.textContent = words;
  announce(words);
  setTimeout(() => (button.textContent = 'Copy'), 1500);
}

let region: HTMLElement | undefined;

/** Says a line to screen readers. */
export function announce(words: string): void {
  if (!region) {
    region = document.createElement('div');
    region.className = 'hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = words;
}
