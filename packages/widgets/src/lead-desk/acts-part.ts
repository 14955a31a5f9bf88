/** What is done at the desk: a chunk of its own, that comes when the list stands or somebody needs it first. */
import type {WidgetHost} from '../base/widget-host.ts';
import {addDeskStrings} from '../strings/lead-desk-later.strings.ts';
import {LeadDeskActs} from './lead-desk.acts.ts';

export {DeskKeyboard} from './lead-desk.keyboard.ts';

/** Adds the words of acts to those of the desk, and gives what carries them out. */
export function deskActs(host: WidgetHost, places: ConstructorParameters<typeof LeadDeskActs>[1]): LeadDeskActs {
  addDeskStrings();
  return new LeadDeskActs(host, places);
}
