import {createContext} from '@lit/context';
import type {PortalController} from './portal.controller.ts';

/**
 * The portal around an element. The key is global and versioned, so that two copies of this library on one page find each other as long as what is
 * behind the key stays compatible.
 */
export const portalContext = createContext<PortalController | undefined>(Symbol.for('portico.portal.v1'));
