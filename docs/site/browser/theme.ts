const key = 'portico-docs-theme';

/** Lets the reader choose light or dark, and remembers it. */
export function offerThemes(): void {
  const select = document.querySelector<HTMLSelectElement>('.theme select');
  if (!select) return;
  const {dataset} = document.documentElement;
  select.value = dataset['theme'] ?? 'auto';
  select.addEventListener('change', () => {
    if (select.value === 'auto') delete dataset['theme'];
    else dataset['theme'] = select.value;
    try {
      if (select.value === 'auto') localStorage.removeItem(key);
      else localStorage.setItem(key, select.value);
    } catch {
      // Where nothing may be stored, the choice lasts as long as the page.
    }
    dispatchEvent(new Event('docs-theme'));
  });
}

/** Whether the page is dark now, by choice or by the reader's system. */
export function isDark(): boolean {
  const {theme} = document.documentElement.dataset;
  return theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}
