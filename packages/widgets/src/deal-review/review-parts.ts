import type {ElementClass} from '../base/define-element.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiField} from '../ui/field/field.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';

/** The elements that stand around the queue; its rows, the open registration and the dialogs come later. */
export const reviewParts: Readonly<Record<string, ElementClass>> = {
  'portico-ui-empty-state': UiEmptyState,
  'portico-ui-field': UiField,
  'portico-ui-menu': UiMenu,
  'portico-ui-skeleton': UiSkeleton,
  'portico-ui-tabs': UiTabs,
};
