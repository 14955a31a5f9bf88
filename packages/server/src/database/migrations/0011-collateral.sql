-- The collateral library: material that vendors publish, and who may have it.

-- Files

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
  -- The last time.
  used_at timestamptz NOT NULL,
  -- When the sending broke off that came last; NULL while it goes on, and when all was sent.
  broken_at timestamptz,
  tries integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, link_id)
);

-- Who may do what, as 0003-security.sql does for the tables before.
CALL keep_for_tenant('stored_file');
CALL keep_within_tenant('used_file_link');
GRANT DELETE ON stored_file TO portico_app;
-- The vendor's files are reached through the assets that a partner may see; whether that is so, the assets decide.
CREATE POLICY of_partner ON stored_file AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR partner_org_id IS NULL OR partner_org_id = (SELECT current_partner_org()))
  WITH CHECK ((SELECT sees_all_partners()) OR partner_org_id = (SELECT current_partner_org()));

CREATE POLICY for_worker ON stored_file FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON stored_file TO portico_worker;
CREATE POLICY for_worker ON used_file_link TO portico_worker USING (true);
GRANT SELECT (used_at), DELETE ON used_file_link TO portico_worker;

-- Partnerships: what entitlement asks of them besides level, territory and products.
ALTER TABLE partnership
  ADD COLUMN groups text[] NOT NULL DEFAULT '{}',
  ADD COLUMN certifications text[] NOT NULL DEFAULT '{}',
  ADD COLUMN accepted_terms text[] NOT NULL DEFAULT '{}';

-- Assets

CREATE TABLE asset_folder (
  tenant_id uuid NOT NULL REFERENCES tenant,
  asset_folder_id uuid NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, asset_folder_id),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES asset_folder (tenant_id, asset_folder_id),
  CHECK (parent_id IS DISTINCT FROM asset_folder_id)
);
CREATE UNIQUE INDEX asset_folder_name ON asset_folder (tenant_id, parent_id, name) NULLS NOT DISTINCT;
CREATE INDEX asset_folder_by_name ON asset_folder (tenant_id, name, asset_folder_id);

CREATE TABLE asset (
  tenant_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  program_id uuid NOT NULL,
  title text NOT NULL,
  summary text,
  type text NOT NULL,
  products text[] NOT NULL DEFAULT '{}',
  industries text[] NOT NULL DEFAULT '{}',
  sales_stages text[] NOT NULL DEFAULT '{}',
  personas text[] NOT NULL DEFAULT '{}',
  tags text[] NOT NULL DEFAULT '{}',
  folder_id uuid,
  classification text NOT NULL CHECK (classification IN ('public', 'partner', 'confidential')),
  delivery text NOT NULL CHECK (delivery IN ('open', 'portal', 'locked')),
  watermark boolean NOT NULL DEFAULT false,
  alt_text text,
  transcript text,
  link_url text,
  owner_id uuid,
  -- Entitlement of the contract, as it was said, and what follows from it: keys that a partner needs all of, and any one of. `partner_keys` makes a partner's.
  entitlement jsonb NOT NULL,
  needs_all text[] NOT NULL,
  needs_group text[] NOT NULL DEFAULT '{}',
  needs_type text[] NOT NULL DEFAULT '{}',
  needs_territory text[] NOT NULL DEFAULT '{}',
  needs_product text[] NOT NULL DEFAULT '{}',
  is_restricted boolean NOT NULL GENERATED ALWAYS AS (cardinality(needs_group) + cardinality(needs_type) + cardinality(needs_territory) + cardinality(needs_product) > 0) STORED,
  shown_locked boolean NOT NULL DEFAULT false,
  entitled_from timestamptz,
  entitled_until timestamptz,
  status text NOT NULL CHECK (status IN ('draft', 'in_review', 'changes_requested', 'approved', 'published', 'superseded', 'expired', 'archived', 'recalled')),
  changes_wanted text,
  recall_reason text,
  recalled_at timestamptz,
  replaced_by_id uuid,
  published_at timestamptz,
  news_at timestamptz,
  -- Of its present versions.
  languages text[] NOT NULL DEFAULT '{}',
  expires_at timestamptz,
  -- The earliest thing that happens by itself, to it or to one of its versions.
  due_at timestamptz,
  -- What search looks at: words with weights, and values of facets with their marks.
  search_words tsvector NOT NULL DEFAULT '',
  sort_news timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(news_at, created_at)) STORED,
  sort_title text NOT NULL GENERATED ALWAYS AS (lower(title)) STORED,
  sort_expires timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(expires_at, 'infinity'::timestamptz)) STORED,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, asset_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id),
  FOREIGN KEY (tenant_id, folder_id) REFERENCES asset_folder (tenant_id, asset_folder_id),
  FOREIGN KEY (tenant_id, owner_id) REFERENCES person (tenant_id, person_id),
  FOREIGN KEY (tenant_id, replaced_by_id) REFERENCES asset (tenant_id, asset_id),
  CHECK ((status = 'recalled') = (recalled_at IS NOT NULL)),
  CHECK (status NOT IN ('published', 'superseded', 'expired') OR published_at IS NOT NULL)
);
CREATE INDEX asset_newest ON asset (tenant_id, sort_news DESC, asset_id DESC);
CREATE INDEX asset_newest_of_status ON asset (tenant_id, status, sort_news DESC, asset_id DESC);
CREATE INDEX asset_by_title ON asset (tenant_id, status, sort_title, asset_id);
CREATE INDEX asset_by_expiry ON asset (tenant_id, status, sort_expires, asset_id);
CREATE INDEX asset_of_folder ON asset (tenant_id, folder_id) WHERE folder_id IS NOT NULL;
CREATE INDEX asset_search ON asset USING gin (search_words);
CREATE INDEX asset_due ON asset (due_at, asset_id) WHERE due_at IS NOT NULL;

