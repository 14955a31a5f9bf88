import {OwnPartnerEvent, type Api, type PartnerEvent} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {recordEvent, retractEvent} from './points-flow.ts';
import {problem} from './problem.ts';
import type {EventRow} from './standing.ts';

const toleratedMs = 5 * 60_000;
const latest = newestBy<PartnerEvent>(({recordedAt}) => recordedAt);

export const partnerEventMocks: MockHandlers<Api['partnerEvents']> = {
  list(input, scope) {
    const {partnerOrgId, event} = input;
    const rows = scope.store.data.standing.events.values().filter(row => (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId) && (event === undefined || row.event === event));
    return pageOf(sortRows(rows.map(row => toEvent(scope, row)), latest), latest, input, input);
  },
  create({event, partnerOrgId, personId = null, sourceId, entityId = null, occurredAt, ...facts}, scope) {
    const {store} = scope;
    if (OwnPartnerEvent.safeParse(event).success) throw problem('partner_event_reserved');
    const at = occurredAt === undefined ? store.clock.now() : Date.parse(occurredAt);
    if (at > store.clock.now() + toleratedMs) throw problem('input_invalid', {errors: [{pointer: '/occurredAt', code: 'in_future', message: 'Must not be in the future.'}]});
    if (!store.data.partnerOrgs.get(partnerOrgId)) throw problem('partner_org_not_found');
    if (personId !== null && !store.data.people.get(personId)?.memberships.some(each => each.partnerOrgId === partnerOrgId)) throw problem('person_not_found');
    const row = recordEvent(store, {event, isOwn: false, partnerOrgId, personId, sourceId, entityId, facts, occurredAt: new Date(Math.min(at, store.clock.now())).toISOString()});
    store.change('partner_event', row.id);
    return toEvent(scope, row);
  },
  retract({id}, scope) {
    const row = scope.store.data.standing.events.get(id);
    if (!row) throw problem('partner_event_not_found');
    if (row.isOwn) throw problem('partner_event_reserved');
    const retracted = retractEvent(scope.store, row);
    scope.store.change('partner_event', id);
    return toEvent(scope, retracted);
  },
};

function toEvent({store}: Scope, {standing: _standing, isOwn: _isOwn, partnerOrgId, ...row}: EventRow): PartnerEvent {
  return {...row, partnerOrg: {id: partnerOrgId, name: store.data.partnerOrgs.get(partnerOrgId)?.name ?? ''}};
}
