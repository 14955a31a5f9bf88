CREATE TABLE lead (
  tenant_id uuid NOT NULL REFERENCES tenant,
  lead_id uuid NOT NULL,
  program_id uuid NOT NULL,
  external_id text,
  status text NOT NULL CHECK (status IN ('new', 'enriching', 'routable', 'offered', 'accepted', 'working', 'converted', 'closed_won', 'closed_lost', 'unroutable', 'quarantined', 'recycled')),
  title text NOT NULL,
  source text NOT NULL,
  campaign text,
  -- LeadCompany, LeadContact, Consent, ValueBand, Money of the contract, as JSON.
  company jsonb NOT NULL,
  contact jsonb NOT NULL,
  consent jsonb,
  products text[] NOT NULL DEFAULT '{}',
  need text,
  timeline text,
  value_band jsonb,
  estimated_minor bigint CHECK (estimated_minor >= 0),
  estimated_currency text,
  score integer CHECK (score BETWEEN 0 AND 100),
  quality text,
  priority text NOT NULL,
  tags text[] NOT NULL DEFAULT '{}',
  owner_id uuid,
  -- The customer's identity for locks: registrable domain, else normalised name and country; NULL when unknown.
  account_key text,
  domain_key text,
  email_key text,
  -- Words that search looks at, each marked with who may find it: `d:` after acceptance, `v:` the vendor alone, one mark for each teaser field.
  search_words tsvector NOT NULL DEFAULT '',
  attention text,
  lost_reason text,
  -- The latest offer, open or ended, and what lists sort by.
  lead_offer_id uuid,
  offer_count integer NOT NULL DEFAULT 0,
  -- The deadline of its open offer.
  due_at timestamptz,
  -- Partners who had it before this may be offered it again, unless they declined it.
  recycled_at timestamptz,
  received_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- What lists sort by, without NULL. Columns, because under row-level security an index over coalesce(…) finds no place to start from.
  sort_due timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(due_at, 'infinity'::timestamptz)) STORED,
  sort_score integer NOT NULL GENERATED ALWAYS AS (coalesce(score, -1)) STORED,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, lead_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id),
  FOREIGN KEY (tenant_id, owner_id) REFERENCES person (tenant_id, person_id)
);
CREATE UNIQUE INDEX lead_external_id ON lead (tenant_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX lead_newest ON lead (tenant_id, received_at DESC, lead_id DESC);
CREATE INDEX lead_by_status ON lead (tenant_id, status, received_at DESC, lead_id DESC);
CREATE INDEX lead_by_due ON lead (tenant_id, sort_due, lead_id);
CREATE INDEX lead_by_score ON lead (tenant_id, sort_score DESC, lead_id DESC);
CREATE INDEX lead_with_attention ON lead (tenant_id, received_at DESC, lead_id DESC) WHERE attention IS NOT NULL;
CREATE INDEX lead_by_account ON lead (tenant_id, account_key) WHERE account_key IS NOT NULL;
CREATE INDEX lead_search ON lead USING gin (search_words);
CREATE INDEX lead_by_domain ON lead (tenant_id, domain_key, received_at) WHERE domain_key IS NOT NULL;
CREATE INDEX lead_by_email ON lead (tenant_id, email_key, received_at) WHERE email_key IS NOT NULL;

CREATE TABLE lead_offer (
  tenant_id uuid NOT NULL,
  lead_offer_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('offered', 'viewed', 'accepted', 'working', 'declined', 'expired', 'lost_race', 'withdrawn', 'reclaimed', 'timed_out', 'returned', 'converted', 'closed_won', 'closed_lost')),
  -- Generated, so that no write can put an offer under the wrong tab.
  tab text NOT NULL GENERATED ALWAYS AS (CASE WHEN status IN ('offered', 'viewed') THEN 'new' WHEN status IN ('accepted', 'working') THEN 'working' ELSE 'closed' END) STORED,
  exclusive boolean NOT NULL DEFAULT true,
  assignee_id uuid,
  unread boolean NOT NULL DEFAULT true,
  routed_by text NOT NULL,
  routing_decision_id uuid,
  offered_at timestamptz NOT NULL,
  accept_by timestamptz,
  first_viewed_at timestamptz,
  first_viewed_by uuid,
  accepted_at timestamptz,
  accepted_by uuid,
  act_by timestamptz,
  idle_by timestamptz,
  first_contact_at timestamptz,
  last_activity_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  end_comment text,
  end_contacted boolean,
  -- The next reminder, its kind and how many were sent since the last activity.
  remind_at timestamptz,
  remind_kind text,
  reminders_sent integer NOT NULL DEFAULT 0,
  -- The deadline that applies now; for an ended offer, when it ended.
  sort_deadline timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(CASE WHEN status IN ('offered', 'viewed') THEN accept_by WHEN status IN ('accepted', 'working') THEN least(act_by, idle_by) ELSE ended_at END, 'infinity'::timestamptz)) STORED,
  -- The earlier of remind_at and the deadline, NULL when nothing will happen by itself: what the sweep looks at.
  due_at timestamptz,
  next_step text,
  next_step_due date,
  deal_registration_id uuid,
  -- Copies of the lead's sort keys, so that a page of the inbox reads one index.
  score integer,
  sort_score integer NOT NULL GENERATED ALWAYS AS (coalesce(score, -1)) STORED,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, lead_offer_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES lead (tenant_id, lead_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES person (tenant_id, person_id),
  CHECK (status NOT IN ('accepted', 'working', 'converted', 'closed_won', 'closed_lost', 'returned', 'reclaimed', 'timed_out') OR accepted_at IS NOT NULL),
  CHECK ((ended_at IS NULL) = (status IN ('offered', 'viewed', 'accepted', 'working'))),
  CHECK (status <> 'converted' OR deal_registration_id IS NOT NULL)
);
-- At most one open exclusive offer of a lead.
CREATE UNIQUE INDEX lead_offer_one_open ON lead_offer (tenant_id, lead_id) WHERE exclusive AND status IN ('offered', 'viewed', 'accepted', 'working');
-- At most one partner has a lead in work, exclusive or raced for.
CREATE UNIQUE INDEX lead_offer_one_in_work ON lead_offer (tenant_id, lead_id) WHERE status IN ('accepted', 'working');
CREATE INDEX lead_offer_by_deadline ON lead_offer (tenant_id, partner_org_id, tab, sort_deadline, lead_offer_id);
CREATE INDEX lead_offer_by_score ON lead_offer (tenant_id, partner_org_id, tab, sort_score DESC, lead_offer_id DESC);
CREATE INDEX lead_offer_by_age ON lead_offer (tenant_id, partner_org_id, tab, offered_at DESC, lead_offer_id DESC);
-- Counts of the tabs read this index alone.
CREATE INDEX lead_offer_counts ON lead_offer (tenant_id, partner_org_id, tab, unread, assignee_id);
CREATE INDEX lead_offer_of_lead ON lead_offer (tenant_id, lead_id, offered_at DESC);
CREATE INDEX lead_offer_due ON lead_offer (due_at, lead_offer_id) WHERE due_at IS NOT NULL;
ALTER TABLE lead ADD FOREIGN KEY (tenant_id, lead_offer_id) REFERENCES lead_offer (tenant_id, lead_offer_id) DEFERRABLE INITIALLY DEFERRED;