CREATE TABLE asset_version (
  tenant_id uuid NOT NULL,
  asset_version_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  number integer NOT NULL,
  language text NOT NULL,
  stored_file_id uuid NOT NULL,
  change_note text,
  valid_from timestamptz,
  valid_until timestamptz,
  status text NOT NULL CHECK (status IN ('draft', 'scheduled', 'current', 'superseded', 'expired', 'recalled')),
  published_at timestamptz,
  recall_reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, asset_version_id),
  FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, asset_id),
  FOREIGN KEY (tenant_id, stored_file_id) REFERENCES stored_file (tenant_id, stored_file_id),
  CHECK (valid_until > valid_from),
  CHECK ((published_at IS NULL) = (status = 'draft'))
);
CREATE UNIQUE INDEX asset_version_number ON asset_version (tenant_id, asset_id, number);
-- One present version of each language, whoever publishes at the same moment.
CREATE UNIQUE INDEX asset_version_one_current ON asset_version (tenant_id, asset_id, language) WHERE status = 'current';
CREATE INDEX asset_version_of_file ON asset_version (tenant_id, stored_file_id);

-- Who has which version: the last download of a person, and how many there were.
CREATE TABLE asset_holding (
  tenant_id uuid NOT NULL,
  asset_holding_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  asset_version_id uuid NOT NULL,
  language text NOT NULL,
  partner_org_id uuid NOT NULL,
  person_id uuid,
  downloads integer NOT NULL DEFAULT 1,
  downloaded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, asset_holding_id),
  FOREIGN KEY (tenant_id, asset_version_id) REFERENCES asset_version (tenant_id, asset_version_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id)
);
CREATE UNIQUE INDEX asset_holding_one ON asset_holding (tenant_id, asset_version_id, partner_org_id, person_id) NULLS NOT DISTINCT;
CREATE INDEX asset_holding_of_partner ON asset_holding (tenant_id, partner_org_id, asset_id, language, downloaded_at DESC);
CREATE INDEX asset_holding_of_asset ON asset_holding (tenant_id, asset_id, downloaded_at DESC, asset_holding_id DESC);

-- What was done with material, one row each time; it only grows.
CREATE TABLE asset_event (
  tenant_id uuid NOT NULL,
  asset_event_id uuid NOT NULL,
  kind text NOT NULL,
  asset_id uuid NOT NULL,
  asset_version_id uuid,
  partner_org_id uuid,
  person_id uuid,
  campaign text,
  at timestamptz NOT NULL,
  data jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, asset_event_id),
  FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, asset_id),
  FOREIGN KEY (tenant_id, asset_version_id) REFERENCES asset_version (tenant_id, asset_version_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id)
);
CREATE INDEX asset_event_of_asset ON asset_event (tenant_id, asset_id, at DESC);

