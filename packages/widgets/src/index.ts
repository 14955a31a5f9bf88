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
export {buttonStyles, hostStyles, sharedStyles} from './theme/shared.styles.ts';
export {space, tint, token, type TokenName, tokens} from './theme/tokens.ts';
export {type Tone, UiBadge} from './ui/badge/badge.ts';
export {type ButtonVariant, UiButton} from './ui/button/button.ts';
export {DialogCloseEvent, type DialogCloseReason} from './ui/dialog/dialog.events.ts';
export {UiDialog} from './ui/dialog/dialog.ts';
export {UiEmptyState} from './ui/empty-state/empty-state.ts';
export type {FieldKind, FieldOption} from './ui/field/field.model.ts';
export {UiField} from './ui/field/field.ts';
export {type SkeletonKind, UiSkeleton} from './ui/skeleton/skeleton.ts';
export {TabChangeEvent} from './ui/tabs/tabs.events.ts';
export {type Tab, UiTabs} from './ui/tabs/tabs.ts';
