-- The role of backups: reads every tenant, writes nothing, and sees no keys. The keys that sign sessions and cursors are made anew after a restore.
GRANT USAGE ON SCHEMA portico TO portico_backup;
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'portico' AND tablename <> 'signing_key' LOOP
    EXECUTE format('CREATE POLICY for_backup ON %I FOR SELECT TO portico_backup USING (true)', name);
    IF name <> 'tenant' THEN
      EXECUTE format('GRANT SELECT ON %I TO portico_backup', name);
    END IF;
  END LOOP;
END $$;
GRANT SELECT (tenant_id, name, not_before, active, created_at) ON tenant TO portico_backup;
