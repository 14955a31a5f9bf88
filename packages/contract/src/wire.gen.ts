// Made from api.ts by `npm run docs`; do not edit.

/** Method and path of every route, without schemas: what a browser needs to call it. */
export const wire = {
  me: {
    get: 'GET /me',
  },
  embedSessions: {
    create: 'POST /embed-sessions',
    delete: 'DELETE /embed-sessions/{id}',
  },
  program: {
    get: 'GET /program',
    update: 'PATCH /program',
  },
  partnerOrgs: {
    list: 'GET /partner-orgs',
    get: 'GET /partner-orgs/{id}',
    create: 'POST /partner-orgs',
    update: 'PATCH /partner-orgs/{id}',
  },
  people: {
    list: 'GET /people',
    get: 'GET /people/{id}',
    create: 'POST /people',
    update: 'PATCH /people/{id}',
  },
  leads: {
    list: 'GET /leads',
    counts: 'GET /leads/counts',
    get: 'GET /leads/{id}',
    offers: 'GET /leads/{id}/offers',
    create: 'POST /leads',
    update: 'PATCH /leads/{id}',
    offer: 'POST /leads/{id}/offer',
    route: 'POST /leads/{id}/route',
    quarantine: 'POST /leads/{id}/quarantine',
    recycle: 'POST /leads/{id}/recycle',
    close: 'POST /leads/{id}/close',
  },
  leadOffers: {
    list: 'GET /lead-offers',
    counts: 'GET /lead-offers/counts',
    get: 'GET /lead-offers/{id}',
    view: 'POST /lead-offers/{id}/view',
    accept: 'POST /lead-offers/{id}/accept',
    decline: 'POST /lead-offers/{id}/decline',
    withdraw: 'POST /lead-offers/{id}/withdraw',
    return: 'POST /lead-offers/{id}/return',
    convert: 'POST /lead-offers/{id}/convert',
    closeWon: 'POST /lead-offers/{id}/close-won',
    closeLost: 'POST /lead-offers/{id}/close-lost',
    reassign: 'POST /lead-offers/{id}/reassign',
    setNextStep: 'PATCH /lead-offers/{id}/next-step',
  },
  activities: {
    list: 'GET /lead-offers/{leadOfferId}/activities',
    listForLead: 'GET /leads/{leadId}/activities',
    create: 'POST /lead-offers/{leadOfferId}/activities',
    createForLead: 'POST /leads/{leadId}/activities',
  },
  routingRules: {
    list: 'GET /routing-rules',
    create: 'POST /routing-rules',
    update: 'PATCH /routing-rules/{id}',
    delete: 'DELETE /routing-rules/{id}',
  },
  routingDecisions: {
    list: 'GET /leads/{leadId}/routing-decisions',
  },
  leadImports: {
    preview: 'POST /lead-imports/preview',
    create: 'POST /lead-imports',
    list: 'GET /lead-imports',
    get: 'GET /lead-imports/{id}',
  },
  dealRegistrations: {
    list: 'GET /deal-registrations',
    get: 'GET /deal-registrations/{id}',
  },
} as const;
