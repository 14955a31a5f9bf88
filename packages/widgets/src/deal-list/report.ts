import type {DealRegistration} from '@portico/contract';
import type {DealActOutcome} from './deal-acts.ts';
import type {DealAct} from './deal-list.model.ts';
import {actDraft, type DealsView} from './deal-list.view.ts';
import {titleOf} from './deal-text.ts';

/**
 * Says what came of an act, and forgets what was typed for it once that is somewhere safe.
 *
 * @param hadWaited - It was sent from this device at last: what is typed by now is for something else.
 */
export function report(view: DealsView, act: DealAct, deal: DealRegistration, outcome: DealActOutcome, hadWaited: boolean) {
  const {deals, portal, text, drafts} = view;
  if (outcome !== 'failed' && !hadWaited) drafts.clear(actDraft({act, deal}));
  if (outcome === 'stored') return portal?.notify({tone: 'neutral', topic: 'waiting', text: text.term('savedHere')});
  if (outcome === 'done') return portal?.notify({tone: 'success', ...(hadWaited && {topic: 'waiting'}), text: text.term(`done_${act}`)});
  const failure = deals.acts.failureOf(deal.id);
  if (!failure) return;
  const show = () => view.open(deals.find(deal.id) ?? deal, true);
  portal?.notify({tone: 'danger', text: text.term('notDone', titleOf(text, deal), failure.sentence), action: {label: text.term('show'), run: show}});
}
