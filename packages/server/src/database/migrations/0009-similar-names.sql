-- Customers with similar names, found among a million by PostgreSQL's own pg_trgm. `migrate` makes the extension; where it was there before, it may be in another
-- schema.

-- A name key as pg_trgm can cut it up in every database. Where the locale is C it takes nothing but ASCII for letters, so others are put as three hexadecimal
-- digits each: names that share signs share trigrams then, and names that do not, hardly any.
CREATE FUNCTION plain_name(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE WHEN octet_length(name) = char_length(name) THEN name
    ELSE (SELECT string_agg(CASE WHEN ascii(sign) < 128 THEN sign ELSE substr(md5(sign), 1, 3) END, '' ORDER BY position) FROM regexp_split_to_table(name, '') WITH ORDINALITY AS s (sign, position)) END
$$;

ALTER TABLE account ADD COLUMN plain_name text GENERATED ALWAYS AS (plain_name(name_key)) STORED;
ALTER TABLE deal_registration ADD COLUMN plain_name text GENERATED ALWAYS AS (plain_name(name_key)) STORED;
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
BEGIN
  SELECT extnamespace::regnamespace::text INTO STRICT schema FROM pg_extension WHERE extname = 'pg_trgm';
  EXECUTE format('CREATE INDEX account_similar_name ON account USING gin (plain_name %s.gin_trgm_ops)', schema);
  EXECUTE format('CREATE INDEX deal_registration_similar_name ON deal_registration USING gin (plain_name %s.gin_trgm_ops)', schema);
  EXECUTE format($sql$
    CREATE FUNCTION find_similar_accounts(sought text, sought_country text, most integer) RETURNS TABLE (account_id uuid, similarity real)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = portico, %1$s, pg_temp SET pg_trgm.similarity_threshold = 0.6 AS $$
      SELECT a.account_id, similarity(a.plain_name, plain_name(sought)) FROM account a
      WHERE a.tenant_id = current_tenant() AND a.plain_name %% plain_name(sought)
      ORDER BY a.country IS NOT DISTINCT FROM sought_country DESC, 2 DESC, 1 LIMIT most
    $$;
    -- Those that are open or protected first: only they stand in anybody's way.
    CREATE FUNCTION find_similar_deals(sought text, sought_country text, most integer) RETURNS TABLE (deal_registration_id uuid, similarity real)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = portico, %1$s, pg_temp SET pg_trgm.similarity_threshold = 0.6 AS $$
      SELECT d.deal_registration_id, similarity(d.plain_name, plain_name(sought)) FROM deal_registration d
      WHERE d.tenant_id = current_tenant() AND d.plain_name %% plain_name(sought) AND d.tab <> 'draft'
      ORDER BY d.tab IN ('protected', 'in_review') DESC, d.country_key IS NOT DISTINCT FROM sought_country DESC, 2 DESC, 1 LIMIT most
    $$;
  $sql$, schema);
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
