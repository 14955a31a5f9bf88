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
  readonly dealChangeId: string;
  readonly evidenceFileId: string;
  readonly conflictCaseId: string;
  readonly dealImportId: string;
  readonly dealExportId: string;
  readonly accountId: string;
}

/** Every route by its name. */
export type RouteName = {[R in keyof Api & string]: `${R}.${keyof Api[R] & string}`}[keyof Api & string];

const csv = 'Company,E-mail\nBuyer Oy,\n';
const mapping = {columns: [{column: 'Company', field: 'company.name'}]};
const dealMapping = {columns: [{column: 'Company', field: 'customer.name'}]};

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
  'dealRegistrations.counts': () => ({}),
  'dealRegistrations.create': ids => ({partnerOrgId: ids.partnerOrgId, name: 'A deal'}),
  'dealRegistrations.update': ids => ({id: ids.dealRegistrationId, version: 1, name: 'A deal'}),
  'dealRegistrations.submit': ids => ({id: ids.dealRegistrationId, version: 1}),
  'dealRegistrations.recall': ids => ({id: ids.dealRegistrationId, version: 1}),
  'dealRegistrations.revise': ids => ({id: ids.dealRegistrationId, version: 1}),
  'dealRegistrations.withdraw': ids => ({id: ids.dealRegistrationId, version: 1, reason: 'other'}),
  'dealRegistrations.reassign': ids => ({id: ids.dealRegistrationId, version: 1, ownerId: ids.personId}),
  'dealRegistrations.setStage': ids => ({id: ids.dealRegistrationId, version: 1, stage: 'proposal'}),
  'dealRegistrations.win': ids => ({id: ids.dealRegistrationId, version: 1}),
  'dealRegistrations.lose': ids => ({id: ids.dealRegistrationId, version: 1, reason: 'other'}),
  'dealReviews.similar': ids => ({id: ids.dealRegistrationId}),
  'dealReviews.assign': ids => ({id: ids.dealRegistrationId, version: 1}),
  'dealReviews.requestInfo': ids => ({id: ids.dealRegistrationId, version: 1, fields: ['customer.taxId'], comment: 'Please add it.'}),
  'dealReviews.sendForApproval': ids => ({id: ids.dealRegistrationId, version: 1}),
  'dealReviews.approve': ids => ({id: ids.dealRegistrationId, version: 1}),
  'dealReviews.reject': ids => ({id: ids.dealRegistrationId, version: 1, reason: 'other'}),
  'dealReviews.delegate': ids => ({id: ids.dealRegistrationId, version: 1, stepId: ids.dealRegistrationId, personId: ids.personId}),
  'dealReviews.markDuplicate': ids => ({id: ids.dealRegistrationId, version: 1, ofId: ids.dealRegistrationId}),
  'dealReviews.cancel': ids => ({id: ids.dealRegistrationId, version: 1, comment: 'Why'}),
  'dealReviews.convert': ids => ({id: ids.dealRegistrationId, version: 1, opportunityRef: 'crm-1'}),
  'dealReviews.confirmWin': ids => ({id: ids.dealRegistrationId, version: 1}),
  'dealReviews.void': ids => ({id: ids.dealRegistrationId, version: 1, comment: 'Why'}),
  'dealReviews.postpone': ids => ({id: ids.dealRegistrationId, version: 1, protectedUntilOn: '2027-12-31'}),
  'dealChanges.list': ids => ({dealRegistrationId: ids.dealRegistrationId}),
  'dealChanges.extend': ids => ({dealRegistrationId: ids.dealRegistrationId, note: 'Why', protectedUntilOn: '2027-12-31'}),
  'dealChanges.amend': ids => ({dealRegistrationId: ids.dealRegistrationId, note: 'Why', amendment: {}}),
  'dealChanges.transfer': ids => ({dealRegistrationId: ids.dealRegistrationId, note: 'Why', toPartnerOrgId: ids.partnerOrgId}),
  'dealChanges.approve': ids => ({id: ids.dealChangeId, version: 1}),
  'dealChanges.reject': ids => ({id: ids.dealChangeId, version: 1}),
  'dealChanges.withdraw': ids => ({id: ids.dealChangeId, version: 1}),
  'dealActivities.list': ids => ({dealRegistrationId: ids.dealRegistrationId}),
  'dealActivities.create': ids => ({dealRegistrationId: ids.dealRegistrationId, kind: 'note', body: 'A note'}),
  'claimChecks.create': () => ({website: 'https://example.com'}),
  'dealForm.get': () => ({}),
  'dealForm.update': () => ({version: 1, registrationTypes: ['resale']}),
  'evidenceFiles.create': ids => ({dealRegistrationId: ids.dealRegistrationId, fileName: 'a.csv', mediaType: 'text/csv', sizeBytes: 4}),
  'evidenceFiles.get': ids => ({id: ids.evidenceFileId}),
  'evidenceFiles.putPart': ids => ({id: ids.evidenceFileId, index: 0, base64: 'YSxiCg=='}),
  'evidenceFiles.complete': ids => ({id: ids.evidenceFileId}),
  'evidenceFiles.getPart': ids => ({id: ids.evidenceFileId, index: 0}),
  'evidenceFiles.delete': ids => ({id: ids.evidenceFileId}),
  'receipts.list': ids => ({dealRegistrationId: ids.dealRegistrationId}),
  'receipts.chain': () => ({}),
  'receipts.keys': () => ({}),
  'conflictCases.list': () => ({}),
  'conflictCases.get': ids => ({id: ids.conflictCaseId}),
  'conflictCases.create': ids => ({firstId: ids.dealRegistrationId, secondId: ids.dealRegistrationId, comment: 'Why'}),
  'conflictCases.move': ids => ({id: ids.conflictCaseId, version: 1, to: 'evidence'}),
  'conflictCases.state': ids => ({id: ids.conflictCaseId, version: 1, text: 'Our side'}),
  'conflictCases.resolve': ids => ({id: ids.conflictCaseId, version: 1, resolution: 'none', comment: 'Why'}),
  'dealImports.preview': () => ({csv, mapping: dealMapping}),
  'dealImports.create': () => ({csv, mapping: dealMapping}),
  'dealImports.list': () => ({}),
  'dealImports.get': ids => ({id: ids.dealImportId}),
  'dealImports.export': () => ({}),
  'dealImports.getExport': ids => ({id: ids.dealExportId}),
  'dealImports.getExportPart': ids => ({id: ids.dealExportId, index: 0}),
  'accounts.list': () => ({}),
  'accounts.get': ids => ({id: ids.accountId}),
  'accounts.upsert': () => ({accounts: [{externalId: 'a-1', name: 'Acme'}]}),
  'accounts.delete': ids => ({id: ids.accountId}),
};
