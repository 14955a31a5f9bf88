-- Who may do what, in the database itself: row-level security, versions, the audit log that only grows.
-- The roles portico_owner (DDL), portico_app (requests) and portico_worker (what spans tenants) are made by migrate.ts before the first migration.

-- What the present transaction was opened for. A missing setting gives NULL, and NULL matches no row: there is no fallback.
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('portico.tenant_id', true), '')::uuid $$;
CREATE FUNCTION current_partner_org() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('portico.partner_org_id', true), '')::uuid $$;
CREATE FUNCTION current_principal() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('portico.principal', true), '') $$;
-- True for keys, vendor staff and the system; false for partner people, and when the setting is missing.
CREATE FUNCTION sees_all_partners() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('portico.caller', true), '') IN ('key', 'vendor', 'system') $$;

GRANT USAGE ON SCHEMA portico TO portico_app, portico_worker;

-- What tables have in common, for this step and those after it: `CALL keep_within_tenant('lead', 'lead_offer')`.

-- One tenant at a time. `(SELECT …)` is evaluated once a statement instead of once a row.
CREATE PROCEDURE keep_within_tenant(VARIADIC names text[]) LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_tenant ON %I TO portico_app USING (tenant_id = (SELECT current_tenant())) WITH CHECK (tenant_id = (SELECT current_tenant()))', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO portico_app', name);
  END LOOP;
END $$;
-- One tenant at a time, and in every backup.
CREATE PROCEDURE keep_for_tenant(VARIADIC names text[]) LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  CALL keep_within_tenant(VARIADIC names);
  FOREACH name IN ARRAY names LOOP
    EXECUTE format('CREATE POLICY for_backup ON %I FOR SELECT TO portico_backup USING (true)', name);
    EXECUTE format('GRANT SELECT ON %I TO portico_backup', name);
  END LOOP;
END $$;
-- A restriction on the rows of some tables, whatever else their policies allow.
CREATE PROCEDURE restrict_rows(policy text, condition text, names text[]) LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE TO portico_app USING (%s)', policy, name, condition);
  END LOOP;
END $$;
-- Partner people: their own organisation's rows only.
CREATE PROCEDURE keep_within_partner(VARIADIC names text[]) LANGUAGE sql AS $$
  CALL restrict_rows('of_partner', '(SELECT sees_all_partners()) OR partner_org_id = (SELECT current_partner_org())', names)
$$;
-- Nothing for partners.
CREATE PROCEDURE keep_from_partners(VARIADIC names text[]) LANGUAGE sql AS $$ CALL restrict_rows('not_for_partners', '(SELECT sees_all_partners())', names) $$;

-- Every table so far; of these two no row is a tenant's.
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'portico' AND tablename NOT IN ('signing_key', 'schema_migration') LOOP
    CALL keep_within_tenant(name);
  END LOOP;
END $$;
ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE schema_migration ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

REVOKE INSERT, UPDATE ON tenant FROM portico_app;
REVOKE INSERT ON tenant_sequence FROM portico_app;
REVOKE UPDATE ON change_event, audit_entry FROM portico_app;
GRANT DELETE ON membership TO portico_app;

CREATE POLICY for_all ON schema_migration FOR SELECT USING (true);
GRANT SELECT ON schema_migration TO portico_app, portico_worker;
CREATE POLICY for_owner ON schema_migration TO portico_owner USING (true) WITH CHECK (true);

-- The key that is being presented may be looked up before its tenant is known.
CREATE POLICY presented ON secret_key FOR SELECT TO portico_app USING (key_id = (SELECT nullif(current_setting('portico.key_id', true), '')));

-- Partner people: their own organisation's rows only.
CALL keep_within_partner('partner_org', 'partnership', 'lead_offer', 'account_lock', 'deal_registration', 'embed_session');
-- Vendor staff are visible too: partners see the names of those who work with them.
CREATE POLICY of_partner ON membership AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR partner_org_id = (SELECT current_partner_org()) OR partner_org_id IS NULL);
CREATE POLICY of_partner ON person AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR EXISTS (SELECT FROM membership m WHERE m.tenant_id = person.tenant_id AND m.person_id = person.person_id));
-- A lead once offered to them. What of it they see is decided by the handlers.
CREATE POLICY of_partner ON lead AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR EXISTS (SELECT FROM lead_offer o WHERE o.tenant_id = lead.tenant_id AND o.lead_id = lead.lead_id));
-- Never the vendor's internal entries, and shared ones only of their own offers.
CREATE POLICY of_partner ON activity AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners())
  OR (visibility = 'partner_internal' AND partner_org_id = (SELECT current_partner_org()))
  OR (visibility = 'shared' AND EXISTS (SELECT FROM lead_offer o WHERE o.tenant_id = activity.tenant_id AND o.lead_offer_id = activity.lead_offer_id))
);
CREATE POLICY of_partner ON change_event AS RESTRICTIVE FOR SELECT TO portico_app USING ((SELECT sees_all_partners()) OR partner_org_id = (SELECT current_partner_org()));

