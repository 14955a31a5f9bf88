import type {BoardResult} from '@portico/contract';
import {act} from '../base/mutation.ts';
import {explain} from '../base/standing-text.ts';
import type {LeaderboardView} from './leaderboard.view.ts';

/** Takes the reader's company off the board, or brings it back: shown at once, and taken back when it does not arrive. */
export async function setOut(view: LeaderboardView, isOut: boolean): Promise<void> {
  const {board, portal, text} = view;
  const id = board.board?.id;
  if (id === undefined) return;
  const show = () => {
    const undo = board.showOut(id, isOut);
    return (done?: true) => done ?? undo();
  };
  if (await run(view, show, () => board.setOut(id, isOut))) portal?.notify({tone: 'success', text: text.term(isOut ? 'done_out' : 'done_in')});
}

/** Says what is wrong with a result. */
export async function dispute(view: LeaderboardView, result: BoardResult, words: string): Promise<void> {
  const {board, portal, text} = view;
  if (!(await run(view, () => () => {}, () => board.dispute(result, words)))) return;
  view.closeDialog();
  portal?.notify({tone: 'success', text: text.term('disputeSent')});
}

function run({host, portal, text}: LeaderboardView, show: () => (done?: true) => unknown, send: () => Promise<void>): Promise<true | undefined> {
  return act<true>(host, {
    show,
    send: async () => {
      await send();
      return true;
    },
    explain: error => explain(text, error),
    tell: sentence => portal?.notify({tone: 'danger', text: sentence}),
  });
}
