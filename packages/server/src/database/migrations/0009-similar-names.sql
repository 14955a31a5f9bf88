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
  branches text;
  country text;
BEGIN
  SELECT extnamespace::regnamespace::text INTO STRICT schema FROM pg_extension WHERE extname = 'pg_trgm';
  FOREACH relation IN ARRAY ARRAY['account', 'deal_registration'] LOOP
    country := CASE relation WHEN 'account' THEN 'country' ELSE 'country_key' END;
    EXECUTE format('
      ALTER TABLE %1$I
        ADD COLUMN plain_name text GENERATED ALWAYS AS (plain_name(name_key)) STORED,
        ADD COLUMN name_words text[] GENERATED ALWAYS AS (string_to_array(plain_name(name_key), '' '')) STORED,
        ADD COLUMN name_size integer GENERATED ALWAYS AS (cardinality(%2$s.show_trgm(plain_name(name_key)))) STORED', relation, schema);
    branches := '';
    FOR i IN 1 .. 5 LOOP
      EXECUTE format('CREATE INDEX %1$I ON %2$I USING gin (name_words, plain_name %3$s.gin_trgm_ops) WHERE name_size > %4$s AND name_size <= %5$s', relation || '_similar_name_' || i, relation, schema, bounds[i], bounds[i + 1]);
      branches := branches || CASE WHEN i > 1 THEN ' UNION ALL ' ELSE '' END || format('
        SELECT r.%1$I, r.plain_name, r.%2$I AS country%3$s FROM %4$I r
        WHERE r.tenant_id = current_tenant() AND r.plain_name %% plain AND WORDS r.name_size > %5$s AND r.name_size <= %6$s AND size * 0.6 <= %6$s AND size > %5$s * 0.6%7$s',
        relation || '_id', country, CASE relation WHEN 'account' THEN '' ELSE ', r.tab' END, relation, bounds[i], bounds[i + 1], CASE relation WHEN 'account' THEN '' ELSE ' AND r.tab <> ''draft''' END);
    END LOOP;
    branches := format('
      RETURN QUERY SELECT f.%1$I, similarity(f.plain_name, plain) FROM (%2$s) f ORDER BY %3$s f.country IS NOT DISTINCT FROM sought_country DESC, 2 DESC, 1 LIMIT most;',
      relation || '_id', branches,
      -- Registrations that are open or protected come first: only they stand in anybody's way.
      CASE relation WHEN 'account' THEN '' ELSE 'f.tab IN (''protected'', ''in_review'') DESC,' END);
    -- Of names with several words at least one has to be the same: few names have it, many have some of the trigrams, and going through those took ten times as long.
    EXECUTE format($sql$
      CREATE FUNCTION %1$I(sought text, sought_country text, most integer) RETURNS TABLE (id uuid, similarity real)
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = portico, %2$s, pg_temp SET pg_trgm.similarity_threshold = 0.6 AS $f$
      DECLARE
        plain text := plain_name(sought);
        words text[] := string_to_array(plain, ' ');
        size integer := cardinality(show_trgm(plain));
      BEGIN
        IF cardinality(words) > 1 THEN %3$s
        ELSE %4$s
        END IF;
      END $f$
      $sql$,
      CASE relation WHEN 'account' THEN 'find_similar_accounts' ELSE 'find_similar_deals' END, schema, replace(branches, 'WORDS', 'r.name_words && words AND'), replace(branches, 'WORDS', ''));
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