-- Nothing for partners.
CREATE POLICY not_for_partners ON secret_key AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR key_id = (SELECT nullif(current_setting('portico.key_id', true), '')));
CALL keep_from_partners('routing_rule', 'routing_decision', 'lead_import', 'lead_import_row');
CREATE POLICY not_for_partners ON audit_entry AS RESTRICTIVE FOR SELECT TO portico_app USING ((SELECT sees_all_partners()));

-- Whoever asks sees only answers that were saved for them.
CREATE POLICY of_principal ON idempotency_record AS RESTRICTIVE TO portico_app USING (principal_id = (SELECT current_principal()));

-- Who counts at this moment, and what a request needs to know of them: read when its transaction opens. Functions, because their plans are kept; planning anew
-- takes several times as long as looking up one row by its key.
CREATE VIEW session_standing WITH (security_invoker = true) AS
  SELECT s.tenant_id, s.embed_session_id, s.person_id, s.partner_org_id, s.components, s.scopes, s.origins AS session_origins, m.roles, t.secret, g.program_id, g.origins
  FROM embed_session s
  JOIN person p ON p.tenant_id = s.tenant_id AND p.person_id = s.person_id
  JOIN membership m ON m.tenant_id = s.tenant_id AND m.person_id = s.person_id AND m.partner_org_id IS NOT DISTINCT FROM s.partner_org_id
  JOIN tenant t ON t.tenant_id = s.tenant_id
  JOIN program g ON g.tenant_id = s.tenant_id
  WHERE s.revoked_at IS NULL AND t.active AND p.active AND s.issued_at >= p.not_before AND s.issued_at >= t.not_before;
CREATE VIEW key_standing WITH (security_invoker = true) AS
  SELECT k.tenant_id, k.key_id, k.hash, k.scopes, k.expires_at, t.secret, g.program_id, g.origins
  FROM secret_key k
  JOIN tenant t ON t.tenant_id = k.tenant_id
  JOIN program g ON g.tenant_id = k.tenant_id
  WHERE k.revoked_at IS NULL AND t.active;
GRANT SELECT ON session_standing, key_standing TO portico_app;

CREATE FUNCTION admit_session(session uuid, person uuid, partner_org uuid) RETURNS SETOF session_standing LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT * FROM session_standing s WHERE s.embed_session_id = session AND s.person_id = person AND s.partner_org_id IS NOT DISTINCT FROM partner_org;
END $$;
-- The tenant is known only from the key; from here on the transaction is that tenant's. Whether the key is right is decided by its hash, outside.
CREATE FUNCTION admit_key(presented text) RETURNS SETOF key_standing LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM set_config('portico.key_id', presented, true);
  PERFORM set_config('portico.tenant_id', k.tenant_id::text, true) FROM secret_key k WHERE k.key_id = presented;
  RETURN QUERY SELECT * FROM key_standing k WHERE k.key_id = presented;
END $$;

-- What spans tenants: finding what is due, removing what is old, signing keys, new tenants. Columns that hold personal data are not granted.
CREATE POLICY for_worker ON tenant TO portico_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON tenant TO portico_worker;
CREATE POLICY for_worker ON tenant_sequence TO portico_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON tenant_sequence TO portico_worker;
CREATE POLICY for_worker ON signing_key TO portico_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON signing_key TO portico_worker;
CREATE POLICY for_worker ON program FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, origins) ON program TO portico_worker;
CREATE POLICY for_worker ON lead_offer FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON lead_offer TO portico_worker;
CREATE POLICY for_worker ON lead FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at, status) ON lead TO portico_worker;
CREATE POLICY for_worker ON lead_import FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, status, lease_until) ON lead_import TO portico_worker;
CREATE POLICY for_worker ON idempotency_record TO portico_worker USING (true);
GRANT SELECT (tenant_id, created_at), DELETE ON idempotency_record TO portico_worker;
CREATE POLICY for_worker ON change_event TO portico_worker USING (true);
GRANT SELECT (tenant_id, change_id, created_at), DELETE ON change_event TO portico_worker;
CREATE POLICY for_worker ON embed_session TO portico_worker USING (true);
GRANT SELECT (tenant_id, expires_at), DELETE ON embed_session TO portico_worker;

