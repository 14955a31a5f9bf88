/** Sends what is asked for about one thing one after the other, so that each finds the version the one before left. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Sends after what is under way for the same thing, whether or not that succeeds.
   *
   * @param id - The thing's.
   */
  take<Answer>(id: string, send: () => Promise<Answer>): Promise<Answer> {
    const turn = (this.#last.get(id) ?? Promise.resolve()).then(send);
    const settled = turn.catch(() => undefined).then(() => {
      if (this.#last.get(id) === settled) this.#last.delete(id);
    });
    this.#last.set(id, settled);
    return turn;
  }
}
