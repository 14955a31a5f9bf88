-- How periods of boards ended, and what is wrong with that; points that wait for a person.

CREATE TABLE board_result (
  tenant_id uuid NOT NULL,
  board_result_id uuid NOT NULL,
  board_id uuid NOT NULL,
  period_key text NOT NULL,
  period_from timestamptz NOT NULL,
  period_until timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('frozen', 'verified', 'awarded')),
  -- BoardPrize of the contract, best first.
  prizes jsonb NOT NULL DEFAULT '[]',
  frozen_at timestamptz NOT NULL,
  verified_at timestamptz,
  verified_by uuid,
  awarded_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, board_result_id),
  UNIQUE (tenant_id, board_id, period_from),
  FOREIGN KEY (tenant_id, board_id) REFERENCES board (tenant_id, board_id) ON DELETE CASCADE,
  CHECK ((status = 'frozen') = (verified_at IS NULL)),
  CHECK ((status = 'awarded') = (awarded_at IS NOT NULL))
);
CREATE INDEX board_result_latest ON board_result (tenant_id, period_from DESC, board_result_id DESC);

-- The ranking as it was frozen, a row for everybody with a rank.
CREATE TABLE board_result_row (
  tenant_id uuid NOT NULL,
  board_result_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  field text NOT NULL,
  rank integer NOT NULL,
  place integer NOT NULL,
  value bigint NOT NULL,
  PRIMARY KEY (tenant_id, board_result_id, partner_org_id),
  FOREIGN KEY (tenant_id, board_result_id) REFERENCES board_result (tenant_id, board_result_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);
CREATE INDEX board_result_row_order ON board_result_row (tenant_id, board_result_id, field, place);

CREATE TABLE board_dispute (
  tenant_id uuid NOT NULL,
  board_dispute_id uuid NOT NULL,
  board_result_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  person_id uuid,
  text text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'accepted', 'rejected')),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, board_dispute_id),
  FOREIGN KEY (tenant_id, board_result_id) REFERENCES board_result (tenant_id, board_result_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  CHECK ((status = 'open') = (answered_at IS NULL))
);
CREATE INDEX board_dispute_latest ON board_dispute (tenant_id, board_result_id, created_at DESC, board_dispute_id DESC);

CALL keep_for_tenant('board_result', 'board_result_row', 'board_dispute');
GRANT DELETE ON board_result, board_result_row, board_dispute TO portico_app;
-- What others have is told by the board's rules alone.
CALL keep_within_partner('board_result_row', 'board_dispute');
CALL keep_version('board_result');

-- Events whose points wait for a person, and what is looked for.

CREATE TABLE points_check (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  -- PointsCheck of the contract.
  terms jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, program_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);

CREATE TABLE points_hold (
  tenant_id uuid NOT NULL,
  points_hold_id uuid NOT NULL,
  partner_event_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  -- PointsFinding of the contract.
  findings jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('held', 'released', 'denied')),
  comment text,
  decided_by uuid,
  decided_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, points_hold_id),
  UNIQUE (tenant_id, partner_event_id),
  FOREIGN KEY (tenant_id, partner_event_id) REFERENCES partner_event (tenant_id, partner_event_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  CHECK ((status = 'held') = (decided_at IS NULL))
);
CREATE INDEX points_hold_latest ON points_hold (tenant_id, created_at DESC, points_hold_id DESC);

CALL keep_for_tenant('points_check', 'points_hold');
CALL keep_from_partners('points_check', 'points_hold');
CALL keep_within_manager('points_hold');
CALL keep_version('points_hold');
