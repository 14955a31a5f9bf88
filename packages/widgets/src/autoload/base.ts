/** What the autoloader needs once there is a widget or a call; in the file that every widget needs. The script itself stays as small as it can be. */
import {defineElement, type ElementClass} from '../base/define-element.ts';

export {answer} from './answer.ts';
export {fillMarked} from './marked.ts';

/** Registers the one element that a module exports. */
export function define(tag: string, module: Readonly<Record<string, unknown>>): void {
  defineElement(tag, Object.values(module).find(isElementClass) as ElementClass);
}

const isElementClass = (value: unknown) => typeof value === 'function' && value.prototype instanceof HTMLElement;
