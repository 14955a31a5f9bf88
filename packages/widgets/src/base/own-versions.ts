/** The versions that one's own acts have led to: an act on a version that is shown goes on from there, and what others changed is met as ever. */
export class OwnVersions {
  readonly #steps = new Map<string, number>();

  /** Notes that an act has led from one version to another. */
  note(id: string, from: number, to: number) {
    if (to > from) this.#steps.set(`${id} ${from}`, to);
  }

  /** The version that one's own acts have made of another. */
  latest(id: string, version: number): number {
    for (let next = this.#steps.get(`${id} ${version}`); next !== undefined; next = this.#steps.get(`${id} ${version}`)) version = next;
    return version;
  }
}
