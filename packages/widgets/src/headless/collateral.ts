import type {EmbeddedCollateral} from '@portico/contract';
import {CollateralController, type CollateralOptions, type Enquiry} from '../collateral/collateral.controller.ts';
import {keepState, type StateStore} from './state-store.ts';

export {CollateralController, type Enquiry};

/** What material on a public page shows. */
export interface CollateralState {
  /** `ended`: the partner took the embed back, or there never was one. */
  readonly status: 'pending' | 'ready' | 'ended' | 'failed';
  /** Why it could not be read, or may be old: an `ApiError`. */
  readonly error: Error | undefined;
  /** Whose page it is on. */
  readonly partner: EmbeddedCollateral['partner'] | undefined;
  readonly items: EmbeddedCollateral['items'];
  /** Whether visitors can ask, and what they should read first. */
  readonly enquiries: boolean;
  readonly privacyUrl: string | null;
}

/** Material on a partner's public page without a view. Needs no session and no portal. */
export function createCollateral(options: Omit<CollateralOptions, 'changed'>): StateStore<CollateralState> & {readonly controller: CollateralController} {
  const controller = new CollateralController({...options, changed: () => changed()});
  const {store, changed} = keepState<CollateralState>({
    read: () => ({
      status: controller.status,
      error: controller.error,
      partner: controller.shown?.partner,
      items: controller.shown?.items ?? [],
      enquiries: controller.shown?.enquiries ?? false,
      privacyUrl: controller.shown?.privacyUrl ?? null,
    }),
    connect: () => controller.start(),
    disconnect: () => controller.stop(),
  });
  return {...store, controller};
}
