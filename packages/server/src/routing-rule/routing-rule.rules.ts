import type {RoutingCondition} from '@portico/contract';

/** What rules look at in a lead. */
export interface RoutedLead {
  readonly country: string | null;
  readonly region: string | null;
  readonly products: readonly string[];
  readonly campaign: string | null;
  readonly score: number | null;
}

/** Whether a rule is for this lead. What the condition leaves empty does not restrict; what the lead does not say meets no restriction. */
export function conditionHolds({countries, products, campaigns, minScore}: RoutingCondition, lead: RoutedLead): boolean {
  return (
    (countries.length === 0 || (lead.country !== null && countries.includes(lead.country))) &&
    (products.length === 0 || lead.products.some(product => products.includes(product))) &&
    (campaigns.length === 0 || (lead.campaign !== null && campaigns.includes(lead.campaign))) &&
    (minScore === null || (lead.score !== null && lead.score >= minScore))
  );
}
