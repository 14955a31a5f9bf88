import type {Activity, LeadOffer, LeadOfferStatus} from '@portico/contract';

/** The activities of an offer that were read, newest first. */
export interface Story {
  readonly items: readonly Activity[];
  readonly hasMore: boolean;
}

/** What happened to an offer behind the reader's back. */
export type OfferNews = LeadOfferStatus | 'changed' | 'reassigned' | undefined;

/** What a story needs of the inbox around it. */
export interface StoryOptions {
  /** The latest known state of an offer. */
  readonly find: (id: string) => LeadOffer | undefined;
  /** Takes an answer of the server. */
  readonly take: (offer: LeadOffer) => void;
  /** Says in the person's language why something did not take effect. */
  readonly explain: (error: unknown) => string;
}
