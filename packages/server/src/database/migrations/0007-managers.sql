-- Channel managers see what belongs to the partners that are assigned to them (partnership.manager_id). Every other role of the vendor sees the whole
-- programme, so whoever has one of those too is not limited.

-- The person whose partners' rows alone are seen, NULL for all partners. Set by admit_session, lifted where the system decides.
CREATE FUNCTION current_manager() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('portico.manager_id', true), '')::uuid $$;

CREATE OR REPLACE VIEW session_standing WITH (security_invoker = true) AS
  SELECT s.tenant_id, s.embed_session_id, s.person_id, s.partner_org_id, s.components, s.scopes, s.origins AS session_origins, m.roles, t.secret, g.program_id, g.origins,
    CASE WHEN s.partner_org_id IS NULL AND m.roles <@ ARRAY['channel_manager'] THEN s.person_id END AS manager_id
  FROM embed_session s
  JOIN person p ON p.tenant_id = s.tenant_id AND p.person_id = s.person_id
  JOIN membership m ON m.tenant_id = s.tenant_id AND m.person_id = s.person_id AND m.partner_org_id IS NOT DISTINCT FROM s.partner_org_id
  JOIN tenant t ON t.tenant_id = s.tenant_id
  JOIN program g ON g.tenant_id = s.tenant_id
  WHERE s.revoked_at IS NULL AND t.active AND p.active AND s.issued_at >= p.not_before AND s.issued_at >= t.not_before;

CREATE OR REPLACE FUNCTION admit_session(session uuid, person uuid, partner_org uuid) RETURNS SETOF session_standing LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  standing session_standing;
BEGIN
  FOR standing IN SELECT * FROM session_standing s WHERE s.embed_session_id = session AND s.person_id = person AND s.partner_org_id IS NOT DISTINCT FROM partner_org LOOP
    PERFORM set_config('portico.manager_id', coalesce(standing.manager_id::text, ''), true);
    RETURN NEXT standing;
  END LOOP;
END $$;

CREATE INDEX partnership_of_manager ON partnership (tenant_id, manager_id) WHERE manager_id IS NOT NULL;

-- For this step and those after it, as in 0003-security.sql.
CREATE PROCEDURE keep_within_manager(VARIADIC names text[]) LANGUAGE sql AS $$
  CALL restrict_rows('of_manager', '
    (SELECT current_manager()) IS NULL
    OR partner_org_id IN (SELECT p.partner_org_id FROM partnership p WHERE p.tenant_id = (SELECT current_tenant()) AND p.manager_id = (SELECT current_manager()))', names)
$$;
CALL keep_within_manager('lead_offer');
-- A lead once offered to one of their partners (what the partner may read, its manager may too), one that came back to them, and one that no partner has had
-- yet: that is the queue from which somebody has to place it, and no partner's manager is nearer to it than another.
CREATE POLICY of_manager ON lead AS RESTRICTIVE TO portico_app USING (
  (SELECT current_manager()) IS NULL
  OR offer_count = 0
  OR owner_id = (SELECT current_manager())
  OR EXISTS (SELECT FROM lead_offer o WHERE o.tenant_id = lead.tenant_id AND o.lead_id = lead.lead_id)
);
CREATE POLICY of_manager ON activity AS RESTRICTIVE TO portico_app USING (
  (SELECT current_manager()) IS NULL
  OR CASE WHEN lead_offer_id IS NULL
    THEN EXISTS (SELECT FROM lead l WHERE l.tenant_id = activity.tenant_id AND l.lead_id = activity.lead_id)
    ELSE EXISTS (SELECT FROM lead_offer o WHERE o.tenant_id = activity.tenant_id AND o.lead_offer_id = activity.lead_offer_id)
  END
);

-- Which managers hear of a change, by the same rules; NULL for all of them.
CREATE FUNCTION managers_of(resource text, resource_id uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_variable
DECLARE
  lead_of uuid;
  offer_of uuid;
BEGIN
  CASE resource
    WHEN 'lead' THEN lead_of := resource_id;
    WHEN 'lead_offer' THEN offer_of := resource_id;
    WHEN 'activity' THEN SELECT CASE WHEN a.lead_offer_id IS NULL THEN a.lead_id END, a.lead_offer_id INTO lead_of, offer_of FROM activity a WHERE a.tenant_id = current_tenant() AND a.activity_id = resource_id;
    ELSE RETURN NULL;
  END CASE;
  IF offer_of IS NOT NULL THEN
    RETURN ARRAY(SELECT p.manager_id FROM lead_offer o JOIN partnership p USING (tenant_id, partner_org_id) WHERE o.tenant_id = current_tenant() AND o.lead_offer_id = offer_of AND p.manager_id IS NOT NULL);
  END IF;
  IF EXISTS (SELECT FROM lead l WHERE l.tenant_id = current_tenant() AND l.lead_id = lead_of AND l.offer_count = 0) THEN
    RETURN NULL;
  END IF;
  RETURN ARRAY(
    SELECT p.manager_id FROM lead_offer o JOIN partnership p USING (tenant_id, partner_org_id) WHERE o.tenant_id = current_tenant() AND o.lead_id = lead_of AND p.manager_id IS NOT NULL
    UNION SELECT l.owner_id FROM lead l WHERE l.tenant_id = current_tenant() AND l.lead_id = lead_of AND l.owner_id IS NOT NULL
  );
END $$;
