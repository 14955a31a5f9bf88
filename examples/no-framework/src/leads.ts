import '@portico/widgets/define/lead-inbox';
import '@portico/widgets/define/portal';
import type {} from '@portico/widgets';
import {fetchSession} from '../../host-page/host.ts';

export function showLeads(root: Element, locale: string, onOpened: (id: string) => void) {
  const portal = document.createElement('portico-portal');
  Object.assign(portal, {apiUrl: '/', fetchSession, brand: {color: '#0f766e'}, locale});
  const inbox = document.createElement('portico-lead-inbox');
  inbox.addEventListener('portico-lead-offer-select', ({detail: {offer}}) => offer && onOpened(offer.id));
  portal.append(inbox);
  root.replaceChildren(portal);
  return portal;
}
