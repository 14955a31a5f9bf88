import {OwnPartnerEvent, type Api, type PartnerEvent} from '@portico/contract';
import {recordChanges} from '../changes/record-changes.ts';
import {nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import type {PartnerAct, TakenBack} from '../points-flow/partner-act.rules.ts';
import {recordPartnerEvents} from '../points-flow/record-partner-events.ts';
import {problem} from '../problem.ts';
import {findEvent, findPlaceOf, getEventOfSource, listEvents} from './partner-event.queries.ts';

/** Hosts' clocks may be ahead of ours by so much. */
const toleratedMs = 5 * 60_000;

export const partnerEventHandlers: Handlers<Api['partnerEvents']> = {
  list: ({input, scope}) => listEvents(scope, input),

  create: async ({input, scope}) => {
    const {event, partnerOrgId, personId = null, sourceId, entityId = null, occurredAt, ...facts} = input;
    if (OwnPartnerEvent.safeParse(event).success) throw problem('partner_event_reserved');
    const at = occurredAt === undefined ? scope.context.now() : Date.parse(occurredAt);
    if (at > scope.context.now() + toleratedMs) throw problem('input_invalid', {errors: [{pointer: '/occurredAt', code: 'in_future', message: 'Must not be in the future.'}]});
    const {hasPartner, hasPerson} = await findPlaceOf(scope, partnerOrgId, personId);
    if (!hasPartner) throw problem('partner_org_not_found');
    if (!hasPerson) throw problem('person_not_found');
    const act = {event, isOwn: false, partnerOrgId, personId, sourceId, entityId, facts, occurredAt: at > scope.context.now() ? nowText(scope.context) : new Date(at).toISOString()};
    return record(scope, act, 'create', () => getEventOfSource(scope, event, sourceId));
  },

  retract: async ({input: {id}, scope}) => {
    const event = await findEvent(scope, id);
    if (!event) throw problem('partner_event_not_found');
    if (event.isOwn) throw problem('partner_event_reserved');
    return record(scope, {event: event.event, takesBack: event.sourceId}, 'retract', () => getEventOfSource(scope, event.event, event.sourceId));
  },
};

async function record(scope: Scope, act: PartnerAct | TakenBack, action: string, read: () => Promise<PartnerEvent>): Promise<PartnerEvent> {
  const points = await elevated(scope, system => recordPartnerEvents(system, [act]));
  const event = await read();
  await recordChanges(scope, [{resource: 'partner_event', id: event.id, action, changes: {event: event.event, sourceId: event.sourceId}}, ...points]);
  return event;
}
