/** What a form is made of, from its fields to the submission: a chunk of its own, that comes while the session and the form are read. */
import type {PortalController} from '../portal/portal.controller.ts';
import {ClaimWatch} from './claim-watch.ts';
import type {DealSubject} from './deal-registration.model.ts';
import {EvidenceUploads} from './evidence-uploads.ts';
import {openDraft, type OpenDraftOptions} from './open-draft.ts';

export {stepOf, stepsOf} from './deal-fields.model.ts';
export {inOrder, isOpenToChange, issuesOf, termsToAccept, toIssues} from './deal-registration.model.ts';
export {toFields, valuesOf} from './deal-values.model.ts';
export {followPortal} from './follow-portal.ts';
export {submitDeal} from './submit-once.ts';

/** Opens a draft, with the check whether its customer is free and its evidence. */
export async function openForm(portal: PortalController, subject: DealSubject, options: OpenDraftOptions) {
  const opened = await openDraft(portal, subject, options);
  const {keeper} = opened;
  const {changed} = options;
  const evidence = new EvidenceUploads({
    portal,
    changed,
    ensure: () => keeper.ensure(),
    registration: () => keeper.registration,
    settled: files => keeper.registration && keeper.take({...keeper.registration, evidence: files}),
  });
  return {...opened, evidence, claim: new ClaimWatch(portal, changed)};
}
