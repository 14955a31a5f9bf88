/** A dialog of the desk is done with. Inside the desk only. */
export class DoneEvent extends Event {
  static readonly type = 'portico-collateral-desk-done';

  constructor() {
    super(DoneEvent.type);
  }
}
