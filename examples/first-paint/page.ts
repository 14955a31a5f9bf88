import type {firstPaint, WidgetName} from '@portico/widgets/server';

/** What one answer is made for. */
export interface PageOptions {
  /** `firstPaint` of `@portico/widgets/server`. */
  readonly draw: typeof firstPaint;
  /** BCP 47 language of the visitor. */
  readonly locale: string;
  readonly theme: 'light' | 'dark' | 'auto';
  /** New for every answer. */
  readonly nonce: string;
  /** Address of `portico.js`. */
  readonly script: string;
  readonly apiUrl: string;
  readonly widgets?: readonly Exclude<WidgetName, 'portal' | 'collateral'>[];
}

/** The colour of this page's company. */
const brand = '#0b6e4f';

/** A partner's own start page, with the widgets' first views in it as they will stand there. */
export async function drawPage({draw, locale, theme, nonce, script, apiUrl, widgets = ['lead-inbox', 'tier-progress']}: PageOptions): Promise<string> {
  const first = await draw({widgets, locale, theme, brand, nonce});
  const drawn = widgets.map(name => `<section class="card">${first.widget(name, {}, `<p>This part needs JavaScript. <a href="mailto:partners@halden.example">Write to us</a> meanwhile.</p>`)}</section>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Lumitek · Start</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/page.css">
    <script type="module" src="/embed.js"></script>
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <header class="top"><strong>Lumitek</strong><span>Intranet</span></header>
    <main>
      ${first.portal({'api-url': apiUrl}, drawn.join('\n'))}
      <p class="below">What stands below stays where it is.</p>
    </main>
  </body>
</html>
`;
}

/** Its policy: no style of the page's own may be written into the markup, and no script at all. */
export function policyOf(nonce: string, origins: string): string {
  return `default-src 'none'; script-src 'self' ${origins}; style-src 'self' 'nonce-${nonce}'; connect-src 'self' ${origins}; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types portico-lit`;
}
