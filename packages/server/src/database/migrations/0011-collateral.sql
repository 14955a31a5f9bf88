-- The collateral library: its files.

-- A file of the tenant. Its bytes are in the file store, under a key that says nothing.
CREATE TABLE stored_file (
  tenant_id uuid NOT NULL REFERENCES tenant,
  stored_file_id uuid NOT NULL,
  -- Whose it is; NULL for the vendor's.
  partner_org_id uuid,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  received_bytes bigint NOT NULL DEFAULT 0,
  storage_key text NOT NULL UNIQUE,
  -- What the store needs to go on with it.
  upload_state text NOT NULL DEFAULT '',
  status text NOT NULL CHECK (status IN ('uploading', 'scanning', 'ready', 'rejected')),
  problem text CHECK (problem IN ('type_mismatch', 'unreadable', 'too_large_inside', 'unsafe_content', 'infected', 'hash_mismatch')),
  -- What its sender says it is, and what the kept bytes are.
  declared_sha256 text,
  sha256 text,
  width integer,
  height integer,
  pages integer,
  -- {page, width, height} of every picture that was made of it.
  previews jsonb NOT NULL DEFAULT '[]',
  attempts integer NOT NULL DEFAULT 0,
  -- When it has to be looked at: inspected, inspected again after a failure, or removed because it arrived no further. Who is at work moves it on.
  due_at timestamptz,
  recalled_at timestamptz,
  recall_reason text,
  added_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, stored_file_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  CHECK ((status = 'ready') = (sha256 IS NOT NULL)),
  CHECK ((status = 'rejected') = (problem IS NOT NULL)),
  CHECK (status = 'ready' OR due_at IS NOT NULL),
  CHECK ((recalled_at IS NULL) = (recall_reason IS NULL))
);
CREATE INDEX stored_file_due ON stored_file (tenant_id, due_at) WHERE due_at IS NOT NULL;

-- Links that serve once, and did.
CREATE TABLE used_file_link (
  tenant_id uuid NOT NULL REFERENCES tenant,
  link_id text NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, link_id)
);

-- Who may do what, as 0003-security.sql does for the tables before.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['stored_file', 'used_file_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_tenant ON %I TO portico_app USING (tenant_id = (SELECT current_tenant())) WITH CHECK (tenant_id = (SELECT current_tenant()))', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO portico_app', name);
  END LOOP;
END $$;
CREATE POLICY for_backup ON stored_file FOR SELECT TO portico_backup USING (true);
GRANT SELECT ON stored_file TO portico_backup;
REVOKE UPDATE ON used_file_link FROM portico_app;
GRANT DELETE ON stored_file TO portico_app;
-- The vendor's files are reached through the assets that a partner may see; whether that is so, the assets decide.
CREATE POLICY of_partner ON stored_file AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR partner_org_id IS NULL OR partner_org_id = (SELECT current_partner_org()))
  WITH CHECK ((SELECT sees_all_partners()) OR partner_org_id = (SELECT current_partner_org()));

CREATE POLICY for_worker ON stored_file FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON stored_file TO portico_worker;
CREATE POLICY for_worker ON used_file_link TO portico_worker USING (true);
GRANT SELECT (used_at), DELETE ON used_file_link TO portico_worker;
