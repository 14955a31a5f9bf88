import {hydrateRoot} from 'react-dom/client';
import {BrowserPart} from './browser-part.tsx';
import {Page} from './page.tsx';

hydrateRoot(document.querySelector('#app')!, <Page Part={BrowserPart} />);
