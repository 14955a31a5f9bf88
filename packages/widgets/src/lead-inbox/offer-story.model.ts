import type {Activity, LeadOffer, LeadOfferStatus} from '@portico/contract';
import type {NewsOf, StoryOf, StoryOptionsOf} from '../base/story.ts';

export type Story = StoryOf<Activity>;
export type OfferNews = NewsOf<LeadOfferStatus>;
export type StoryOptions = StoryOptionsOf<LeadOffer>;
