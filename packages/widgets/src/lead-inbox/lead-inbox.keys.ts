import {type ListCommand, toListCommand} from '../base/list-keys.ts';

/** What a key asks of the inbox. */
export type InboxCommand = ListCommand | 'accept' | 'decline' | 'search' | 'help';

const letterKeys: Readonly<Record<string, InboxCommand>> = {j: 'down', k: 'up', x: 'select', a: 'accept', d: 'decline', '/': 'search', '?': 'help'};

/**
 * Reads a key press.
 *
 * @param letters - Whether single letters are in force.
 */
export function toCommand(event: KeyboardEvent, letters: boolean): InboxCommand | undefined {
  return toListCommand(event, letters ? letterKeys : {});
}
