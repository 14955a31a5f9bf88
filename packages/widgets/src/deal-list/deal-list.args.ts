import type {DealListQuery, DealListSort, DealListTab} from './deal-list.model.ts';

/** What a reading of the list depends on, as values that compare. */
export type Args = [tab: DealListTab, sort: DealListSort, q: string, owner: string, stage: string];

export function toArgs({tab, sort, q, owner, stage}: DealListQuery): Args {
  return [tab, sort, q, owner, stage];
}

export function toQuery([tab, sort, q, owner, stage]: Args): DealListQuery {
  return {tab, sort, q, owner, stage};
}

/** The filters as the API takes them: what is empty is left out. */
export function toFilters([, , q, owner, stage]: Args) {
  return {...(q && {q}), ...(owner && {owner}), ...(stage && {stage})};
}
