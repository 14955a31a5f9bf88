import type {Client} from '@portico/client';
import type {Asset} from '@portico/contract';
import type {WidgetHost} from '../base/widget-host.ts';
import type {CollateralDeskData} from './collateral-desk.data.ts';
import type {Terms} from './collateral-desk.words.ts';

/** Why an act did not take effect. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
}

/** Where acts show on the desk. */
export interface Places {
  readonly list: Pick<CollateralDeskData['list'], 'begin' | 'take' | 'items' | 'settle'>;
  /** What is open, on the list or not. */
  readonly detail: Pick<CollateralDeskData['detail'], 'value'>;
  readonly text: Terms;
  /** Hears of a version that an act brought about, before it is shown. */
  readonly noteOwn: (asset: Asset) => void;
}

/** What an act is carried out with. */
export interface Acting extends Places {
  readonly host: WidgetHost;
  readonly client: Client;
}
