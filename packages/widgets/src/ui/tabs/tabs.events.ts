/** A tab was chosen. Cancel it to stay on the tab. */
export class TabChangeEvent extends Event {
  static readonly type = 'portico-ui-tab-change';
  /** The tab to show. */
  readonly id: string;

  constructor(id: string) {
    super(TabChangeEvent.type, {bubbles: true, cancelable: true});
    this.id = id;
  }
}
