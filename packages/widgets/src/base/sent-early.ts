import type {Outbox} from '@portico/client';

type Listener = Parameters<Outbox['subscribe']>[0];

/** What the outbox has had taken by the server. */
export type Sent = NonNullable<Parameters<Listener>[0]>;

/** Keeps what an outbox sends until the code has come that tells the page of it. */
export class SentEarly {
  #sent: Sent[] = [];
  #stop: (() => void) | undefined;

  /** Listens, the first time that it is called. */
  listenTo(outbox: Outbox) {
    this.#stop ??= outbox.subscribe(sent => {
      if (sent) this.#sent.push(sent);
    });
  }

  /** Stops listening, and hands over what was sent meanwhile, oldest first. */
  end(): readonly Sent[] {
    this.#stop?.();
    this.#stop = undefined;
    return this.#sent.splice(0);
  }
}
