import {emulateMedia} from '@web/test-runner-commands';

/** Lets the tests of a file see what moves: the others run as for somebody who wants no motion, where nothing is looked at half faded in. */
export function withMotion(): void {
  before(() => emulateMedia({reducedMotion: 'no-preference'}));
  after(() => emulateMedia({}));
}
