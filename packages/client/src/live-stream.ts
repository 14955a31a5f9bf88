/** The part of the change feed that no first view needs, in a chunk of its own. */
export {shareFeed} from './feed-tabs.ts';
export {keepStreaming} from './stream-loop.ts';