-- Optimistic concurrency: the version is the trigger's, not the writer's.
CREATE FUNCTION bump_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

CREATE PROCEDURE keep_version(VARIADIC names text[]) LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    EXECUTE format('CREATE TRIGGER bump_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION bump_version()', name);
  END LOOP;
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'portico' AND column_name = 'version' LOOP
    CALL keep_version(name);
  END LOOP;
END $$;

-- The audit log only grows, whoever asks: the grants say so to the application, the trigger to everybody else.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log can only be added to.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The hash of an entry over all of its fields and the hash before it: changing or removing one shows in every later one.
CREATE FUNCTION audit_digest(before bytea, entry audit_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(before || convert_to(jsonb_build_array(
    entry.tenant_id, entry.audit_id, (extract(epoch FROM entry.at) * 1000000)::bigint, entry.principal_id, entry.on_behalf_of, entry.request_id,
    entry.action, entry.resource, entry.resource_id, entry.changes
  )::text, 'UTF8'))
$$;

-- Announces a change and writes its audit entry. The row lock on tenant_sequence makes one tenant's writers take turns until they commit, so numbers are in commit order.
CREATE FUNCTION record_change(
  at timestamptz, principal text, on_behalf_of uuid, request text, action text, resource text, resource_id uuid,
  partner_org_ids uuid[], person_id uuid, to_vendor boolean, changes jsonb
) RETURNS bigint LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  sequence tenant_sequence;
  entry audit_entry;
  audiences uuid[] := CASE WHEN cardinality(partner_org_ids) = 0 THEN ARRAY[NULL]::uuid[] ELSE partner_org_ids END;
BEGIN
  SELECT * INTO STRICT sequence FROM tenant_sequence s WHERE s.tenant_id = current_tenant() FOR UPDATE;
  INSERT INTO change_event (tenant_id, change_id, resource, resource_id, partner_org_id, person_id, to_vendor, created_at)
    SELECT sequence.tenant_id, sequence.last_change + a.position, resource, resource_id, a.partner_org_id, person_id, to_vendor AND a.position = 1, at
    FROM unnest(audiences) WITH ORDINALITY AS a (partner_org_id, position);
  entry := ROW(sequence.tenant_id, sequence.last_audit + 1, at, principal, on_behalf_of, request, action, resource, resource_id, changes, ''::bytea);
  entry.hash := audit_digest(sequence.audit_hash, entry);
  INSERT INTO audit_entry SELECT entry.*;
  UPDATE tenant_sequence s SET last_change = s.last_change + cardinality(audiences), last_audit = entry.audit_id, audit_hash = entry.hash WHERE s.tenant_id = sequence.tenant_id;
  -- Only a wake-up: the table is the truth.
  PERFORM pg_notify('portico_change', sequence.tenant_id::text);
  RETURN sequence.last_change + cardinality(audiences);
END $$;

-- The same without an announcement: sign-ins refused, keys made, and the like.
CREATE FUNCTION record_audit(at timestamptz, principal text, on_behalf_of uuid, request text, action text, resource text, resource_id uuid, changes jsonb) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  sequence tenant_sequence;
  entry audit_entry;
BEGIN
  SELECT * INTO STRICT sequence FROM tenant_sequence s WHERE s.tenant_id = current_tenant() FOR UPDATE;
  entry := ROW(sequence.tenant_id, sequence.last_audit + 1, at, principal, on_behalf_of, request, action, resource, resource_id, changes, ''::bytea);
  entry.hash := audit_digest(sequence.audit_hash, entry);
  INSERT INTO audit_entry SELECT entry.*;
  UPDATE tenant_sequence s SET last_audit = entry.audit_id, audit_hash = entry.hash WHERE s.tenant_id = sequence.tenant_id;
END $$;
