import {safeUrl} from '../../base/safe-url.ts';
import {explain, type StandingText} from '../../base/standing-text.ts';
import type {PortalWidget} from '../../base/portal-widget.ts';

/** Gives the browser a file whose address is asked for first. */
export async function loadFile({portal}: PortalWidget, text: StandingText, address: () => Promise<string | null>): Promise<void> {
  try {
    const url = await address();
    const href = url === null ? undefined : safeUrl(new URL(url, portal?.apiUrl).href);
    if (!href) throw new TypeError('The file has no address.');
    const link = document.createElement('a');
    link.href = href;
    link.download = '';
    link.rel = 'noopener';
    link.click();
  } catch (error) {
    portal?.notify({tone: 'danger', text: explain(text, error)});
  }
}
