-- What record_change does, for many changes of one transaction at once. A thousand single calls would leave a thousand versions of the tenant's counter for
-- each other to walk through.
CREATE FUNCTION record_changes(at timestamptz, principal text, on_behalf_of uuid, request text, changes jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  sequence tenant_sequence;
  change record;
  entry audit_entry;
  audiences uuid[];
BEGIN
  SELECT * INTO STRICT sequence FROM tenant_sequence s WHERE s.tenant_id = current_tenant() FOR UPDATE;
  FOR change IN
    SELECT * FROM jsonb_to_recordset(changes) AS c (action text, resource text, resource_id uuid, partner_org_ids uuid[], person_id uuid, to_vendor boolean, changes jsonb)
  LOOP
    audiences := CASE WHEN cardinality(change.partner_org_ids) = 0 THEN ARRAY[NULL]::uuid[] ELSE change.partner_org_ids END;
    INSERT INTO change_event (tenant_id, change_id, resource, resource_id, partner_org_id, person_id, to_vendor, created_at)
      SELECT sequence.tenant_id, sequence.last_change + a.position, change.resource, change.resource_id, a.partner_org_id, change.person_id, change.to_vendor AND a.position = 1, at
      FROM unnest(audiences) WITH ORDINALITY AS a (partner_org_id, position);
    entry := ROW(sequence.tenant_id, sequence.last_audit + 1, at, principal, on_behalf_of, request, change.action, change.resource, change.resource_id, change.changes, ''::bytea);
    entry.hash := audit_digest(sequence.audit_hash, entry);
    INSERT INTO audit_entry SELECT entry.*;
    sequence.last_change := sequence.last_change + cardinality(audiences);
    sequence.last_audit := entry.audit_id;
    sequence.audit_hash := entry.hash;
  END LOOP;
  UPDATE tenant_sequence s SET last_change = sequence.last_change, last_audit = sequence.last_audit, audit_hash = sequence.audit_hash WHERE s.tenant_id = sequence.tenant_id;
  PERFORM pg_notify('portico_change', sequence.tenant_id::text);
  RETURN sequence.last_change;
END $$;
