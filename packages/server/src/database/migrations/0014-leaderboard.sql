-- Points: what partners did, the rules that say what it is worth, and the ledger that holds what was given.

-- How far a partner's events have been counted. Whoever records one for the partner holds this row until the commit, so that caps are counted by one at a time and
-- events have an order in which a replay finds them.
CREATE TABLE points_account (
  tenant_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  last_event integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);

-- What partners did, one row each time; it only grows. That an event is taken back is a row of its own.
CREATE TABLE partner_event (
  tenant_id uuid NOT NULL,
  partner_event_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  -- Its place among the partner's own.
  number integer NOT NULL,
  event text NOT NULL,
  -- Recorded by the product itself, and nobody else's to report or take back.
  is_own boolean NOT NULL,
  source_id text NOT NULL,
  retracts_id uuid,
  entity_id text,
  person_id uuid,
  amount_minor bigint,
  currency text,
  -- PartnerEventFacts of the contract without the amount.
  facts jsonb NOT NULL,
  -- How the partner stood then: EventStanding of the contract.
  standing jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, partner_event_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, retracts_id) REFERENCES partner_event (tenant_id, partner_event_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id),
  CHECK ((amount_minor IS NULL) = (currency IS NULL))
);
CREATE UNIQUE INDEX partner_event_number ON partner_event (tenant_id, partner_org_id, number);
CREATE UNIQUE INDEX partner_event_source ON partner_event (tenant_id, event, source_id) WHERE retracts_id IS NULL;
CREATE UNIQUE INDEX partner_event_retraction ON partner_event (tenant_id, retracts_id) WHERE retracts_id IS NOT NULL;
CREATE INDEX partner_event_latest ON partner_event (tenant_id, recorded_at DESC, partner_event_id DESC);
CREATE INDEX partner_event_by_time ON partner_event (tenant_id, partner_org_id, event, occurred_at);

CREATE TABLE points_rule (
  tenant_id uuid NOT NULL,
  points_rule_id uuid NOT NULL,
  program_id uuid NOT NULL,
  name text NOT NULL,
  -- PointsTerms of the contract.
  draft jsonb,
  -- Of the last version that was published.
  number integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, points_rule_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id),
  CHECK (number > 0 OR draft IS NOT NULL)
);
CREATE INDEX points_rule_by_name ON points_rule (tenant_id, name, points_rule_id);

-- What was in force; it only grows.
CREATE TABLE points_rule_version (
  tenant_id uuid NOT NULL,
  points_rule_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  terms jsonb NOT NULL,
  event text NOT NULL,
  applies_from timestamptz,
  published_at timestamptz NOT NULL,
  published_by uuid,
  PRIMARY KEY (tenant_id, points_rule_id, number),
  FOREIGN KEY (tenant_id, points_rule_id) REFERENCES points_rule (tenant_id, points_rule_id)
);
CREATE INDEX points_rule_version_of_event ON points_rule_version (tenant_id, event);

