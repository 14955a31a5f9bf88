/** The view comes near the last row that is there: time to read the next page. Fired once for each number of rows. */
export class NearEndEvent extends Event {
  static readonly type = 'portico-ui-near-end';

  constructor() {
    super(NearEndEvent.type, {bubbles: true});
  }
}
