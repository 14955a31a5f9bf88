export {createPortal, HeadlessPortal, type HeadlessPortalOptions} from './create-portal.ts';
export {follow, type Headless} from './follow.ts';
export type {StateStore} from './state-store.ts';
export type {WidgetState} from './widget-state.ts';
export {HeadlessHost} from './headless-host.ts';
export type {WidgetHost} from '../base/widget-host.ts';
export {ApiError} from '@portico/client';