-- One partner at a time works with a customer.
CREATE TABLE account_lock (
  tenant_id uuid NOT NULL,
  account_lock_id uuid NOT NULL,
  account_key text NOT NULL,
  partner_org_id uuid NOT NULL,
  lead_offer_id uuid NOT NULL,
  locked_at timestamptz NOT NULL,
  released_at timestamptz,
  PRIMARY KEY (tenant_id, account_lock_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, lead_offer_id) REFERENCES lead_offer (tenant_id, lead_offer_id)
);
-- Held once an account; the same partner's further leads of that customer share it.
CREATE UNIQUE INDEX account_lock_active ON account_lock (tenant_id, account_key) WHERE released_at IS NULL;

CREATE INDEX account_lock_of_offer ON account_lock (tenant_id, lead_offer_id) WHERE released_at IS NULL;

CREATE TABLE activity (
  tenant_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  lead_offer_id uuid,
  kind text NOT NULL CHECK (kind IN ('call', 'mail', 'meeting', 'note', 'event')),
  visibility text NOT NULL CHECK (visibility IN ('shared', 'vendor_internal', 'partner_internal')),
  side text NOT NULL CHECK (side IN ('vendor', 'partner', 'system')),
  -- The organisation of a partner_internal entry.
  partner_org_id uuid,
  author_id uuid,
  body text NOT NULL DEFAULT '',
  event text,
  data jsonb NOT NULL DEFAULT '{}',
  occurred_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  -- Entries of one instant keep the order in which they were written.
  seq bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, activity_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES lead (tenant_id, lead_id),
  FOREIGN KEY (tenant_id, lead_offer_id) REFERENCES lead_offer (tenant_id, lead_offer_id),
  CHECK (visibility <> 'partner_internal' OR partner_org_id IS NOT NULL),
  CHECK ((kind = 'event') = (event IS NOT NULL))
);
CREATE INDEX activity_of_lead ON activity (tenant_id, lead_id, seq DESC);
CREATE INDEX activity_of_offer ON activity (tenant_id, lead_offer_id, seq DESC);

