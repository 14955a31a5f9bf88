import type {UnsentActivity} from './unsent-activity.ts';

/** Activities that the server has not confirmed, by what they are about, oldest first. */
export class UnsentActivities {
  readonly #lists = new Map<string, readonly UnsentActivity[]>();

  of(id: string): readonly UnsentActivity[] {
    return this.#lists.get(id) ?? [];
  }

  /** Keeps an activity, in place of what was known of it. */
  put(id: string, activity: UnsentActivity) {
    this.drop(id, activity);
    this.#lists.set(id, [...this.of(id), activity]);
  }

  drop(id: string, {key}: Pick<UnsentActivity, 'key'>) {
    this.#lists.set(id, this.of(id).filter(each => each.key !== key));
  }
}
