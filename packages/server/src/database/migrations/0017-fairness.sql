-- Turns by the weight of levels, boards beside the median of a group, and rules that are run over what happened before.

-- Where partners take turns: from where to where the last one reached. It is as long as 1 / the weight of the level, and the lowest end goes next.
ALTER TABLE partnership
  ADD COLUMN turn_from double precision NOT NULL DEFAULT 0,
  ADD COLUMN turn_until double precision NOT NULL DEFAULT 0;

ALTER TABLE board
  ADD COLUMN is_normalised boolean NOT NULL DEFAULT false,
  ADD CHECK (NOT is_normalised OR (within <> 'all' AND metric <> 'revenue_growth'));
-- By which ties are put in order: by their ids it would be told, cut by cut, who joined first.
ALTER TABLE board_tally ADD COLUMN shuffle integer NOT NULL DEFAULT 0;
DROP INDEX board_tally_order;
CREATE INDEX board_tally_order ON board_tally (tenant_id, board_id, period_from, field, sort_key, shuffle, partner_org_id) WHERE sort_key IS NOT NULL;
ALTER TABLE board_result ADD COLUMN is_normalised boolean NOT NULL DEFAULT false;
-- What was measured by the median, where it was.
ALTER TABLE board_result_row ADD COLUMN raw_value bigint;

-- How far the version of a rule that was published last has been run over what partners did before, and what came of it so far.
CREATE TABLE points_replay (
  tenant_id uuid NOT NULL,
  points_rule_id uuid NOT NULL,
  -- Of the version.
  number integer NOT NULL,
  -- NULL when it is done.
  due_at timestamptz,
  after_partner uuid,
  partners_left integer NOT NULL,
  events integer NOT NULL DEFAULT 0,
  added integer NOT NULL DEFAULT 0,
  reversed integer NOT NULL DEFAULT 0,
  points_before bigint NOT NULL DEFAULT 0,
  points_after bigint NOT NULL DEFAULT 0,
  partners_changed integer NOT NULL DEFAULT 0,
  -- Of PointsReplay of the contract the partners, by their ids.
  differences jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (tenant_id, points_rule_id),
  FOREIGN KEY (tenant_id, points_rule_id, number) REFERENCES points_rule_version (tenant_id, points_rule_id, number),
  CHECK ((due_at IS NULL) = (partners_left = 0))
);
CREATE INDEX points_replay_due ON points_replay (due_at) WHERE due_at IS NOT NULL;
CALL keep_for_tenant('points_replay');
CALL keep_from_partners('points_replay');
CREATE POLICY for_worker ON points_replay FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON points_replay TO portico_worker;
