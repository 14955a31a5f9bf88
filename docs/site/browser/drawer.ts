/** Where there is no room beside the page, the navigation is a drawer that a button opens. */
export function openDrawer(): void {
  const button = document.querySelector<HTMLButtonElement>('.menu');
  const navigation = document.querySelector<HTMLElement>('#navigation');
  const here = navigation?.querySelector<HTMLElement>('[aria-current="page"]');
  // The list is long: its own place comes into sight, and the page stays where it is.
  if (navigation && here) navigation.scrollTop = Math.max(0, here.offsetTop - navigation.clientHeight / 2);
  if (!button || !navigation) {
    button?.setAttribute('hidden', '');
    return;
  }
  const set = (open: boolean) => {
    button.setAttribute('aria-expanded', String(open));
    navigation.toggleAttribute('data-open', open);
    // What is behind the drawer cannot be reached while it is open.
    for (const behind of document.querySelectorAll<HTMLElement>('main, .foot')) behind.inert = open;
  };
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    set(open);
    if (open) (here ?? navigation.querySelector<HTMLElement>('a'))?.focus();
  });
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !navigation.hasAttribute('data-open')) return;
    set(false);
    button.focus();
  });
  document.addEventListener('click', event => {
    if (navigation.hasAttribute('data-open') && event.target instanceof Element && !event.target.closest('#navigation, .menu')) set(false);
  });
}
