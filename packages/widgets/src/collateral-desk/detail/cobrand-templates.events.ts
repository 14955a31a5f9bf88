import type {CobrandTemplate} from '@portico/contract';

/** Somebody wants to see or change the zones of a template. Inside the desk only. */
export class ZonesEvent extends Event {
  static readonly type = 'portico-collateral-desk-open-zones';
  readonly template: CobrandTemplate;
  /** Id of the version that a new draft would be for. */
  readonly newestVersionId: string | undefined;

  constructor(template: CobrandTemplate, newestVersionId: string | undefined) {
    super(ZonesEvent.type, {bubbles: true, composed: true});
    this.template = template;
    this.newestVersionId = newestVersionId;
  }
}
