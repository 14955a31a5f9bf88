import {renameSync, rmSync} from 'node:fs';

/** As often as others may put theirs there in between. */
const mostTries = 100;

/**
 * Puts a finished folder in the place of another, if there is one. Who reads meanwhile finds all of the one or all of the other, or for an instant neither,
 * and never a part; of several processes that do this at once, the last one wins.
 *
 * @param finished - On the same disk as the place. It is gone afterwards.
 */
export function replaceFolder(finished: string, place: string): void {
  const before = `${finished}-before`;
  for (let tries = 1; !tryTo(() => renameSync(finished, place), tries < mostTries ? takenCodes : []); tries++) {
    rmSync(before, {recursive: true, force: true});
    // Another process may have moved it away already.
    tryTo(() => renameSync(place, before), ['ENOENT']);
  }
  rmSync(before, {recursive: true, force: true});
}

/** What systems call it when there is a folder already; `EPERM` is what Windows says. */
const takenCodes = ['ENOTEMPTY', 'EEXIST', 'EPERM'];

/** @returns Whether it was done; false when it failed for one of the reasons. */
function tryTo(work: () => void, reasons: readonly string[]): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (reasons.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
