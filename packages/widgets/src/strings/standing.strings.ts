import {en} from './en/standing.ts';
import type {en as states} from './en/standing-states.ts';
import {standingStates} from './standing-states.strings.ts';
import {addSource, type StringsOf} from './strings.ts';

/** The shape that every translation of the words about points and levels has. */
export type StandingStrings = StringsOf<typeof states & typeof en>;

/** Words that the widgets about points and levels share: states, problems, `event_…`. */
export const standingStrings = addSource(standingStates, en);
