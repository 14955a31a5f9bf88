/** What lies over the desk: a chunk of its own, loaded when the first view stands. */
import {css} from 'lit';
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {space, token} from '../theme/tokens.ts';
import {UiDialog} from '../ui/dialog/dialog.ts';
import {UiField} from '../ui/field/field.ts';
import {deskDialog} from './dialogs.view.ts';
import type {LaterViews} from './program-desk.view.ts';

const dialogStyles = css`
  .form {
    display: grid;
    gap: ${space(3)};
  }
  .said {
    margin: 0;
    padding-inline-start: ${space(3)};
    border-inline-start: 3px solid ${token('color-border')};
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .replay {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .replay :is(th, td) {
    padding: ${space(1)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .replay thead th {
    color: ${token('color-text-muted')};
  }
  .replay :is(th, td):not(:first-child) {
    text-align: end;
  }
`;

/** Registers the parts that these views use, and gives the views. */
export function laterPart(): Part<LaterViews> {
  defineElement('portico-ui-dialog', UiDialog);
  defineElement('portico-ui-field', UiField);
  return {views: {deskDialog}, styles: [dialogStyles]};
}
