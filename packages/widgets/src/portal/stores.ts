/** What the client keeps on the device, in a chunk of its own. */
export {createDrafts, createOutbox} from '@portico/client';
