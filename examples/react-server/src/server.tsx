import {renderToReadableStream} from 'react-dom/server';
import {BrowserPart} from './browser-part.tsx';
import {Page} from './page.tsx';
import {PortalPart} from './portal-part.tsx';

/** A page as text, to be put into `#app`. @param path - Of the page's file. */
export async function render(path: string): Promise<string> {
  return new Response(await renderToReadableStream(<Page Part={path.endsWith('loaded.html') ? BrowserPart : PortalPart} />)).text();
}
