/** Badges, rewards and what lies over the page: a chunk of its own, loaded when the first view stands. */
import {html} from 'lit';
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {addLaterStrings} from '../strings/challenges-later.strings.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {UiField} from '../ui/field/field.ts';
import {UiFilePicker} from '../ui/file-picker/file-picker.ts';
import {badgesView} from './badges.view.ts';
import {laterStyles} from './challenges-later.styles.ts';
import type {LaterViews} from './challenges.view.ts';
import {ChallengeProofDialog} from './proof-dialog.ts';
import {redeemDialog} from './redeem.view.ts';
import {rewardsView} from './rewards.view.ts';

const dialog: LaterViews['dialog'] = (view, shown) =>
  shown.kind === 'redeem'
    ? redeemDialog(view, shown.reward)
    : html`<portico-challenges-proof
        exportparts="dialog"
        .portal=${view.portal}
        .challenges=${view.challenges}
        .challenge=${view.challenges.challenges.find(({id}) => id === shown.challenge.id) ?? shown.challenge}
        .open=${view.dialogOpen}
        .onDone=${view.proofDone}
        @portico-ui-dialog-close=${() => view.closeDialog()}
      ></portico-challenges-proof>`;

/** Registers the parts that these views use, adds their words, and gives the views. */
export function laterPart(): Part<LaterViews> {
  defineElement('portico-ui-dialog', UiDialog);
  defineElement('portico-ui-field', UiField);
  defineElement('portico-ui-file-picker', UiFilePicker);
  defineElement('portico-challenges-proof', ChallengeProofDialog);
  addLaterStrings();
  return {views: {badges: badgesView, rewards: rewardsView, dialog}, styles: [laterStyles]};
}
