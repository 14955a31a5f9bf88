import type {Challenge, Redemption, Reward} from '@portico/contract';
import type {TemplateResult} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import type {AllChallengesStrings} from '../strings/challenges.strings.ts';
import type {Localize} from '../strings/localize.ts';
import type {ChallengesController, ChallengesTab} from './challenges.controller.ts';

/** The words of challenges in the reader's language. */
export type Text = Localize<AllChallengesStrings>;

/** What lies over the page: what a proof is for, or what is about to be redeemed. */
export type ChallengesDialog = {readonly kind: 'proof'; readonly challenge: Challenge} | {readonly kind: 'redeem'; readonly reward: Reward};

/** Views that come with a chunk of their own: badges, rewards and dialogs. */
export interface LaterViews {
  readonly badges: (view: ChallengesView) => TemplateResult;
  readonly rewards: (view: ChallengesView) => TemplateResult;
  readonly dialog: (view: ChallengesView, dialog: ChallengesDialog) => TemplateResult;
}

/** What the views draw from. */
export interface ChallengesView {
  readonly challenges: ChallengesController;
  readonly portal: PortalController | undefined;
  readonly text: Text;
  /** The server's time, in milliseconds since 1970. */
  readonly now: number;
  readonly later: LaterViews | undefined;
  readonly dialog: ChallengesDialog | undefined;
  readonly dialogOpen: boolean;
  /** Whether something is being sent. */
  readonly busy: boolean;
  turn(tab: ChallengesTab): void;
  join(challenge: Challenge): void;
  recall(challenge: Challenge): void;
  redeem(reward: Reward, note: string | null): void;
  cancel(redemption: Redemption): void;
  ask(dialog: ChallengesDialog): void;
  closeDialog(): void;
  /** A proof was kept or sent. */
  proofDone(action: 'save' | 'submit', challenge: Challenge): void;
}
