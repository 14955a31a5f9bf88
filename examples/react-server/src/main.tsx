import {hydrateRoot} from 'react-dom/client';
import {Page} from './page.tsx';
import {PortalPart} from './portal-part.tsx';

hydrateRoot(document.querySelector('#app')!, <Page Part={PortalPart} />);
