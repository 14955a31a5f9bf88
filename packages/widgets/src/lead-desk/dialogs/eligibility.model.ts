import type {EligibilityCheck, Lead, PartnerOrg} from '@portico/contract';

/**
 * Why the rules would pass a partner over, as far as this side can tell; levels and locks of customers are the server's to say.
 *
 * @param had - Ids of the partners who had this lead before.
 * @returns The checks that fail; none means that the partner fits.
 */
export function findFailedChecks({company, products}: Pick<Lead, 'company' | 'products'>, {id, partnership, openLeads}: PartnerOrg, had: ReadonlySet<string>): EligibilityCheck[] {
  const failed: EligibilityCheck[] = [];
  if (partnership.status !== 'active' && partnership.status !== 'at_risk') failed.push('partnership_active');
  if (partnership.pausedReason !== null) failed.push('not_paused');
  if (!coversPlace(partnership.territories, company)) failed.push('territory');
  if (partnership.products.length > 0 && !products.every(product => partnership.products.includes(product))) failed.push('product');
  if (partnership.capacity !== null && openLeads >= partnership.capacity) failed.push('capacity');
  if (had.has(id)) failed.push('not_declined_before');
  return failed;
}

function coversPlace(territories: PartnerOrg['partnership']['territories'], {country, region}: Lead['company']): boolean {
  if (territories.length === 0 || country === null) return true;
  return territories.some(territory => territory.country === country && (territory.region === null || territory.region === region));
}
