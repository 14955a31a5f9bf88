import type {News} from '../lead-flow/news.ts';
import type {HeldCase} from './conflict-case.queries.ts';

/** Both partners hear that the case moved, and nothing of each other. */
export function tellOfCase(news: News, {conflict_case_id: id, first_partner_org_id: first, second_partner_org_id: second}: HeldCase, action: string): void {
  news.changes.push({resource: 'conflict_case', id, action, partnerOrgIds: [first, second]});
}
