import type {ElementClass} from '../base/define-element.ts';
import {UiBadge} from '../ui/badge/badge.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiField} from '../ui/field/field.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {UiWindowedList} from '../ui/windowed-list/windowed-list.ts';

/** The elements that the list is made of; what is open and the dialogs come later. */
export const collateralDeskParts: Readonly<Record<string, ElementClass>> = {
  'portico-ui-badge': UiBadge,
  'portico-ui-empty-state': UiEmptyState,
  'portico-ui-field': UiField,
  'portico-ui-menu': UiMenu,
  'portico-ui-skeleton': UiSkeleton,
  'portico-ui-tabs': UiTabs,
  'portico-ui-windowed-list': UiWindowedList,
};
