// Runs before the page is drawn, so that a reader who chose dark never sees white.
const chosen = ((): string | null => {
  try {
    return localStorage.getItem('portico-docs-theme');
  } catch {
    return null;
  }
})();
document.documentElement.dataset['scripts'] = '';
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset['theme'] = chosen;
