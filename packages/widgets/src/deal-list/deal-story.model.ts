import type {DealActivity, DealRegistration} from '@portico/contract';
import type {DealStatus} from '@portico/contract/deal-transitions';
import type {NewsOf, StoryOf, StoryOptionsOf} from '../base/story.ts';

export type DealStory = StoryOf<DealActivity>;
export type DealNews = NewsOf<DealStatus>;
export type StoryOptions = StoryOptionsOf<DealRegistration>;
