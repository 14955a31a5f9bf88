-- Customers with similar names, found among a million by PostgreSQL's own pg_trgm. `migrate` makes the extension; where it was there before, it may be in another
-- schema.

-- A name key as pg_trgm can cut it up in every database. Where the locale is C it takes nothing but ASCII for letters, so others are put as three hexadecimal
-- digits each: names that share signs share trigrams then, and names that do not, hardly any.
CREATE FUNCTION plain_name(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE WHEN octet_length(name) = char_length(name) THEN name
    ELSE (SELECT string_agg(CASE WHEN ascii(sign) < 128 THEN sign ELSE substr(md5(sign), 1, 3) END, '' ORDER BY position) FROM regexp_split_to_table(name, '') WITH ORDINALITY AS s (sign, position)) END
$$;

CREATE INDEX account_by_domain ON account USING gin (domain_keys);

-- As in 0004-lead-search.sql: the operators are not leakproof, so these functions look into the indexes with the owner's rights, answer for the present tenant
-- alone, and say nothing but ids; who sees the rows is decided by the policies of the tables that they are joined with.
CREATE POLICY for_search ON account FOR SELECT TO portico_owner USING (true);

CREATE FUNCTION find_accounts_of_domain(domain text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = portico, pg_temp AS $$
  SELECT account_id FROM account WHERE tenant_id = current_tenant() AND domain_keys @> ARRAY[domain] LIMIT 200
$$;

DO $do$
DECLARE
  schema text;
  relation text;
  -- Names of very different lengths are never similar (at 0.6 one has at most 1 / 0.6 as many trigrams as the other), but an index of trigrams finds every
  -- "International …" for the first letters of one. So there is an index for each class of lengths, and a search looks into two or three.
  bounds integer[] := ARRAY[0, 7, 12, 20, 33, 32767];
  branches text := '';
BEGIN
  SELECT extnamespace::regnamespace::text INTO STRICT schema FROM pg_extension WHERE extname = 'pg_trgm';
  FOREACH relation IN ARRAY ARRAY['account', 'deal_registration'] LOOP
    EXECUTE format('ALTER TABLE %1$I ADD COLUMN plain_name text GENERATED ALWAYS AS (plain_name(name_key)) STORED', relation);
    EXECUTE format('ALTER TABLE %1$I ADD COLUMN name_size integer GENERATED ALWAYS AS (cardinality(%2$s.show_trgm(plain_name(name_key)))) STORED', relation, schema);
    branches := '';
    FOR i IN 1 .. 5 LOOP
      EXECUTE format('CREATE INDEX %1$I ON %2$I USING gin (plain_name %3$s.gin_trgm_ops) WHERE name_size > %4$s AND name_size <= %5$s', relation || '_similar_name_' || i, relation, schema, bounds[i], bounds[i + 1]);
      branches := branches || CASE WHEN i > 1 THEN ' UNION ALL ' ELSE '' END || format(
        'SELECT * FROM %1$I WHERE tenant_id = current_tenant() AND plain_name %% plain_name(sought) AND name_size > %2$s AND name_size <= %3$s
         AND cardinality(show_trgm(plain_name(sought))) * 0.6 <= %3$s AND cardinality(show_trgm(plain_name(sought))) > %2$s * 0.6', relation, bounds[i], bounds[i + 1]);
    END LOOP;
    EXECUTE format($sql$
      CREATE FUNCTION %1$I(sought text, sought_country text, most integer) RETURNS TABLE (id uuid, similarity real)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = portico, %2$s, pg_temp SET pg_trgm.similarity_threshold = 0.6 AS $f$
        SELECT r.%3$I, similarity(r.plain_name, plain_name(sought)) FROM (%4$s) r WHERE %5$s ORDER BY %6$s 2 DESC, 1 LIMIT most
      $f$
      $sql$,
      CASE relation WHEN 'account' THEN 'find_similar_accounts' ELSE 'find_similar_deals' END, schema, relation || '_id', branches,
      CASE relation WHEN 'account' THEN 'true' ELSE 'r.tab <> ''draft''' END,
      -- Registrations that are open or protected come first: only they stand in anybody's way.
      CASE relation WHEN 'account' THEN 'r.country IS NOT DISTINCT FROM sought_country DESC,' ELSE 'r.tab IN (''protected'', ''in_review'') DESC, r.country_key IS NOT DISTINCT FROM sought_country DESC,' END);
  END LOOP;
END $do$;

DO $$
DECLARE
  signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['find_accounts_of_domain(text)', 'find_similar_accounts(text, text, integer)', 'find_similar_deals(text, text, integer)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portico_app', signature);
  END LOOP;
END $$;
