import '../styles/base.css';
import '../styles/layout.css';
import '../styles/prose.css';
import '../styles/code.css';
import '../styles/search.css';
import '../styles/example.css';
import '../styles/home.css';
import '../styles/print.css';
import {offerCopying} from './copying.ts';
import {DocsExample} from './example.ts';
import {followReading} from './on-page.ts';
import {offerSearch} from './search.ts';
import {offerThemes} from './theme.ts';
import {openDrawer} from './drawer.ts';
import {scriptUrl} from './trusted.ts';

offerThemes();
openDrawer();
offerSearch();
offerCopying();
followReading();
customElements.define('docs-example', DocsExample);

// What is kept for readers without a network comes when the page is done, and not where the reader saves data.
const {saveData = false} = (navigator as {connection?: {saveData?: boolean}}).connection ?? {};
if ('serviceWorker' in navigator && !saveData) {
  const keep = () => void navigator.serviceWorker.register(scriptUrl(new URL(`${document.body.dataset['root'] ?? './'}service-worker.js`, location.href))).catch(() => {});
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep, {once: true});
}
