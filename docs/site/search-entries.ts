/** One section of a page as the search knows it. */
export interface SearchEntry {
  /** From the top of the site: `guides/protect-deals/#when-two-partners-claim`. */
  readonly url: string;
  /** Of the page. */
  readonly page: string;
  /** Of the section; that of the page for what comes before the first. */
  readonly heading: string;
  readonly group: string;
  readonly text: string;
}

/** Cuts a drawn page into its sections. @param html - What is inside of the article. */
export function searchEntries(html: string, {url, title, group}: {readonly url: string; readonly title: string; readonly group: string}): SearchEntry[] {
  const parts = html.split(/(?=<h[23] id=")/);
  return parts.flatMap((part, index) => {
    const [, id, heading = ''] = /^<h[23] id="([^"]+)"[^>]*>([\s\S]*?)<\/h[23]>/.exec(part) ?? [];
    if (index > 0 && id === undefined) return [];
    const body = part.replace(/^<h[123][^>]*>[\s\S]*?<\/h[123]>/, '').replace(/<figure class="code"[\s\S]*?<\/figure>/g, ' ').replace(/<details class="refusals"[\s\S]*?<\/details>/g, ' ');
    return [{url: id === undefined ? url : `${url}#${id}`, page: title, heading: id === undefined ? title : textOf(heading), group, text: textOf(body)}];
  });
}

/** Headings of the second and third rank, for the list beside the page. */
export function headingsOf(html: string): {readonly id: string; readonly text: string; readonly rank: number}[] {
  return [...html.matchAll(/<h([23]) id="([^"]+)"[^>]*>([\s\S]*?)<\/h\1>/g)].map(([, rank, id = '', inner = '']) => ({id, text: textOf(inner), rank: Number(rank)}));
}

/** The words of markup. */
export function textOf(html: string): string {
  return html
    .replace(/<a class="anchor"[\s\S]*?<\/a>/g, '')
    .replace(/<\/(?:p|li|td|th|h\d|div|summary|tr)>|<br>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
