import {actDraft, type InboxView} from './lead-inbox.view.ts';
import type {ActOutcome} from './lead-offer-acts.ts';
import {titleOf} from './lead-text.ts';

/**
 * Says what came of an act, and lets go of what was typed for it and of the rows that were chosen.
 *
 * @param hadWaited - It was sent from this device at last: what is typed and chosen by now is for something else.
 */
export function report(view: InboxView, {act, done, stored, failed}: ActOutcome, hadWaited: boolean): void {
  const {inbox, portal, text, drafts} = view;
  const settled = hadWaited ? [] : [...done, ...stored];
  const told = failed.filter(({offer}) => inbox.acts.failureOf(offer.id));
  if (settled.length > 0) drafts.clear(actDraft({act, offers: [...settled, ...failed.map(({offer}) => offer)]}));
  if (stored.length > 0) portal?.notify({tone: 'neutral', topic: 'waiting', text: text.term('savedHere')});
  for (const {id} of settled) inbox.selection.toggle(id, false);
  if (done.length > 0) portal?.notify({tone: 'success', ...(hadWaited && {topic: 'waiting'}), text: act === 'accept' || act === 'decline' || act === 'reassign' ? text.term(`done_${act}`, done.length) : text.term(`done_${act}`)});
  const [first] = told;
  if (!first) return;
  if (told.length > 1) return portal?.notify({tone: 'danger', text: text.term('notDoneMany', told.length)});
  const sentence = text.term('notDone', titleOf(text, first.offer), first.sentence);
  portal?.notify({tone: 'danger', text: sentence, action: {label: text.term('show'), run: () => view.open(first.offer, true)}});
}
