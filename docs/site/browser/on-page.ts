/** Marks in the list beside the page which section is being read, and lets tables that are too wide be scrolled by keyboard. */
export function followReading(): void {
  for (const table of document.querySelectorAll<HTMLElement>('.table')) {
    if (table.scrollWidth <= table.clientWidth) continue;
    table.tabIndex = 0;
    table.setAttribute('role', 'region');
    table.setAttribute('aria-label', 'Table');
  }
  const links = new Map([...document.querySelectorAll<HTMLAnchorElement>('.on-page a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  if (links.size === 0) return;
  const headings = [...links.keys()].flatMap(id => document.getElementById(id) ?? []);
  const mark = () => {
    const read = headings.findLast(heading => heading.getBoundingClientRect().top < 120) ?? headings[0];
    for (const [id, link] of links) link.toggleAttribute('data-read', id === read?.id);
  };
  new IntersectionObserver(mark, {rootMargin: '-80px 0px -60% 0px'}).observe(document.querySelector('article') ?? document.body);
  addEventListener('scroll', () => requestAnimationFrame(mark), {passive: true});
  mark();
}
