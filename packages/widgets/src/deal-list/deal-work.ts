/** What a list of deals needs once somebody opens a deal or acts on one: a chunk of its own, loaded when the list stands. */
export {DealReading} from './deal-reading.ts';
export {DealRuns} from './deal-runs.ts';
