import {toJson} from '@portico/client';
import type {DealRegistration} from '@portico/contract';
import type {DealNews} from './deal-story.model.ts';

/** What happened to an open registration behind the reader's back, for the note above it: its status, who has it now, or that it was changed. */
export function toNews(before: DealRegistration, after: DealRegistration): DealNews {
  if (before.status !== after.status) return after.status;
  if (before.owner?.id !== after.owner?.id) return 'reassigned';
  const shown = ({stage, probability, expectedCloseOn, estimatedAmount, protectedUntil, progressDueAt, openChanges, infoRequest, nextStep}: DealRegistration) =>
    toJson([stage, probability, expectedCloseOn, estimatedAmount, protectedUntil, progressDueAt, openChanges.map(({id, agreedBy}) => [id, agreedBy]), infoRequest, nextStep]);
  return shown(before) === shown(after) ? undefined : 'changed';
}
