import type {Api} from '@portico/contract';

/** Ids that a route's input may name. */
export interface ObjectIds {
  readonly leadId: string;
  readonly leadOfferId: string;
  readonly partnerOrgId: string;
  readonly personId: string;
  readonly routingRuleId: string;
  readonly leadImportId: string;
  readonly dealRegistrationId: string;
  readonly embedSessionId: string;
}

/** Every route by its name. */
export type RouteName = {[R in keyof Api & string]: `${R}.${keyof Api[R] & string}`}[keyof Api & string];

const csv = 'Company,E-mail\nBuyer Oy,\n';
const mapping = {columns: [{column: 'Company', field: 'company.name'}]};

/** A valid input for every route. A new route does not compile until it has one here. */
export const routeInputs: Record<RouteName, (ids: ObjectIds) => Record<string, unknown>> = {
  'me.get': () => ({}),
  'embedSessions.create': ids => ({personId: ids.personId}),
  'embedSessions.delete': ids => ({id: ids.embedSessionId}),
  'program.get': () => ({}),
  'program.update': () => ({version: 1, name: 'Renamed'}),
  'partnerOrgs.list': () => ({}),
  'partnerOrgs.get': ids => ({id: ids.partnerOrgId}),
  'partnerOrgs.create': () => ({name: 'New partner'}),
  'partnerOrgs.update': ids => ({id: ids.partnerOrgId, version: 1, name: 'Renamed'}),
  'people.list': () => ({}),
  'people.get': ids => ({id: ids.personId}),
  'people.create': () => ({name: 'New person'}),
  'people.update': ids => ({id: ids.personId, version: 1, name: 'Renamed'}),
  'leads.list': () => ({}),
  'leads.counts': () => ({}),
  'leads.get': ids => ({id: ids.leadId}),
  'leads.offers': ids => ({id: ids.leadId}),
  'leads.create': () => ({company: {name: 'Buyer'}, route: false}),
  'leads.update': ids => ({id: ids.leadId, version: 1, title: 'Renamed'}),
  'leads.offer': ids => ({id: ids.leadId, version: 1, partnerOrgId: ids.partnerOrgId}),
  'leads.route': ids => ({id: ids.leadId, version: 1}),
  'leads.quarantine': ids => ({id: ids.leadId, version: 1}),
  'leads.recycle': ids => ({id: ids.leadId, version: 1}),
  'leads.close': ids => ({id: ids.leadId, version: 1, reason: 'other'}),
  'leadOffers.list': () => ({}),
  'leadOffers.counts': () => ({}),
  'leadOffers.get': ids => ({id: ids.leadOfferId}),
  'leadOffers.view': ids => ({id: ids.leadOfferId}),
  'leadOffers.accept': ids => ({id: ids.leadOfferId, version: 1}),
  'leadOffers.decline': ids => ({id: ids.leadOfferId, version: 1, reason: 'other'}),
  'leadOffers.withdraw': ids => ({id: ids.leadOfferId, version: 1, reason: 'other'}),
  'leadOffers.return': ids => ({id: ids.leadOfferId, version: 1, reason: 'other'}),
  'leadOffers.convert': ids => ({id: ids.leadOfferId, version: 1}),
  'leadOffers.closeWon': ids => ({id: ids.leadOfferId, version: 1}),
  'leadOffers.closeLost': ids => ({id: ids.leadOfferId, version: 1, reason: 'other'}),
  'leadOffers.reassign': ids => ({id: ids.leadOfferId, version: 1, assigneeId: null}),
  'leadOffers.setNextStep': ids => ({id: ids.leadOfferId, version: 1, nextStep: {text: 'Call'}}),
  'activities.list': ids => ({leadOfferId: ids.leadOfferId}),
  'activities.listForLead': ids => ({leadId: ids.leadId}),
  'activities.create': ids => ({leadOfferId: ids.leadOfferId, kind: 'note', body: 'A note'}),
  'activities.createForLead': ids => ({leadId: ids.leadId, kind: 'note', body: 'A note'}),
  'routingRules.list': () => ({}),
  'routingRules.create': () => ({name: 'Rule', position: 1, method: 'round_robin'}),
  'routingRules.update': ids => ({id: ids.routingRuleId, version: 1, name: 'Renamed'}),
  'routingRules.delete': ids => ({id: ids.routingRuleId, version: 1}),
  'routingDecisions.list': ids => ({leadId: ids.leadId}),
  'leadImports.preview': () => ({csv, mapping}),
  'leadImports.create': () => ({csv, mapping}),
  'leadImports.list': () => ({}),
  'leadImports.get': ids => ({id: ids.leadImportId}),
  'dealRegistrations.list': () => ({}),
  'dealRegistrations.get': ids => ({id: ids.dealRegistrationId}),
};