CREATE TABLE routing_rule (
  tenant_id uuid NOT NULL,
  routing_rule_id uuid NOT NULL,
  program_id uuid NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  active boolean NOT NULL,
  method text NOT NULL CHECK (method IN ('named_partner', 'territory', 'round_robin')),
  condition jsonb NOT NULL,
  partner_org_ids uuid[] NOT NULL DEFAULT '{}',
  deleted_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, routing_rule_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);

CREATE INDEX routing_rule_in_order ON routing_rule (tenant_id, position, routing_rule_id) WHERE deleted_at IS NULL;

CREATE TABLE routing_decision (
  tenant_id uuid NOT NULL,
  routing_decision_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  method text NOT NULL,
  routing_rule_id uuid,
  rule_name text,
  rule_version integer,
  candidates jsonb NOT NULL,
  chosen_partner_org_id uuid,
  decided_by uuid,
  overridden boolean NOT NULL DEFAULT false,
  decided_at timestamptz NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, routing_decision_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES lead (tenant_id, lead_id),
  FOREIGN KEY (tenant_id, chosen_partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);
CREATE INDEX routing_decision_of_lead ON routing_decision (tenant_id, lead_id, seq DESC);

CREATE TABLE lead_import (
  tenant_id uuid NOT NULL,
  lead_import_id uuid NOT NULL,
  file_name text NOT NULL,
  status text NOT NULL CHECK (status IN ('running', 'done', 'failed')),
  csv text NOT NULL,
  mapping jsonb NOT NULL,
  rows integer NOT NULL DEFAULT 0,
  rows_done integer NOT NULL DEFAULT 0,
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  warnings integer NOT NULL DEFAULT 0,
  issues jsonb NOT NULL DEFAULT '[]',
  started_by text NOT NULL,
  -- Held by the worker that is at it; free to take when it has passed.
  lease_until timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, lead_import_id)
);
CREATE INDEX lead_import_newest ON lead_import (tenant_id, created_at DESC, lead_import_id DESC);
CREATE INDEX lead_import_at_work ON lead_import (lease_until) WHERE status = 'running';

-- What a row of a file became, so that repeating the file changes nothing.
CREATE TABLE lead_import_row (
  tenant_id uuid NOT NULL,
  row_key text NOT NULL,
  lead_id uuid NOT NULL,
  content_hash bytea NOT NULL,
  PRIMARY KEY (tenant_id, row_key),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES lead (tenant_id, lead_id)
);

CREATE TABLE deal_registration (
  tenant_id uuid NOT NULL,
  deal_registration_id uuid NOT NULL,
  program_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('draft')),
  source text NOT NULL CHECK (source IN ('partner_sourced', 'vendor_assigned')),
  submitted_by uuid,
  lead_id uuid,
  lead_offer_id uuid,
  name text NOT NULL,
  customer jsonb NOT NULL,
  contact jsonb NOT NULL,
  products text[] NOT NULL DEFAULT '{}',
  estimated_minor bigint CHECK (estimated_minor >= 0),
  estimated_currency text,
  expected_close_on date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, deal_registration_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, lead_offer_id) REFERENCES lead_offer (tenant_id, lead_offer_id),
  FOREIGN KEY (tenant_id, lead_id) REFERENCES lead (tenant_id, lead_id)
);
CREATE INDEX deal_registration_newest ON deal_registration (tenant_id, partner_org_id, created_at DESC, deal_registration_id DESC);
CREATE UNIQUE INDEX deal_registration_of_offer ON deal_registration (tenant_id, lead_offer_id) WHERE lead_offer_id IS NOT NULL;
ALTER TABLE lead_offer ADD FOREIGN KEY (tenant_id, deal_registration_id) REFERENCES deal_registration (tenant_id, deal_registration_id) DEFERRABLE INITIALLY DEFERRED;
