import type {CobrandTemplate, CobrandZone, CobrandZoneType, PartnerOrg} from '@portico/contract';
import type {LivePreview} from '../../base/cobrand-preview.ts';
import type {Words} from '../collateral-desk.words.ts';
import type {TemplateDraft, TemplateFields} from './template-draft.ts';
import type {TypedForm} from './typed-form.ts';
import type {Box, Edge, Sheet} from './zone-place.model.ts';

/** The editor of zones, as its views know it. */
export interface Editing {
  readonly text: Words;
  readonly draft: TemplateDraft;
  readonly form: TypedForm;
  readonly preview: LivePreview;
  readonly pull: {readonly pulled: {readonly index: number; readonly box: Box} | undefined};
  readonly zones: readonly CobrandZone[];
  /** Size of the page in sight. */
  readonly sheet: Sheet | undefined;
  readonly page: number;
  /** Index of the zone in hand. */
  readonly selected: number | undefined;
  /** Whether the page is drawn with a partner's brand. */
  readonly isDrawn: boolean;
  withBrand: boolean;
  partnerOrgId: string;
  readonly partners: readonly PartnerOrg[];
  asksToRetire: boolean;
  readonly busy: boolean;
  readonly problem: string;
  select(index: number | undefined): void;
  turn(page: number): void;
  setZone(index: number, change: Partial<CobrandZone>, of: string): void;
  set(change: Partial<TemplateFields>, of: string): void;
  addZone(type: CobrandZoneType): void;
  duplicateZone(index: number): void;
  removeZone(index: number): void;
  undo(): void;
  beginPull(event: PointerEvent, index: number, edge: Edge | undefined): void;
  pressKey(event: KeyboardEvent, index: number): void;
  /** A picture did not come. */
  freshen(url: string): void;
  publish(): Promise<void>;
  retire(): Promise<void>;
  copy(): Promise<void>;
  close(): void;
  requestUpdate(): void;
}

/** What zones can hold, in the order in which they are offered. */
export const zoneTypes = ['logo', 'text', 'contact', 'cta_link', 'qr'] as const satisfies readonly CobrandTemplate['zones'][number]['type'][];
