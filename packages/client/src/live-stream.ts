/** The part of the change feed that no first view needs, in a chunk of its own. */
export {followFeed} from './follow-feed.ts';