CREATE TABLE asset_favourite (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id, asset_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, asset_id)
);
-- Until when a person has seen what is new.
CREATE TABLE asset_visit (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  visited_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id) ON DELETE CASCADE
);

-- Assets: who sees them

CALL keep_for_tenant('asset_folder', 'asset', 'asset_version', 'asset_holding', 'asset_event', 'asset_favourite', 'asset_visit');
CALL keep_version('asset_folder', 'asset', 'asset_version');
GRANT DELETE ON asset_folder, asset_favourite TO portico_app;
REVOKE UPDATE ON asset_event FROM portico_app;
CREATE POLICY for_worker ON asset FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON asset TO portico_worker;

-- A partner's standing, as keys: what entitlement is held against. The same as `partnerKeysOf` (asset/entitlement.rules.ts); plpgsql, because its plans are kept.
CREATE FUNCTION partner_keys(partner uuid) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT
      CASE WHEN p.status IN ('active', 'at_risk') THEN ARRAY['active'] ELSE '{}' END
      || ARRAY['type:' || o.type]
      || ARRAY(SELECT 'group:' || held FROM unnest(p.groups) AS held)
      || ARRAY(SELECT 'certification:' || held FROM unnest(p.certifications) AS held)
      || ARRAY(SELECT 'terms:' || held FROM unnest(p.accepted_terms) AS held)
      || ARRAY(
        SELECT 'level:' || (below->>'id') FROM jsonb_array_elements(g.levels) AS own, jsonb_array_elements(g.levels) AS below
        WHERE own->>'id' = p.level_id::text AND (below->>'rank')::integer >= (own->>'rank')::integer)
      || CASE WHEN p.products = '[]' THEN ARRAY['products:all'] ELSE ARRAY(SELECT 'product:' || held FROM jsonb_array_elements_text(p.products) AS held) END
      || CASE WHEN p.territories = '[]' THEN ARRAY['territories:all'] ELSE ARRAY(
        SELECT key FROM jsonb_array_elements(p.territories) AS t, LATERAL (VALUES
          ('country:' || (t->>'country')),
          ('territory:' || (t->>'country') || coalesce('/' || (t->>'region'), ''))
        ) AS k (key)) END
    FROM partnership p
    JOIN partner_org o USING (tenant_id, partner_org_id)
    JOIN program g USING (tenant_id, program_id)
    WHERE p.tenant_id = current_tenant() AND p.partner_org_id = partner
  );
END $$;
CREATE FUNCTION current_partner_keys() RETURNS text[] LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN partner_keys(current_partner_org()); END $$;

-- Partners see what is published for them, and of what was published once what they hold copies of. When something becomes valid is the business of the queries, which
-- know the time.
CREATE POLICY of_partner ON asset AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners())
  OR (
    classification <> 'confidential'
    AND CASE
      WHEN status = 'published' THEN
        shown_locked
        OR (
          needs_all <@ (SELECT current_partner_keys())
          AND (NOT is_restricted OR (
            (needs_group = '{}' OR needs_group && (SELECT current_partner_keys()))
            AND (needs_type = '{}' OR needs_type && (SELECT current_partner_keys()))
            AND (needs_territory = '{}' OR needs_territory && (SELECT current_partner_keys()))
            AND (needs_product = '{}' OR needs_product && (SELECT current_partner_keys()))
          ))
        )
      WHEN status IN ('recalled', 'superseded', 'expired') THEN
        EXISTS (SELECT FROM asset_holding h WHERE h.tenant_id = asset.tenant_id AND h.asset_id = asset.asset_id AND h.partner_org_id = (SELECT current_partner_org()))
        -- Whom it is for is led from it to what took its place.
        OR (
          status = 'superseded'
          AND needs_all <@ (SELECT current_partner_keys())
          AND (needs_group = '{}' OR needs_group && (SELECT current_partner_keys()))
          AND (needs_type = '{}' OR needs_type && (SELECT current_partner_keys()))
          AND (needs_territory = '{}' OR needs_territory && (SELECT current_partner_keys()))
          AND (needs_product = '{}' OR needs_product && (SELECT current_partner_keys()))
        )
      ELSE false
    END
  )
);
CREATE POLICY of_partner ON asset_version AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners())
  OR (status NOT IN ('draft', 'scheduled') AND EXISTS (SELECT FROM asset a WHERE a.tenant_id = asset_version.tenant_id AND a.asset_id = asset_version.asset_id))
);
CALL keep_within_partner('asset_holding', 'asset_event');
-- What somebody likes and when they came is their own.
CREATE POLICY of_person ON asset_favourite AS RESTRICTIVE TO portico_app USING ('person:' || person_id = (SELECT current_principal()));
CREATE POLICY of_person ON asset_visit AS RESTRICTIVE TO portico_app USING ('person:' || person_id = (SELECT current_principal()));
CALL keep_within_manager('asset_holding', 'asset_event');

