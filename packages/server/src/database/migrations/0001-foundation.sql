-- Tenancy, people, keys, sessions, and what every write carries: its idempotency record, change event and audit entry.
-- Every key starts with tenant_id, so that the schema can be distributed by tenant and no unique index tells of another tenant's rows.

CREATE TABLE tenant (
  tenant_id uuid PRIMARY KEY,
  name text NOT NULL,
  not_before timestamptz NOT NULL DEFAULT '-infinity',
  active boolean NOT NULL DEFAULT true,
  -- 32 random bytes that sign cursors.
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE program (
  tenant_id uuid NOT NULL REFERENCES tenant,
  program_id uuid NOT NULL,
  name text NOT NULL,
  time_zone text NOT NULL,
  brand jsonb,
  levels jsonb NOT NULL DEFAULT '[]',
  products jsonb NOT NULL DEFAULT '[]',
  countries jsonb NOT NULL DEFAULT '[]',
  lead_policy jsonb NOT NULL,
  default_partner_org_id uuid,
  origins jsonb NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, program_id)
);
-- One programme a tenant for now; more come without moving a key.
CREATE UNIQUE INDEX program_one_per_tenant ON program (tenant_id);

CREATE TABLE person (
  tenant_id uuid NOT NULL REFERENCES tenant,
  person_id uuid NOT NULL,
  external_id text,
  name text NOT NULL,
  email text,
  locale text,
  time_zone text,
  active boolean NOT NULL DEFAULT true,
  not_before timestamptz NOT NULL DEFAULT '-infinity',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id)
);
CREATE UNIQUE INDEX person_external_id ON person (tenant_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX person_by_name ON person (tenant_id, name, person_id);

CREATE TABLE partner_org (
  tenant_id uuid NOT NULL REFERENCES tenant,
  partner_org_id uuid NOT NULL,
  external_id text,
  name text NOT NULL,
  type text NOT NULL,
  parent_id uuid,
  country text,
  time_zone text NOT NULL,
  website text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES partner_org (tenant_id, partner_org_id),
  CHECK (parent_id IS DISTINCT FROM partner_org_id)
);
CREATE UNIQUE INDEX partner_org_external_id ON partner_org (tenant_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX partner_org_by_name ON partner_org (tenant_id, name, partner_org_id);

ALTER TABLE program ADD FOREIGN KEY (tenant_id, default_partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id);

CREATE TABLE partnership (
  tenant_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  program_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('invited', 'pending', 'onboarding', 'active', 'at_risk', 'suspended', 'terminated', 'expired')),
  level_id uuid,
  manager_id uuid,
  territories jsonb NOT NULL DEFAULT '[]',
  products jsonb NOT NULL DEFAULT '[]',
  capacity integer CHECK (capacity >= 0),
  paused_reason text,
  -- Round robin: who waited longest since the last lead comes first.
  last_offered_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, partner_org_id, program_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id),
  FOREIGN KEY (tenant_id, manager_id) REFERENCES person (tenant_id, person_id)
);

-- A person's place: at the vendor (partner_org_id NULL) or at a partner.
CREATE TABLE membership (
  tenant_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  person_id uuid NOT NULL,
  partner_org_id uuid,
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, membership_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);
CREATE UNIQUE INDEX membership_place ON membership (tenant_id, person_id, partner_org_id) NULLS NOT DISTINCT;
CREATE INDEX membership_by_org ON membership (tenant_id, partner_org_id, person_id);

-- Looked up before the tenant is known, by the id inside the key; row-level security lets the authenticator role read it.
CREATE TABLE secret_key (
  tenant_id uuid NOT NULL REFERENCES tenant,
  key_id text NOT NULL,
  hash bytea NOT NULL,
  name text NOT NULL,
  scopes text[],
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key_id)
);
CREATE INDEX secret_key_by_id ON secret_key (key_id);

CREATE TABLE embed_session (
  tenant_id uuid NOT NULL,
  embed_session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  partner_org_id uuid,
  components text[] NOT NULL,
  scopes text[],
  origins text[] NOT NULL,
  locale text,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, embed_session_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);
CREATE INDEX embed_session_by_expiry ON embed_session (tenant_id, expires_at);

-- Keys that sign embed sessions; of the installation, not of a tenant.
CREATE TABLE signing_key (
  kid text PRIMARY KEY,
  private_jwk jsonb NOT NULL,
  public_jwk jsonb NOT NULL,
  use_from timestamptz NOT NULL,
  retired_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE idempotency_record (
  tenant_id uuid NOT NULL,
  principal_id text NOT NULL,
  -- A hash of it.
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  status integer,
  headers jsonb,
  -- Encrypted under the key itself, which is not here.
  body bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, principal_id, key)
);
CREATE INDEX idempotency_record_by_age ON idempotency_record (tenant_id, created_at);

-- Event numbers: taken under a row lock inside the writer's transaction, so that their order is the order of commits.
CREATE TABLE tenant_sequence (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  last_change bigint NOT NULL DEFAULT 0,
  last_audit bigint NOT NULL DEFAULT 0,
  audit_hash bytea NOT NULL DEFAULT ''
);

CREATE TABLE change_event (
  tenant_id uuid NOT NULL,
  change_id bigint NOT NULL,
  resource text NOT NULL,
  resource_id uuid NOT NULL,
  -- Partner organisation that may hear of it; NULL is for vendor staff only.
  partner_org_id uuid,
  -- Person within that organisation it concerns, NULL for all of it.
  person_id uuid,
  -- Whether vendor staff hear of it.
  to_vendor boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, change_id)
);

CREATE TABLE audit_entry (
  tenant_id uuid NOT NULL,
  audit_id bigint NOT NULL,
  at timestamptz NOT NULL,
  principal_id text NOT NULL,
  on_behalf_of uuid,
  request_id text,
  action text NOT NULL,
  resource text NOT NULL,
  resource_id uuid,
  changes jsonb NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (tenant_id, audit_id)
);
