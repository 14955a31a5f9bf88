import type {Scope} from '../database/scope.ts';
import type {News} from '../lead-flow/news.ts';
import type {DealPartner, DealProgram} from './deal-program.queries.ts';
import type {HeldDeal} from './held-deal.queries.ts';

/** A registration under its lock, while something happens to it. `deal` is always as it is in the database. */
export interface DealCase {
  /** Of the system: it sees other partners' rows. */
  readonly scope: Scope;
  readonly news: News;
  readonly program: DealProgram;
  /** The partner that has it. */
  partner: DealPartner;
  /** ISO text; one instant for everything that happens. */
  readonly now: string;
  deal: HeldDeal;
}