-- As in 0004-lead-search.sql: text search is not leakproof, so this function looks into the index with the owner's rights, answers for the present tenant alone and says
-- nothing but ids. For a partner it passes over what the policy above would hide, or a page of finds could be empty while more are to be found.
CREATE POLICY for_search ON asset FOR SELECT TO portico_owner USING (true);
CREATE FUNCTION find_assets(query tsquery, of_status text[], keys text[], most integer) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = portico, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT a.asset_id FROM asset a
  WHERE a.tenant_id = current_tenant() AND a.search_words @@ query
    AND (of_status IS NULL OR a.status = ANY (of_status))
    AND (keys IS NULL OR (
      a.classification <> 'confidential'
      AND (a.shown_locked OR a.status <> 'published' OR (
        a.needs_all <@ keys
        AND (a.needs_group = '{}' OR a.needs_group && keys)
        AND (a.needs_type = '{}' OR a.needs_type && keys)
        AND (a.needs_territory = '{}' OR a.needs_territory && keys)
        AND (a.needs_product = '{}' OR a.needs_product && keys)
      ))
    ))
  LIMIT most;
END $$;
REVOKE EXECUTE ON FUNCTION find_assets FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_assets TO portico_app;

-- Which partners hear of a change to an asset: those who see it, locked or not, and those who hold a copy.
CREATE FUNCTION asset_audience(asset uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    SELECT p.partner_org_id FROM asset a, partnership p, LATERAL (SELECT CASE WHEN a.shown_locked THEN NULL ELSE partner_keys(p.partner_org_id) END AS keys) k
    WHERE a.tenant_id = current_tenant() AND a.asset_id = asset AND p.tenant_id = a.tenant_id AND a.classification <> 'confidential' AND a.status = 'published'
      AND (a.shown_locked OR (
        a.needs_all <@ k.keys
        AND (a.needs_group = '{}' OR a.needs_group && k.keys)
        AND (a.needs_type = '{}' OR a.needs_type && k.keys)
        AND (a.needs_territory = '{}' OR a.needs_territory && k.keys)
        AND (a.needs_product = '{}' OR a.needs_product && k.keys)
      ))
    UNION
    SELECT h.partner_org_id FROM asset_holding h JOIN asset a USING (tenant_id, asset_id) WHERE h.tenant_id = current_tenant() AND h.asset_id = asset AND a.classification <> 'confidential' AND a.published_at IS NOT NULL
  )
$$;

-- How many assets there are by facet: counted when an asset changes, so that opening a library reads some hundred rows instead of all of its assets (docs/decisions/0022-facets-are-counted-ahead.md).

-- Who sees an asset, once for all assets that the same partners see.
CREATE TABLE asset_audience (
  tenant_id uuid NOT NULL,
  -- Made of the other columns.
  audience_id uuid NOT NULL,
  classification text NOT NULL,
  needs_all text[] NOT NULL,
  needs_group text[] NOT NULL,
  needs_type text[] NOT NULL,
  needs_territory text[] NOT NULL,
  needs_product text[] NOT NULL,
  shown_locked boolean NOT NULL,
  PRIMARY KEY (tenant_id, audience_id)
);
-- Assets of an audience and a status that have a value of a facet; the facet '' counts all of them.
CREATE TABLE asset_tally (
  tenant_id uuid NOT NULL,
  audience_id uuid NOT NULL,
  status text NOT NULL,
  facet text NOT NULL,
  value text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (tenant_id, status, audience_id, facet, value)
);
CREATE INDEX asset_tally_nothing ON asset_tally (tenant_id) WHERE count = 0;
-- What may be over before the sweep has come, and what is not for anybody yet: taken off what was counted.
CREATE INDEX asset_ending ON asset (tenant_id, entitled_until) WHERE status = 'published' AND entitled_until IS NOT NULL;
CREATE INDEX asset_beginning ON asset (tenant_id, entitled_from) WHERE status = 'published' AND entitled_from IS NOT NULL;

