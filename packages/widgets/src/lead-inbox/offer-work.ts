/** What an inbox needs once somebody opens a lead or acts on one: a chunk of its own, loaded when the list stands. */
export {OfferRuns} from './offer-runs.ts';
export {OfferStory} from './offer-story.ts';
