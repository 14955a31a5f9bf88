export {defineElement, type ElementClass} from './base/define-element.ts';
export {type PorticoErrorDetail, PorticoErrorEvent} from './base/error.event.ts';
export {safeUrl} from './base/safe-url.ts';
export {
  type Amount,
  defineStrings,
  type Instant,
  Localize,
  plural,
  refreshLanguage,
  registerStrings,
  type StringsOf,
  type StringTable,
} from './strings/localize.ts';
export {type UiStrings, uiStrings} from './strings/ui.strings.ts';
export {brandTheme, type Theme} from './theme/brand.ts';
export {buttonStyles, hostStyles, sharedStyles} from './theme/shared.styles.ts';
export {space, tint, token, type TokenName, tokens} from './theme/tokens.ts';
export {type Tone, UiBadge} from './ui/badge/badge.ts';
export {type ButtonVariant, UiButton} from './ui/button/button.ts';
export {UiCheckbox} from './ui/checkbox/checkbox.ts';
export {type DeadlineState, toDeadlineState, type Urgency} from './ui/deadline-meter/deadline-meter.model.ts';
export {UiDeadlineMeter} from './ui/deadline-meter/deadline-meter.ts';
export {DialogCloseEvent, type DialogCloseReason} from './ui/dialog/dialog.events.ts';
export {UiDialog} from './ui/dialog/dialog.ts';
export {UiEmptyState} from './ui/empty-state/empty-state.ts';
export type {FieldKind, FieldOption} from './ui/field/field.model.ts';
export {UiField} from './ui/field/field.ts';
export {MenuSelectEvent} from './ui/menu/menu.events.ts';
export {type MenuItem, UiMenu} from './ui/menu/menu.ts';
export {type SkeletonKind, UiSkeleton} from './ui/skeleton/skeleton.ts';
export {TabChangeEvent} from './ui/tabs/tabs.events.ts';
export {type Tab, UiTabs} from './ui/tabs/tabs.ts';
export {type ToastMessage, UiToast} from './ui/toast/toast.ts';
export {NearEndEvent} from './ui/windowed-list/windowed-list.events.ts';
export {windowedListStyles} from './ui/windowed-list/windowed-list.styles.ts';
export {type RenderRow, UiWindowedList} from './ui/windowed-list/windowed-list.ts';