-- The ledger; it only grows. For one event and one rule there is a chain of lines: what was given, its reversal, what was given instead, and so on. The keys hold the
-- chain together, so at most one line of it stands, whoever writes at the same moment.
CREATE TABLE points_entry (
  tenant_id uuid NOT NULL,
  points_entry_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  -- What it is a line of: what a rule gives for an event, what a challenge brings, or what is paid for a reward (0016-challenges.sql).
  kind text NOT NULL DEFAULT 'event' CHECK (kind IN ('event', 'challenge', 'redemption')),
  points_rule_id uuid,
  rule_number integer,
  partner_event_id uuid,
  challenge_entry_id uuid,
  redemption_id uuid,
  -- Points that expire at different times are paid by lines of their own.
  lot integer,
  -- Place in the chain: even ones give, odd ones reverse the one before.
  step integer NOT NULL CHECK (step >= 0),
  points integer NOT NULL,
  step_before integer GENERATED ALWAYS AS (CASE WHEN step > 0 THEN step - 1 END) STORED,
  points_reversed integer GENERATED ALWAYS AS (CASE WHEN step % 2 = 1 THEN -points END) STORED,
  reason text NOT NULL CHECK (reason IN ('event', 'event_retracted', 'rule_changed', 'challenge', 'challenge_revoked', 'redemption', 'redemption_returned')),
  entity_id text,
  person_id uuid,
  occurred_at timestamptz NOT NULL,
  expires_at timestamptz,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, points_entry_id),
  UNIQUE (tenant_id, points_rule_id, partner_event_id, step),
  UNIQUE (tenant_id, points_rule_id, partner_event_id, step, points),
  FOREIGN KEY (tenant_id, points_rule_id, partner_event_id, step_before) REFERENCES points_entry (tenant_id, points_rule_id, partner_event_id, step),
  -- A reversal is exactly the opposite of what it reverses.
  FOREIGN KEY (tenant_id, points_rule_id, partner_event_id, step_before, points_reversed) REFERENCES points_entry (tenant_id, points_rule_id, partner_event_id, step, points),
  FOREIGN KEY (tenant_id, points_rule_id, rule_number) REFERENCES points_rule_version (tenant_id, points_rule_id, number),
  FOREIGN KEY (tenant_id, partner_event_id) REFERENCES partner_event (tenant_id, partner_event_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id),
  -- What is paid begins with a negative line.
  CHECK ((step % 2 = 0) = ((points > 0) <> (kind = 'redemption'))),
  CHECK (points <> 0),
  CHECK ((kind = 'event') = (points_rule_id IS NOT NULL AND rule_number IS NOT NULL AND partner_event_id IS NOT NULL)),
  CHECK ((kind = 'challenge') = (challenge_entry_id IS NOT NULL)),
  CHECK ((kind = 'redemption') = (redemption_id IS NOT NULL)),
  CHECK ((kind = 'redemption') = (lot IS NOT NULL)),
  CHECK (kind = 'event' OR (points_rule_id IS NULL AND partner_event_id IS NULL))
);
CREATE INDEX points_entry_latest ON points_entry (tenant_id, occurred_at DESC, points_entry_id DESC);
CREATE INDEX points_entry_of_partner ON points_entry (tenant_id, partner_org_id, occurred_at DESC, points_entry_id DESC);
CREATE INDEX points_entry_of_rule ON points_entry (tenant_id, points_rule_id, partner_org_id, occurred_at);
CREATE INDEX points_entry_of_entity ON points_entry (tenant_id, points_rule_id, partner_org_id, entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX points_entry_of_event ON points_entry (tenant_id, partner_event_id);

CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'This table can only be added to.' USING ERRCODE = 'insufficient_privilege';
END $$;

-- Who may do what, as 0003-security.sql does for the tables before.
CALL keep_for_tenant('points_account', 'partner_event', 'points_rule', 'points_rule_version', 'points_entry');
CALL keep_within_partner('points_account', 'partner_event', 'points_entry');
CALL keep_within_manager('points_account', 'partner_event', 'points_entry');
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['partner_event', 'points_rule_version', 'points_entry'] LOOP
    EXECUTE format('REVOKE UPDATE ON %I FROM portico_app', name);
    EXECUTE format('CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit()', name);
  END LOOP;
END $$;
CALL keep_version('points_rule');

-- Levels: what the programme asks for, how partners stand, and how they move.

-- Versions of the terms; it only grows.
CREATE TABLE tier_policy (
  tenant_id uuid NOT NULL,
  tier_policy_id uuid NOT NULL,
  program_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  effective_from timestamptz NOT NULL,
  -- TierTerms of the contract.
  terms jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid,
  PRIMARY KEY (tenant_id, tier_policy_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);
CREATE UNIQUE INDEX tier_policy_number ON tier_policy (tenant_id, program_id, number);
CREATE INDEX tier_policy_latest ON tier_policy (tenant_id, effective_from DESC, tier_policy_id DESC);

-- The daily evaluation of a programme: when it begins next and, while it runs, how far it came.
CREATE TABLE tier_run (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  after_partner uuid,
  PRIMARY KEY (tenant_id, program_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);
CREATE INDEX tier_run_due ON tier_run (due_at);

-- How partners stood, a row for each day on which something was different.
CREATE TABLE tier_evaluation (
  tenant_id uuid NOT NULL,
  tier_evaluation_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  policy_number integer NOT NULL,
  as_of timestamptz NOT NULL,
  level_id uuid,
  reached_level_id uuid,
  "values" jsonb NOT NULL,
  outcome jsonb NOT NULL,
  PRIMARY KEY (tenant_id, tier_evaluation_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);
CREATE UNIQUE INDEX tier_evaluation_of_partner ON tier_evaluation (tenant_id, partner_org_id, as_of DESC);
CREATE INDEX tier_evaluation_latest ON tier_evaluation (tenant_id, as_of DESC, tier_evaluation_id DESC);

CREATE TABLE level_change (
  tenant_id uuid NOT NULL,
  level_change_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('promotion', 'demotion')),
  status text NOT NULL CHECK (status IN ('eligible', 'proposed', 'approved', 'rejected', 'withdrawn', 'at_risk', 'recovered', 'effective')),
  from_level_id uuid,
  to_level_id uuid,
  effective_from timestamptz,
  grace_until timestamptz,
  comment text,
  decided_by uuid,
  decided_at timestamptz,
  effective_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, level_change_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  CHECK (kind = 'promotion' OR status IN ('at_risk', 'recovered', 'withdrawn', 'effective')),
  CHECK (status <> 'at_risk' OR grace_until IS NOT NULL),
  CHECK (status <> 'approved' OR effective_from IS NOT NULL),
  CHECK ((status = 'effective') = (effective_at IS NOT NULL))
);
CREATE UNIQUE INDEX level_change_open ON level_change (tenant_id, partner_org_id) WHERE status IN ('eligible', 'proposed', 'approved', 'at_risk');
CREATE INDEX level_change_of_partner ON level_change (tenant_id, partner_org_id, created_at DESC);
CREATE INDEX level_change_latest ON level_change (tenant_id, created_at DESC, level_change_id DESC);

CALL keep_for_tenant('tier_policy', 'tier_run', 'tier_evaluation', 'level_change');
CALL keep_within_partner('tier_evaluation', 'level_change');
CALL keep_within_manager('tier_evaluation', 'level_change');
REVOKE UPDATE ON tier_policy FROM portico_app;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON tier_policy FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit();
CALL keep_version('level_change');
CALL keep_from_partners('tier_run');
CREATE POLICY for_worker ON tier_run FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON tier_run TO portico_worker;

-- Boards: what is counted and for whom, and what each partner has in each period. Tallies are written with the events and lines that they add up.

CREATE TABLE board (
  tenant_id uuid NOT NULL,
  board_id uuid NOT NULL,
  program_id uuid NOT NULL,
  name text NOT NULL,
  metric text NOT NULL,
  currency text NOT NULL,
  period text NOT NULL CHECK (period IN ('week', 'month', 'quarter', 'year', 'all')),
  time_zone text NOT NULL,
  level_ids uuid[] NOT NULL,
  countries text[] NOT NULL,
  within text NOT NULL CHECK (within IN ('all', 'level', 'country', 'cohort')),
  visibility jsonb NOT NULL,
  min_participants integer NOT NULL,
  min_count integer NOT NULL,
  -- When the period that runs now is over and freezes; NULL where it never is.
  freeze_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, board_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);
CREATE INDEX board_freezing ON board (freeze_at) WHERE freeze_at IS NOT NULL;
CREATE INDEX board_by_name ON board (tenant_id, name, board_id);

CREATE TABLE board_tally (
  tenant_id uuid NOT NULL,
  board_id uuid NOT NULL,
  -- First instant of the period; '-infinity' where it has none.
  period_from timestamptz NOT NULL,
  partner_org_id uuid NOT NULL,
  total bigint NOT NULL,
  count integer NOT NULL,
  -- The total of the period before, on boards of growth; 0 on others.
  earlier bigint NOT NULL DEFAULT 0,
  -- Whom the partner competes with: the level or the country, as the board says; '' where it is everybody. NULL when it does not compete.
  field text,
  -- What the partner is ranked by, the best first: the value, turned round where more is better. NULL without a value, and for who does not compete.
  sort_key bigint,
  PRIMARY KEY (tenant_id, board_id, period_from, partner_org_id),
  FOREIGN KEY (tenant_id, board_id) REFERENCES board (tenant_id, board_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);
-- Places are counted in the index alone as long as it is clean.
ALTER TABLE board_tally SET (autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX board_tally_order ON board_tally (tenant_id, board_id, period_from, field, sort_key, partner_org_id) WHERE sort_key IS NOT NULL;
CREATE INDEX board_tally_of_partner ON board_tally (tenant_id, partner_org_id);

-- Partners who wish not to be ranked.
CREATE TABLE board_opt_out (
  tenant_id uuid NOT NULL,
  board_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  person_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, board_id, partner_org_id),
  FOREIGN KEY (tenant_id, board_id) REFERENCES board (tenant_id, board_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);

CREATE FUNCTION board_field(b board, status text, level_id uuid, country text, of_partner uuid, joined_at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN NOT EXISTS (SELECT FROM board_opt_out o WHERE o.tenant_id = b.tenant_id AND o.board_id = b.board_id AND o.partner_org_id = of_partner) AND status IN ('onboarding', 'active', 'at_risk') AND (b.level_ids = '{}' OR coalesce(level_id = ANY (b.level_ids), false)) AND (b.countries = '{}' OR coalesce(country = ANY (b.countries), false))
    THEN CASE b.within WHEN 'level' THEN coalesce(level_id::text, '') WHEN 'country' THEN coalesce(country, '')
      WHEN 'cohort' THEN coalesce(level_id::text, '') || ' ' || coalesce(country, '') || ' ' || extract(year FROM joined_at AT TIME ZONE b.time_zone)::text ELSE '' END END
$$;

-- `rankBoard` of the contract for one partner, turned into what sorts.
CREATE FUNCTION board_sort_key(metric text, min_count integer, total bigint, count integer, earlier bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN count <= 0 THEN NULL
    WHEN metric = 'win_rate' THEN CASE WHEN count >= min_count THEN -floor(total * 10000.0 / count + 0.5) END
    WHEN metric = 'time_to_contact' THEN CASE WHEN count >= min_count THEN floor(total * 1.0 / count + 0.5) END
    WHEN metric = 'revenue_growth' THEN CASE WHEN earlier > 0 THEN -floor((total - earlier) * 10000.0 / earlier + 0.5) END
    ELSE -total
  END::bigint
$$;

-- A partner's places when what decides who competes changes: level, status or country.
CREATE FUNCTION place_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In the turns of those who record events, so that neither counts past the other.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('points-rules ' || NEW.tenant_id::text, 0));
  INSERT INTO points_account AS a (tenant_id, partner_org_id) VALUES (NEW.tenant_id, NEW.partner_org_id) ON CONFLICT (tenant_id, partner_org_id) DO UPDATE SET last_event = a.last_event;
  UPDATE board_tally t SET field = f.field, sort_key = CASE WHEN f.field IS NOT NULL THEN board_sort_key(b.metric, b.min_count, t.total, t.count, t.earlier) END
    FROM board b
    JOIN partner_org g ON g.tenant_id = b.tenant_id AND g.partner_org_id = NEW.partner_org_id
    JOIN partnership p ON p.tenant_id = b.tenant_id AND p.partner_org_id = g.partner_org_id AND p.program_id = b.program_id
    CROSS JOIN LATERAL board_field(b, p.status, p.level_id, g.country, g.partner_org_id, p.created_at) AS f (field)
    WHERE t.tenant_id = NEW.tenant_id AND t.partner_org_id = NEW.partner_org_id AND b.tenant_id = t.tenant_id AND b.board_id = t.board_id;
  RETURN NULL;
END $$;
CREATE TRIGGER place_again AFTER UPDATE OF status, level_id ON partnership FOR EACH ROW WHEN (OLD.status <> NEW.status OR OLD.level_id IS DISTINCT FROM NEW.level_id) EXECUTE FUNCTION place_again();
CREATE TRIGGER place_again AFTER UPDATE OF country ON partner_org FOR EACH ROW WHEN (OLD.country IS DISTINCT FROM NEW.country) EXECUTE FUNCTION place_again();

CALL keep_for_tenant('board', 'board_tally', 'board_opt_out');
GRANT DELETE ON board, board_tally, board_opt_out TO portico_app;
-- What others have is told by the board's rules alone.
CALL keep_within_partner('board_opt_out', 'board_tally');
-- That a period is over changes nothing of the board.
CREATE TRIGGER bump_version BEFORE UPDATE ON board FOR EACH ROW WHEN (OLD.freeze_at IS NOT DISTINCT FROM NEW.freeze_at) EXECUTE FUNCTION bump_version();
CREATE POLICY for_worker ON board FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, freeze_at) ON board TO portico_worker;
