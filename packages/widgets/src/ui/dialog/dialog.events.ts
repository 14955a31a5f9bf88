/** How somebody asked for a dialog to close. */
export type DialogCloseReason = 'escape' | 'backdrop' | 'button' | 'call';

/** A dialog is about to close. Cancel it to keep the dialog open, over unsaved words for example. */
export class DialogCloseEvent extends Event {
  static readonly type = 'portico-ui-dialog-close';
  readonly reason: DialogCloseReason;

  constructor(reason: DialogCloseReason) {
    super(DialogCloseEvent.type, {bubbles: true, cancelable: true});
    this.reason = reason;
  }
}
