import {LeadPolicy, type Role} from '@portico/contract';
import {newId, nowText, type Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {createTenant} from '../database/tenants.ts';
import {createSecretKey} from '../keys/secret-key.ts';
import {testClient, type Send, type TestClient} from './test-client.ts';

/** A page's origin that every test tenant lists. */
export const testOrigin = 'https://portal.example';

/** A person with a session, and a client that acts as them. */
export interface TestSession {
  readonly token: string;
  readonly sessionId: string;
  readonly personId: string;
  /** `null` for vendor staff. */
  readonly partnerOrgId: string | null;
  readonly client: TestClient;
}

export interface NewTestPerson {
  readonly name?: string;
  readonly externalId?: string;
  /** `null` or left out: at the vendor. */
  readonly partnerOrgId?: string | null;
  readonly roles?: readonly Role[];
}

export interface NewTestPartnerOrg {
  readonly name?: string;
  readonly externalId?: string;
  readonly country?: string;
  readonly timeZone?: string;
  readonly partnership?: {
    readonly status?: string;
    readonly territories?: readonly {readonly country: string; readonly region: string | null}[];
    readonly products?: readonly string[];
    readonly capacity?: number | null;
    readonly managerId?: string | null;
    readonly pausedReason?: string | null;
    readonly levelId?: string | null;
    readonly groups?: readonly string[];
    readonly certifications?: readonly string[];
    readonly acceptedTerms?: readonly string[];
  };
}

/** A vendor of a test's own, with one secret key. People and organisations are put straight into the tables. */
export class TestTenant {
  readonly tenantId: string;
  readonly programId: string;
  readonly secretKey: string;
  /** Acts with the secret key. */
  readonly client: TestClient;
  readonly #database: Database;
  readonly #context: Context;
  readonly #send: Send;
  #count = 0;

  private constructor(database: Database, context: Context, send: Send, ids: {tenantId: string; programId: string; secretKey: string}) {
    this.#database = database;
    this.#context = context;
    this.#send = send;
    this.tenantId = ids.tenantId;
    this.programId = ids.programId;
    this.secretKey = ids.secretKey;
    this.client = testClient(send, ids.secretKey);
  }

  /** @param leadPolicy - What differs from the defaults. */
  static async create(database: Database, context: Context, send: Send, leadPolicy: Partial<LeadPolicy> = {}): Promise<TestTenant> {
    const program = {name: 'Partner programme', timeZone: 'Europe/Helsinki', leadPolicy: LeadPolicy.parse(leadPolicy), origins: [testOrigin]};
    const {tenantId, programId} = await createTenant(database, context, {name: 'Vendor', program});
    const {secretKey} = await withTenant(database, tenantId, {context, as: 'system:test'}, scope => createSecretKey(scope, {name: 'test'}));
    return new TestTenant(database, context, send, {tenantId, programId, secretKey});
  }

  /** Runs SQL as the system, for this tenant only. */
  inScope<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    return withTenant(this.#database, this.tenantId, {context: this.#context, as: 'system:test'}, work);
  }

  /** Adds a partner organisation with an active partnership. @returns Its id. */
  async newPartnerOrg({name = `Partner ${++this.#count}`, externalId, country, timeZone = 'UTC', partnership = {}}: NewTestPartnerOrg = {}): Promise<string> {
    const id = newId(this.#context);
    const now = nowText(this.#context);
    const common = {tenant_id: this.tenantId, partner_org_id: id, created_at: now, updated_at: now};
    const {status = 'active', territories = [], products = [], capacity = null, managerId = null, pausedReason = null, levelId = null, groups = [], certifications = [], acceptedTerms = []} = partnership;
    await this.inScope(async ({db}) => {
      await db.insertInto('partner_org').values({...common, name, type: 'reseller', external_id: externalId ?? null, country: country ?? null, time_zone: timeZone}).execute();
      await db
        .insertInto('partnership')
        .values({
          ...common,
          program_id: this.programId,
          status,
          territories: JSON.stringify(territories),
          products: JSON.stringify(products),
          capacity,
          manager_id: managerId,
          paused_reason: pausedReason,
          level_id: levelId,
          groups: [...groups],
          certifications: [...certifications],
          accepted_terms: [...acceptedTerms],
        })
        .execute();
    });
    return id;
  }

  /** Adds a person with one membership. @returns Their id. */
  async newPerson({name = `Person ${++this.#count}`, externalId, partnerOrgId = null, roles}: NewTestPerson = {}): Promise<string> {
    const id = newId(this.#context);
    const now = nowText(this.#context);
    await this.inScope(async ({db}) => {
      await db.insertInto('person').values({tenant_id: this.tenantId, person_id: id, external_id: externalId ?? null, name, created_at: now, updated_at: now}).execute();
      const membership = {tenant_id: this.tenantId, membership_id: newId(this.#context), person_id: id, partner_org_id: partnerOrgId, created_at: now};
      await db.insertInto('membership').values({...membership, roles: [...(roles ?? [partnerOrgId ? 'org_admin' : 'channel_admin'])]}).execute();
    });
    return id;
  }

  /** A session of vendor staff: of the person given, or of a new channel admin. */
  vendorSession({personId, roles = ['channel_admin']}: {readonly personId?: string; readonly roles?: readonly Role[]} = {}): Promise<TestSession> {
    return this.#session(null, personId, roles);
  }

  /** A session of somebody at a partner: of the organisation and person given, or of new ones. */
  async partnerSession({partnerOrgId, personId, roles = ['org_admin']}: {readonly partnerOrgId?: string; readonly personId?: string; readonly roles?: readonly Role[]} = {}): Promise<TestSession & {readonly partnerOrgId: string}> {
    const orgId = partnerOrgId ?? (await this.newPartnerOrg());
    return {...(await this.#session(orgId, personId, roles)), partnerOrgId: orgId};
  }

  async #session(partnerOrgId: string | null, personId: string | undefined, roles: readonly Role[]): Promise<TestSession> {
    const id = personId ?? (await this.newPerson({partnerOrgId, roles}));
    const session = await this.client.embedSessions.create({personId: id, ...(partnerOrgId ? {partnerOrgId} : {}), ttlS: 900});
    return {token: session.token, sessionId: session.id, personId: id, partnerOrgId, client: testClient(this.#send, session.token)};
  }
}
