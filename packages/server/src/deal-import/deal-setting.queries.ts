import type {Scope} from '../database/scope.ts';
import {getDealProgram, type DealProgram} from '../deal-flow/deal-program.queries.ts';
import {readSetting} from '../lead-import/references.queries.ts';
import type {RowSetting} from '../csv-import/references.rules.ts';

/** What the rows of a file of deals are read against. */
export interface DealSetting extends RowSetting {
  readonly program: DealProgram;
}

/** Reads it as the tenant has it now. */
export async function readDealSetting(scope: Scope): Promise<DealSetting> {
  const {references, timeZone, now, consentRequired} = await readSetting(scope);
  return {references, timeZone, now, consentRequired, program: await getDealProgram(scope)};
}
