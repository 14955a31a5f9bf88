import {ApiError, toJson} from '@portico/client';
import type {ClaimCheck} from '@portico/contract';
import type {PortalController} from '../portal/portal.controller.ts';
import {textOf, typedLines, type Values} from './deal-values.model.ts';

/** Without a key for this long, somebody is asked. */
const restMs = 300;

/** What is known of a customer while it is typed: `checking` and `unknown` (no answer to be had) are no answers. */
export type ClaimState = 'none' | 'checking' | 'answered' | 'unknown';

type Claim = Parameters<PortalController['client']['claimChecks']['create']>[0];

/** Asks whether the customer is free, while somebody types. Never in the way: a check that fails says so quietly and holds up nothing. */
export class ClaimWatch {
  state: ClaimState = 'none';
  /** The last answer; stays while a newer one is on its way. */
  check: ClaimCheck | undefined;
  readonly #portal: PortalController;
  readonly #changed: () => void;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  constructor(portal: PortalController, changed: () => void) {
    this.#portal = portal;
    this.#changed = changed;
  }

  /** Hears of what is typed; asks when something by which customers are recognised has changed. */
  watch(values: Values, ownId: string | undefined): void {
    const claim = toClaim(values);
    const key = claim ? toJson(claim) : '';
    if (key === this.#asked) return;
    this.#asked = key;
    this.#stop();
    if (!claim) return this.#enter('none', undefined);
    this.#timer = setTimeout(() => void this.#ask({...claim, ...(ownId && {dealRegistrationId: ownId})}), restMs);
  }

  close(): void {
    this.#stop();
    this.#asked = '';
  }

  async #ask(claim: Claim): Promise<void> {
    const running = (this.#running = new AbortController());
    this.#enter('checking', this.check);
    try {
      const check = await this.#portal.client.claimChecks.create(claim, {signal: running.signal});
      if (!running.signal.aborted) this.#enter('answered', check);
    } catch (error) {
      if (running.signal.aborted) return;
      // Not enough yet to recognise anybody by: that is no failure.
      const isEarly = error instanceof ApiError && error.problem.status === 422;
      this.#enter(isEarly ? 'none' : 'unknown', undefined);
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = undefined;
  }

  #enter(state: ClaimState, check: ClaimCheck | undefined): void {
    this.state = state;
    this.check = check;
    this.#changed();
  }
}

/** What identifies the customer so far; `undefined` while that is not enough to ask. */
function toClaim(values: Values): Claim | undefined {
  const find = (path: string) => textOf(values, path).trim();
  const website = find('customer.website');
  const [name, country, taxId, email] = [find('customer.name'), find('customer.country'), find('customer.taxId'), find('contact.email')];
  const claim: Claim = {
    ...(/^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+/i.test(website) && {website}),
    ...(name.length > 1 && country && {name, country}),
    ...(taxId.length > 4 && {taxId}),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email) && {email}),
  };
  if (Object.keys(claim).length === 0) return undefined;
  const products = [...new Set(typedLines(values).flatMap(({product}) => (product ? [product] : [])))];
  return products.length > 0 ? {...claim, products} : claim;
}
