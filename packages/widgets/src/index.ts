export {defineElement, type ElementClass} from './base/define-element.ts';
export {type PorticoErrorDetail, PorticoErrorEvent} from './base/error.event.ts';
export {LiveList, type LiveListOptions} from './base/live-list.ts';
export type {Versioned} from './base/live-list.model.ts';
export {LiveQuery, type LiveQueryOptions, type LiveQueryViews} from './base/live-query.ts';
export {PortalWidget} from './base/portal-widget.ts';
export type {DeskStatus} from './base/desk.controller.ts';
export {RowSelection} from './base/row-selection.ts';
export {safeUrl} from './base/safe-url.ts';
export type {UnsentActivity} from './base/unsent-activity.ts';
export type {WidgetHost} from './base/widget-host.ts';
export {ChallengesController, type ChallengesTab} from './challenges/challenges.controller.ts';
export {type ChallengeActionDetail, ChallengeActionEvent} from './challenges/challenges.events.ts';
export {Challenges} from './challenges/challenges.ts';
export {type CollateralEnquiryDetail, CollateralEnquiryEvent} from './collateral/collateral.events.ts';
export {Collateral} from './collateral/collateral.ts';
export {CollateralDeskController, type CollateralDeskQuery} from './collateral-desk/collateral-desk.controller.ts';
export {CollateralController, type Enquiry} from './collateral/collateral.controller.ts';
export type {AssetActs} from './collateral-library/asset-acts.ts';
export {CollateralLibraryController, type CollateralLibraryOptions, type CollateralLibraryStatus} from './collateral-library/collateral-library.controller.ts';
export {type CollateralAction, type CollateralActionDetail, CollateralActionEvent, CollateralDownloadEvent, CollateralSelectEvent} from './collateral-library/collateral-library.events.ts';
export {CollateralLibrary} from './collateral-library/collateral-library.ts';
export type {LibraryFacet, LibraryQuery, LibrarySort, LibraryTab} from './collateral-library/library.model.ts';
export type {OpenedAsset} from './collateral-library/opened-asset.ts';
export {type DealActionDetail, DealActionDoneEvent, DealActionEvent, DealEditEvent, DealRegisterEvent, DealSelectEvent} from './base/deal.events.ts';
export type {DealActFailure, DealActs} from './deal-list/deal-acts.ts';
export {DealListController, type DealListOptions, type DealListStatus} from './deal-list/deal-list.controller.ts';
export type {DealAct, DealActInput, DealListQuery, DealListSort, DealListTab} from './deal-list/deal-list.model.ts';
export {DealList} from './deal-list/deal-list.ts';
export type {DealStory, OpenedDeal} from './deal-list/opened-deal.ts';
export {type DealReviewActionDetail, DealReviewActionDoneEvent, DealReviewActionEvent, DealReviewSelectEvent} from './deal-review/deal-review.events.ts';
export type {DealReviewAction, DealReviewSort, DealReviewTab} from './deal-review/deal-review.model.ts';
export {DealReviewController, type DealReviewQuery} from './deal-review/deal-review.controller.ts';
export {DealReview} from './deal-review/deal-review.ts';
export {DealRegistrationController} from './deal-registration/deal-registration.controller.ts';
export {DealRegistrationChangeEvent, type DealRegistrationSubmitDetail, DealRegistrationSubmitEvent, DealRegistrationSubmittedEvent} from './deal-registration/deal-registration.events.ts';
export type {DealRegistrationStatus, DealSetup, DealSubject, FieldIssue, SubmitOutcome} from './deal-registration/deal-registration.model.ts';
export {DealRegistrationForm} from './deal-registration/deal-registration.ts';
export {LeaderboardController, type LeaderboardStatus} from './leaderboard/leaderboard.controller.ts';
export {LeaderboardSelectEvent} from './leaderboard/leaderboard.events.ts';
export {Leaderboard} from './leaderboard/leaderboard.ts';
export {type LeadActionDetail, LeadActionDoneEvent, LeadActionEvent, LeadImportDoneEvent, LeadSelectEvent} from './lead-desk/lead-desk.events.ts';
export type {LeadDeskAction, LeadDeskQuery, LeadDeskSort, LeadGroup} from './lead-desk/lead-desk.model.ts';
export {LeadDeskController} from './lead-desk/lead-desk.controller.ts';
export {LeadDesk} from './lead-desk/lead-desk.ts';
export {LeadInboxController, type LeadInboxOptions, type LeadInboxStatus} from './lead-inbox/lead-inbox.controller.ts';
export {type LeadOfferActionDetail, LeadOfferActionDoneEvent, LeadOfferActionEvent, LeadOfferSelectEvent} from './lead-inbox/lead-inbox.events.ts';
export type {LeadInboxAct, LeadInboxQuery, LeadInboxSort} from './lead-inbox/lead-inbox.model.ts';
export {LeadInbox} from './lead-inbox/lead-inbox.ts';
export type {ActFailure, ActOutcome, LeadOfferActs} from './lead-inbox/lead-offer-acts.ts';
export type {ActInput} from './lead-inbox/offer-calls.ts';
export type {OpenedOffer, Story} from './lead-inbox/opened-offer.ts';
export {type PointsFilterDetail, PointsFilterEvent} from './points-ledger/points-ledger.events.ts';
export {PointsLedgerController} from './points-ledger/points-ledger.controller.ts';
export {PointsLedger} from './points-ledger/points-ledger.ts';
export {type TierWhatIfDetail, TierWhatIfEvent} from './tier-progress/tier-progress.events.ts';
export {PortalReadyEvent, SessionExpiredEvent} from './portal/portal.events.ts';
export {Portal} from './portal/portal.ts';
export {type ProgramActionDetail, ProgramActionEvent} from './program-desk/program-desk.events.ts';
export {ProgramDeskController, type ProgramDeskTab} from './program-desk/program-desk.controller.ts';
export {ProgramDesk} from './program-desk/program-desk.ts';
export {TierProgressController} from './tier-progress/tier-progress.controller.ts';
export {TierProgress} from './tier-progress/tier-progress.ts';
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
export {type ChallengesStrings, challengesStrings} from './strings/challenges.strings.ts';
export {type CollateralLibraryStrings, collateralLibraryStrings} from './strings/collateral-library.strings.ts';
export {type DealListStrings, dealListStrings} from './strings/deal-list.strings.ts';
export {type DealReviewStrings, dealReviewStrings} from './strings/deal-review.strings.ts';
export {type LeaderboardStrings, leaderboardStrings} from './strings/leaderboard.strings.ts';
export {type LeadDeskStrings, leadDeskStrings} from './strings/lead-desk.strings.ts';
export {type LeadInboxStrings, leadInboxStrings} from './strings/lead-inbox.strings.ts';
export {type PointsLedgerStrings, pointsLedgerStrings} from './strings/points-ledger.strings.ts';
export {type ProgramDeskStrings, programDeskStrings} from './strings/program-desk.strings.ts';
export {type TierProgressStrings, tierProgressStrings} from './strings/tier-progress.strings.ts';
export {type UiFieldStrings, uiFieldStrings} from './strings/ui-field.strings.ts';
export {type UiStrings, uiStrings} from './strings/ui.strings.ts';
export * from './theme.ts';
export {progressStyles} from './theme/progress.styles.ts';
export {buttonStyles, hostStyles, sharedStyles} from './theme/shared.styles.ts';
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
