import type {DealAmendment, DealLine, Money} from '@portico/contract';

/** What of a deal an amendment is measured by. */
export interface AmendedDeal {
  readonly lines: readonly Pick<DealLine, 'product'>[];
  readonly amount: Money | null;
}

/** Whether the amendment reaches beyond the products that were approved. No lines stand for all products, so nothing is beyond them and they are beyond everything else. */
export function widensProducts({lines}: DealAmendment, deal: AmendedDeal): boolean {
  if (lines === undefined || deal.lines.length === 0) return false;
  if (lines.length === 0) return true;
  const approved = new Set(deal.lines.map(({product}) => product));
  return lines.some(({product}) => !approved.has(product));
}

/** Whether the amount becomes larger than the one that was decided about; another currency cannot be compared, so it counts as larger. */
export function raisesAmount(after: Money | null, before: Money | null): boolean {
  if (after === null) return false;
  if (before === null || after.currency !== before.currency) return true;
  return after.amountMinor > before.amountMinor;
}
