-- Challenges with their entries, badges, and what points are redeemed for.

CREATE TABLE badge (
  tenant_id uuid NOT NULL,
  badge_id uuid NOT NULL,
  program_id uuid NOT NULL,
  name text NOT NULL,
  description text,
  -- BadgeCriterion of the contract.
  criterion jsonb,
  valid_for_days integer,
  is_retired boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, badge_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);
CREATE INDEX badge_by_name ON badge (tenant_id, name, badge_id);

CREATE TABLE challenge (
  tenant_id uuid NOT NULL,
  challenge_id uuid NOT NULL,
  program_id uuid NOT NULL,
  name text NOT NULL,
  description text,
  type text NOT NULL CHECK (type IN ('performance', 'submission')),
  -- Goal of the contract.
  goal jsonb,
  proofs text[] NOT NULL,
  -- ChallengeWindow of the contract.
  run_window jsonb NOT NULL,
  period text NOT NULL CHECK (period IN ('once', 'week', 'month', 'quarter')),
  time_zone text NOT NULL,
  -- PointsAudience of the contract.
  audience jsonb NOT NULL,
  points integer NOT NULL CHECK (points >= 0),
  badge_id uuid,
  max_winners integer CHECK (max_winners > 0),
  status text NOT NULL CHECK (status IN ('draft', 'published', 'ended', 'withdrawn')),
  reason text,
  -- Of an absolute window; NULL: it begins for each partner by itself.
  starts_at timestamptz,
  -- When the clock ends it; NULL: it does not.
  ends_at timestamptz,
  -- When everybody is looked at, the end included; NULL when there is nothing to look at.
  due_at timestamptz,
  published_at timestamptz,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, challenge_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id),
  FOREIGN KEY (tenant_id, badge_id) REFERENCES badge (tenant_id, badge_id),
  CHECK ((type = 'performance') = (goal IS NOT NULL)),
  CHECK (due_at IS NULL OR status = 'published'),
  CHECK ((status IN ('ended', 'withdrawn')) = (ended_at IS NOT NULL))
);
CREATE INDEX challenge_latest ON challenge (tenant_id, created_at DESC, challenge_id DESC);
CREATE INDEX challenge_running ON challenge (tenant_id) WHERE status = 'published';
CREATE INDEX challenge_due ON challenge (due_at) WHERE due_at IS NOT NULL;

-- What a partner has in one span of a challenge.
CREATE TABLE challenge_entry (
  tenant_id uuid NOT NULL,
  challenge_entry_id uuid NOT NULL,
  challenge_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  person_id uuid,
  span_key text NOT NULL,
  span_from timestamptz NOT NULL,
  span_until timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('counting', 'draft', 'submitted', 'approved', 'rejected', 'revoked')),
  text text,
  link text,
  value bigint,
  submissions integer NOT NULL DEFAULT 0,
  reason text,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, challenge_entry_id),
  FOREIGN KEY (tenant_id, challenge_id) REFERENCES challenge (tenant_id, challenge_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id),
  CHECK (status NOT IN ('rejected', 'revoked') OR reason IS NOT NULL),
  CHECK (status NOT IN ('approved', 'rejected', 'revoked') OR decided_at IS NOT NULL)
);
CREATE UNIQUE INDEX challenge_entry_one ON challenge_entry (tenant_id, challenge_id, partner_org_id, span_key);
CREATE INDEX challenge_entry_latest ON challenge_entry (tenant_id, created_at DESC, challenge_entry_id DESC);
CREATE INDEX challenge_entry_of_status ON challenge_entry (tenant_id, challenge_id, status, span_key);

CREATE TABLE challenge_entry_file (
  tenant_id uuid NOT NULL,
  challenge_entry_id uuid NOT NULL,
  stored_file_id uuid NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (tenant_id, challenge_entry_id, stored_file_id),
  FOREIGN KEY (tenant_id, challenge_entry_id) REFERENCES challenge_entry (tenant_id, challenge_entry_id),
  -- A file that never arrived, or was refused, goes by the clock.
  FOREIGN KEY (tenant_id, stored_file_id) REFERENCES stored_file (tenant_id, stored_file_id) ON DELETE CASCADE
);

CREATE TABLE badge_award (
  tenant_id uuid NOT NULL,
  badge_award_id uuid NOT NULL,
  badge_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  earned_at timestamptz NOT NULL,
  valid_until timestamptz,
  earned_by text NOT NULL CHECK (earned_by IN ('criterion', 'challenge', 'hand')),
  challenge_entry_id uuid,
  note text,
  awarded_by uuid,
  -- When it was noticed that it is no longer valid; from `valid_until` on it is not.
  expired_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, badge_award_id),
  FOREIGN KEY (tenant_id, badge_id) REFERENCES badge (tenant_id, badge_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, challenge_entry_id) REFERENCES challenge_entry (tenant_id, challenge_entry_id),
  CHECK ((earned_by = 'challenge') = (challenge_entry_id IS NOT NULL)),
  CHECK (expired_at IS NULL OR valid_until IS NOT NULL)
);
CREATE UNIQUE INDEX badge_award_one ON badge_award (tenant_id, badge_id, partner_org_id) WHERE expired_at IS NULL AND revoked_at IS NULL;
CREATE INDEX badge_award_latest ON badge_award (tenant_id, earned_at DESC, badge_award_id DESC);
CREATE INDEX badge_award_of_partner ON badge_award (tenant_id, partner_org_id, badge_id);
CREATE INDEX badge_award_due ON badge_award (valid_until) WHERE valid_until IS NOT NULL AND expired_at IS NULL AND revoked_at IS NULL;