CREATE FUNCTION audience_of(a asset) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT md5(ROW(a.classification, a.needs_all, a.needs_group, a.needs_type, a.needs_territory, a.needs_product, a.shown_locked)::text)::uuid
$$;
-- An asset's values, with the names of the contract's filter.
CREATE FUNCTION facets_of(a asset) RETURNS TABLE (facet text, value text) LANGUAGE sql STABLE ROWS 12 AS $$
  SELECT '', ''
  UNION ALL SELECT 'type', a.type
  UNION ALL SELECT 'folderId', a.folder_id::text WHERE a.folder_id IS NOT NULL
  UNION ALL SELECT 'product', value FROM unnest(a.products) AS value
  UNION ALL SELECT 'industry', value FROM unnest(a.industries) AS value
  UNION ALL SELECT 'salesStage', value FROM unnest(a.sales_stages) AS value
  UNION ALL SELECT 'persona', value FROM unnest(a.personas) AS value
  UNION ALL SELECT 'language', value FROM unnest(a.languages) AS value
  UNION ALL SELECT 'tag', value FROM unnest(a.tags) AS value
$$;
CREATE FUNCTION tally_assets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever announces a change takes turns at this row; taken here already, nobody waits for another's counts while that one waits for them.
  PERFORM FROM tenant_sequence s WHERE s.tenant_id IN (SELECT tenant_id FROM after) FOR UPDATE;
  INSERT INTO asset_audience (tenant_id, audience_id, classification, needs_all, needs_group, needs_type, needs_territory, needs_product, shown_locked)
    SELECT DISTINCT a.tenant_id, audience_of(a), a.classification, a.needs_all, a.needs_group, a.needs_type, a.needs_territory, a.needs_product, a.shown_locked FROM after a
    ON CONFLICT DO NOTHING;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO asset_tally AS t (tenant_id, audience_id, status, facet, value, count)
      SELECT a.tenant_id, audience_of(a), a.status, f.facet, f.value, count(*) FROM after a, facets_of(a) f GROUP BY 1, 2, 3, 4, 5
      ON CONFLICT (tenant_id, status, audience_id, facet, value) DO UPDATE SET count = t.count + excluded.count;
  ELSE
    INSERT INTO asset_tally AS t (tenant_id, audience_id, status, facet, value, count)
      SELECT tenant_id, audience, status, facet, value, sum(change) FROM (
        SELECT a.tenant_id, audience_of(a) AS audience, a.status, f.facet, f.value, 1 AS change FROM after a, facets_of(a) f
        UNION ALL SELECT a.tenant_id, audience_of(a), a.status, f.facet, f.value, -1 FROM before a, facets_of(a) f
      ) AS changed GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0
      ON CONFLICT (tenant_id, status, audience_id, facet, value) DO UPDATE SET count = t.count + excluded.count;
    DELETE FROM asset_tally t WHERE t.count = 0 AND t.tenant_id IN (SELECT tenant_id FROM after);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tally_new AFTER INSERT ON asset REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION tally_assets();
CREATE TRIGGER tally_changed AFTER UPDATE ON asset REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION tally_assets();

CALL keep_within_tenant('asset_audience', 'asset_tally');
-- A restored library is counted by whoever restores it.
CREATE POLICY for_owner ON asset_audience TO portico_owner USING (true) WITH CHECK (true);
CREATE POLICY for_owner ON asset_tally TO portico_owner USING (true) WITH CHECK (true);
GRANT DELETE ON asset_tally TO portico_app;
-- As the policy of published assets.
CREATE POLICY of_partner ON asset_audience AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners())
  OR (
    classification <> 'confidential'
    AND (shown_locked OR (
      needs_all <@ (SELECT current_partner_keys())
      AND (needs_group = '{}' OR needs_group && (SELECT current_partner_keys()))
      AND (needs_type = '{}' OR needs_type && (SELECT current_partner_keys()))
      AND (needs_territory = '{}' OR needs_territory && (SELECT current_partner_keys()))
      AND (needs_product = '{}' OR needs_product && (SELECT current_partner_keys()))
    ))
  )
);
CREATE POLICY of_partner ON asset_tally AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners())
  OR (status = 'published' AND audience_id IN (SELECT a.audience_id FROM asset_audience a WHERE a.tenant_id = (SELECT current_tenant())))
);
