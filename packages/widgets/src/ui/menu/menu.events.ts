/** A choice of a menu was made. */
export class MenuSelectEvent extends Event {
  static readonly type = 'portico-ui-menu-select';
  /** Id of the choice. */
  readonly id: string;

  constructor(id: string) {
    super(MenuSelectEvent.type, {bubbles: true});
    this.id = id;
  }
}