CREATE TABLE points_scheme (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  -- PointsScheme of the contract.
  terms jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, program_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);

CREATE TABLE reward (
  tenant_id uuid NOT NULL,
  reward_id uuid NOT NULL,
  program_id uuid NOT NULL,
  name text NOT NULL,
  description text,
  points integer NOT NULL CHECK (points > 0),
  value_minor bigint,
  currency text,
  -- NULL: as many as are wanted.
  stock integer CHECK (stock >= 0),
  is_offered boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, reward_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id),
  CHECK ((value_minor IS NULL) = (currency IS NULL))
);
CREATE INDEX reward_by_price ON reward (tenant_id, points, reward_id);

CREATE TABLE redemption (
  tenant_id uuid NOT NULL,
  redemption_id uuid NOT NULL,
  reward_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  person_id uuid,
  status text NOT NULL CHECK (status IN ('requested', 'approved', 'fulfilled', 'failed', 'cancelled')),
  points integer NOT NULL CHECK (points > 0),
  value_minor bigint,
  currency text,
  -- Whether it took one out of a stock that is counted.
  took_stock boolean NOT NULL,
  note text,
  answer text,
  reason text,
  approved_at timestamptz,
  approved_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, redemption_id),
  FOREIGN KEY (tenant_id, reward_id) REFERENCES reward (tenant_id, reward_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id),
  CHECK ((status IN ('fulfilled', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
  CHECK ((value_minor IS NULL) = (currency IS NULL))
);
CREATE INDEX redemption_latest ON redemption (tenant_id, created_at DESC, redemption_id DESC);
CREATE INDEX redemption_of_partner ON redemption (tenant_id, partner_org_id, created_at DESC);
CREATE INDEX redemption_waiting ON redemption (tenant_id) WHERE status IN ('requested', 'approved');

-- Lines of challenges and redemptions are chains, as those of events are; few beside those, they have indexes of their own.
ALTER TABLE points_entry
  ADD FOREIGN KEY (tenant_id, challenge_entry_id) REFERENCES challenge_entry (tenant_id, challenge_entry_id),
  ADD FOREIGN KEY (tenant_id, redemption_id) REFERENCES redemption (tenant_id, redemption_id);
CREATE UNIQUE INDEX points_entry_of_challenge ON points_entry (tenant_id, challenge_entry_id, step) WHERE challenge_entry_id IS NOT NULL;
CREATE UNIQUE INDEX points_entry_of_redemption ON points_entry (tenant_id, redemption_id, lot, step) WHERE redemption_id IS NOT NULL;

-- A line follows another one of its chain, and a reversal is exactly its opposite. Lines never change. (The owner puts a backup's rows back in any order; here and below.)
CREATE FUNCTION check_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before points_entry;
BEGIN
  IF NEW.kind = 'challenge' THEN
    SELECT * INTO before FROM points_entry e WHERE e.tenant_id = NEW.tenant_id AND e.challenge_entry_id = NEW.challenge_entry_id AND e.step = NEW.step - 1;
  ELSE
    SELECT * INTO before FROM points_entry e WHERE e.tenant_id = NEW.tenant_id AND e.redemption_id = NEW.redemption_id AND e.lot = NEW.lot AND e.step = NEW.step - 1;
  END IF;
  IF before.partner_org_id IS DISTINCT FROM NEW.partner_org_id OR (NEW.step % 2 = 1 AND before.points <> -NEW.points) THEN
    RAISE EXCEPTION 'A line without the one before it, or not its opposite.' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_chain BEFORE INSERT ON points_entry FOR EACH ROW WHEN (NEW.kind <> 'event' AND NEW.step > 0 AND current_user <> 'portico_owner') EXECUTE FUNCTION check_chain();

-- Nobody pays with points that are not there, whoever pays at the same moment: the account is held until the commit.
CREATE FUNCTION check_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO points_account AS a (tenant_id, partner_org_id) VALUES (NEW.tenant_id, NEW.partner_org_id) ON CONFLICT (tenant_id, partner_org_id) DO UPDATE SET last_event = a.last_event;
  IF (SELECT sum(e.points) FROM points_entry e WHERE e.tenant_id = NEW.tenant_id AND e.partner_org_id = NEW.partner_org_id AND (e.expires_at IS NULL OR e.expires_at > NEW.recorded_at)) < 0 THEN
    RAISE EXCEPTION 'More points than there are.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER check_balance AFTER INSERT ON points_entry FOR EACH ROW WHEN (NEW.kind = 'redemption' AND NEW.step = 0 AND current_user <> 'portico_owner') EXECUTE FUNCTION check_balance();

-- What is decided once is not decided again: a status moves as the contract's tables of transitions say.
CREATE FUNCTION check_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (OLD.status || ' ' || NEW.status) = ANY (TG_ARGV) THEN
    RAISE EXCEPTION 'From % to % is no move.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_move BEFORE UPDATE OF status ON redemption FOR EACH ROW WHEN (OLD.status <> NEW.status)
  EXECUTE FUNCTION check_move('requested approved', 'approved fulfilled', 'approved failed', 'requested cancelled', 'approved cancelled');
CREATE TRIGGER check_move BEFORE UPDATE OF status ON challenge_entry FOR EACH ROW WHEN (OLD.status <> NEW.status)
  EXECUTE FUNCTION check_move('rejected draft', 'draft submitted', 'rejected submitted', 'submitted draft', 'submitted approved', 'submitted rejected', 'approved revoked', 'counting approved', 'approved counting');
CREATE TRIGGER check_move BEFORE UPDATE OF status ON challenge FOR EACH ROW WHEN (OLD.status <> NEW.status)
  EXECUTE FUNCTION check_move('draft published', 'published ended', 'draft withdrawn', 'published withdrawn');

-- No more winners than there may be: whoever makes one of a challenge that counts them takes turns.
CREATE FUNCTION check_winners() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most integer;
BEGIN
  SELECT max_winners INTO most FROM challenge c WHERE c.tenant_id = NEW.tenant_id AND c.challenge_id = NEW.challenge_id;
  IF most IS NULL THEN RETURN NEW; END IF;
  PERFORM FROM challenge c WHERE c.tenant_id = NEW.tenant_id AND c.challenge_id = NEW.challenge_id FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM challenge_entry e WHERE e.tenant_id = NEW.tenant_id AND e.challenge_id = NEW.challenge_id AND e.span_key = NEW.span_key AND e.status = 'approved' AND e.challenge_entry_id <> NEW.challenge_entry_id) >= most THEN
    RAISE EXCEPTION 'More winners than there may be.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_winners BEFORE INSERT OR UPDATE OF status ON challenge_entry FOR EACH ROW WHEN (NEW.status = 'approved' AND current_user <> 'portico_owner') EXECUTE FUNCTION check_winners();

-- Who may do what, as 0003-security.sql does for the tables before.
CALL keep_for_tenant('badge', 'challenge', 'challenge_entry', 'challenge_entry_file', 'badge_award', 'points_scheme', 'reward', 'redemption');
CALL keep_within_partner('challenge_entry', 'badge_award', 'redemption');
CALL keep_within_manager('challenge_entry', 'badge_award', 'redemption');
CALL keep_version('badge', 'challenge_entry', 'badge_award', 'reward', 'redemption');
GRANT DELETE ON challenge_entry_file TO portico_app;
-- An entry's files are seen by who sees the entry.
CREATE POLICY of_entry ON challenge_entry_file AS RESTRICTIVE TO portico_app USING (
  EXISTS (SELECT FROM challenge_entry e WHERE e.tenant_id = challenge_entry_file.tenant_id AND e.challenge_entry_id = challenge_entry_file.challenge_entry_id));
-- That everybody was looked at changes nothing of the challenge.
CREATE TRIGGER bump_version BEFORE UPDATE ON challenge FOR EACH ROW WHEN (OLD.due_at IS NOT DISTINCT FROM NEW.due_at OR OLD.status <> NEW.status) EXECUTE FUNCTION bump_version();
CREATE POLICY for_worker ON challenge FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON challenge TO portico_worker;
CREATE POLICY for_worker ON badge_award FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, valid_until, expired_at, revoked_at) ON badge_award TO portico_worker;

-- Which managers hear of what a partner sent, asked for or earned; the rest as before.
ALTER FUNCTION managers_of(text, uuid) RENAME TO managers_of_deal;
CREATE FUNCTION managers_of(resource text, resource_id uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_variable
BEGIN
  CASE resource
    WHEN 'challenge_entry' THEN
      RETURN ARRAY(SELECT p.manager_id FROM challenge_entry e JOIN partnership p USING (tenant_id, partner_org_id) WHERE e.tenant_id = current_tenant() AND e.challenge_entry_id = resource_id AND p.manager_id IS NOT NULL);
    WHEN 'redemption' THEN
      RETURN ARRAY(SELECT p.manager_id FROM redemption r JOIN partnership p USING (tenant_id, partner_org_id) WHERE r.tenant_id = current_tenant() AND r.redemption_id = resource_id AND p.manager_id IS NOT NULL);
    WHEN 'badge_award' THEN
      RETURN ARRAY(SELECT p.manager_id FROM badge_award a JOIN partnership p USING (tenant_id, partner_org_id) WHERE a.tenant_id = current_tenant() AND a.badge_award_id = resource_id AND p.manager_id IS NOT NULL);
    ELSE
      RETURN managers_of_deal(resource, resource_id);
  END CASE;
END $$;
