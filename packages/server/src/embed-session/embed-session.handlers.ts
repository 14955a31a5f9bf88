import {allScopes, type FieldError, type RouteParsed, type api} from '@portico/contract';
import {coversOrigin} from '../access/origins.ts';
import {recordAudit} from '../audit/record-audit.ts';
import {newId, toHex} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import type {SessionTokens} from '../keys/session-token.ts';
import {problem} from '../problem.ts';
import {endEmbedSession, findPartnerOrgByName, findPersonByName, getProgramOrigins, hasMembership, insertEmbedSession} from './embed-session.queries.ts';
import {defaultComponents} from './embed-session.rules.ts';

type NewSession = RouteParsed<typeof api.embedSessions.create>;

const knownScopes = allScopes();

/** @param tokens - Signs what the browser gets. */
export function embedSessionHandlers(tokens: SessionTokens): Handlers<typeof api.embedSessions> {
  return {
    create: async ({input, scope}) => {
      const {context, tenantId} = scope;
      const {person, partnerOrgId} = await findPlace(scope, input);
      const origins = await allowedOrigins(scope, input.origins);
      const components = input.components ?? defaultComponents(partnerOrgId ? 'partner' : 'vendor');
      const scopes = input.scopes ?? null;
      const id = newId(context);
      const locale = input.locale ?? person.locale;
      // Whole seconds, as in the token: an instant between two would make the session younger than a revocation just before it.
      const issuedAtS = Math.floor(context.now() / 1000);
      const expiresAt = new Date((issuedAtS + input.ttlS) * 1000).toISOString();
      await insertEmbedSession(scope, {
        tenant_id: tenantId,
        embed_session_id: id,
        person_id: person.id,
        partner_org_id: partnerOrgId,
        components,
        scopes,
        origins,
        locale,
        issued_at: new Date(context.now()).toISOString(),
        expires_at: expiresAt,
      });
      const details = {scopes: scopes ?? [], components, origins: origins.slice(0, 10), tokenId: toHex(context.randomBytes(12))};
      const token = await tokens.sign({tenantId, sessionId: id, personId: person.id, partnerOrgId}, details, issuedAtS, input.ttlS);
      await recordAudit(scope, {resource: 'embed_session', id, action: 'create', changes: {personId: person.id, partnerOrgId, components, scopes, ttlS: input.ttlS}});
      return {id, token, expiresAt, expiresInS: input.ttlS, components, draftSecret: await draftSecretOf(scope, person.id, partnerOrgId), locale};
    },

    delete: async ({input, scope}) => {
      if (!(await endEmbedSession(scope, input.id, new Date(scope.context.now()).toISOString()))) throw problem('embed_session_not_found');
      await recordAudit(scope, {resource: 'embed_session', id: input.id, action: 'delete'});
      return undefined;
    },
  };
}

async function findPlace(scope: Scope, input: NewSession) {
  const errors: FieldError[] = [];
  if ((input.personId === undefined) === (input.personExternalId === undefined)) errors.push({pointer: '/personId', code: 'one_of', message: 'Name the person by personId or by personExternalId.'});
  if (input.partnerOrgId !== undefined && input.partnerOrgExternalId !== undefined) errors.push({pointer: '/partnerOrgId', code: 'one_of', message: 'Name the organisation by partnerOrgId or by partnerOrgExternalId, not both.'});
  for (const [index, name] of (input.scopes ?? []).entries()) {
    if (!knownScopes.includes(name)) errors.push({pointer: `/scopes/${index}`, code: 'unknown_scope', message: `There is no scope ${name}.`});
  }
  if (errors.length > 0) throw problem('input_invalid', {errors});

  const person = await findPersonByName(scope, {id: input.personId, externalId: input.personExternalId});
  if (!person) throw problem('person_not_found');
  const namesOrg = input.partnerOrgId !== undefined || input.partnerOrgExternalId !== undefined;
  const partnerOrg = namesOrg ? await findPartnerOrgByName(scope, {id: input.partnerOrgId, externalId: input.partnerOrgExternalId}) : null;
  if (partnerOrg === undefined) throw problem('partner_org_not_found');
  const partnerOrgId = partnerOrg?.id ?? null;
  if (!person.active || !(await hasMembership(scope, person.id, partnerOrgId))) throw problem('membership_not_found');
  return {person, partnerOrgId};
}

async function allowedOrigins(scope: Scope, asked: readonly string[] | undefined): Promise<string[]> {
  const listed = await getProgramOrigins(scope);
  if (!asked) return listed;
  const origins = asked.map(url => new URL(url).origin);
  const foreign = origins.filter(origin => !coversOrigin(origin, listed));
  if (foreign.length > 0) throw problem('origin_not_allowed', {detail: `Not on the programme's list: ${foreign.join(', ')}.`});
  return [...new Set(origins)];
}

/** A secret of the person in this place: derived, so that it is the same in every session and nothing more is stored. */
async function draftSecretOf({cursorSecret}: Scope, personId: string, partnerOrgId: string | null): Promise<string> {
  const key = await crypto.subtle.importKey('raw', cursorSecret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`drafts\n${personId}\n${partnerOrgId ?? ''}`));
  return toHex(new Uint8Array(mac));
}
