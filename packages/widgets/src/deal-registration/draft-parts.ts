/** What a form needs as soon as somebody types: a chunk of its own, that comes while the session and the form are read. */
export {ClaimWatch} from './claim-watch.ts';
export {EvidenceUploads} from './evidence-uploads.ts';
export {openDraft} from './open-draft.ts';
export {submitOnce} from './submit-once.ts';
