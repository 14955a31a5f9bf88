import type {DealActivity, DealRegistration} from '@portico/contract';
import type {DealStatus} from '@portico/contract/deal-transitions';

/** The activities of a registration that were read, newest first. */
export interface DealStory {
  readonly items: readonly DealActivity[];
  readonly hasMore: boolean;
}

/** What happened to a registration behind the reader's back: its status, who has it now, or that it was changed. */
export type DealNews = DealStatus | 'changed' | 'reassigned' | undefined;

/** What reading a registration needs of the list around it. */
export interface StoryOptions {
  /** The latest known state of a registration. */
  readonly find: (id: string) => DealRegistration | undefined;
  /** Takes an answer of the server. */
  readonly take: (deal: DealRegistration) => void;
  /** Says in the person's language why something did not take effect. */
  readonly explain: (error: unknown) => string;
}
