/** What moves the values of a what-if, with the engine of levels: a chunk of its own, loaded when the first view stands. */
import type {Part} from '../base/later-part.ts';
import type {LaterViews} from './tier-progress.view.ts';
import {evaluate} from './what-if.model.ts';
import {whatIfStyles} from './what-if.styles.ts';
import {whatIfView} from './what-if.view.ts';

/** Gives the views. */
export function laterPart(): Part<LaterViews> {
  return {views: {whatIf: whatIfView, evaluate}, styles: [whatIfStyles]};
}
