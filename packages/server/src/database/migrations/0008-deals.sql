-- Deal registration: what is registered, who decides, what is protected, and the proof of it.

ALTER TABLE program ADD COLUMN deal_policy jsonb NOT NULL DEFAULT '{}';

CREATE TABLE deal_form (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  registration_types text[] NOT NULL,
  standard_fields jsonb NOT NULL,
  fields jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, program_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);

ALTER TABLE deal_registration DROP CONSTRAINT deal_registration_status_check;
ALTER TABLE deal_registration
  ALTER COLUMN name DROP NOT NULL,
  ADD COLUMN number text,
  ADD COLUMN external_id text,
  ADD COLUMN registration_type text NOT NULL DEFAULT 'resale',
  ADD COLUMN description text,
  ADD COLUMN use_case text,
  -- DealLine, Answer, Tender, InfoRequest, DealBenefits of the contract, as JSON.
  ADD COLUMN lines jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN contract_type text,
  ADD COLUMN contract_term_months integer,
  ADD COLUMN competitors text[] NOT NULL DEFAULT '{}',
  ADD COLUMN incumbent text,
  ADD COLUMN tender jsonb,
  ADD COLUMN support_requested text,
  ADD COLUMN hide_from_distributor boolean NOT NULL DEFAULT false,
  ADD COLUMN answers jsonb NOT NULL DEFAULT '[]',
  -- Who started the draft: drafts are private to them and the partner.
  ADD COLUMN drafted_by text NOT NULL DEFAULT 'partner' CHECK (drafted_by IN ('partner', 'distributor', 'vendor')),
  -- Since when this partner has it, where another had it before: what was said until then stays between the vendor and the other.
  ADD COLUMN partner_since timestamptz,
  ADD COLUMN owner_id uuid,
  ADD COLUMN distributor_id uuid,
  ADD COLUMN reviewer_id uuid,
  ADD COLUMN terms_version text,
  -- Server time of the present submission and its number in the programme's chain of receipts: the place in the queue.
  ADD COLUMN submitted_at timestamptz,
  ADD COLUMN queue_number bigint,
  -- The last place that had been handed out when it was won: whoever stood in line until then was after the same purchase.
  ADD COLUMN closes_queue_to bigint,
  ADD COLUMN submission_count integer NOT NULL DEFAULT 0,
  -- How often a rejected one was made a draft again.
  ADD COLUMN revision_count integer NOT NULL DEFAULT 0,
  ADD COLUMN review_due_at timestamptz,
  -- What was left of the time to answer when the clock was paused.
  ADD COLUMN review_left_ms bigint,
  -- When somebody is reminded of the first open step of the approval, or it is escalated.
  ADD COLUMN step_due_at timestamptz,
  ADD COLUMN info_request jsonb,
  ADD COLUMN info_due_at timestamptz,
  ADD COLUMN decided_at timestamptz,
  ADD COLUMN end_reason text,
  ADD COLUMN end_comment text,
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN duplicate_of_id uuid,
  ADD COLUMN protected_from timestamptz,
  ADD COLUMN protected_until timestamptz,
  ADD COLUMN progress_due_at timestamptz,
  ADD COLUMN benefits jsonb,
  ADD COLUMN extension_count integer NOT NULL DEFAULT 0,
  ADD COLUMN stage text,
  ADD COLUMN probability integer CHECK (probability BETWEEN 0 AND 100),
  ADD COLUMN stage_changed_at timestamptz,
  -- When stage or closing day moved last.
  ADD COLUMN moved_at timestamptz,
  ADD COLUMN next_step text,
  ADD COLUMN next_step_due date,
  ADD COLUMN win_confirmed_at timestamptz,
  ADD COLUMN opportunity_ref text,
  -- What the customer is recognised by; NULL when unknown.
  ADD COLUMN domain_key text,
  ADD COLUMN tax_key text,
  -- Name without legal forms; compared within one country.
  ADD COLUMN name_key text,
  ADD COLUMN country_key text,
  ADD COLUMN email_key text,
  ADD COLUMN phone_key text,
  ADD COLUMN search_words tsvector NOT NULL DEFAULT '',
  -- The next notice (a reminder before an end, the time to answer that is over), and the earliest thing that will happen by itself.
  ADD COLUMN remind_at timestamptz,
  ADD COLUMN due_at timestamptz,
  ADD COLUMN tab text NOT NULL GENERATED ALWAYS AS (CASE
    WHEN status = 'draft' THEN 'draft'
    WHEN status IN ('submitted', 'under_review', 'action_required', 'pending_approval') THEN 'in_review'
    WHEN status IN ('approved', 'converted') THEN 'protected'
    ELSE 'closed' END) STORED,
  -- What lists sort by: the deadline that counts in the present status, for partner and vendor alike.
  ADD COLUMN sort_deadline timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(CASE
    WHEN status IN ('submitted', 'under_review', 'pending_approval') THEN review_due_at
    WHEN status = 'action_required' THEN info_due_at
    WHEN status IN ('approved', 'converted') THEN least(protected_until, progress_due_at)
    ELSE ended_at END, 'infinity'::timestamptz)) STORED,
  ADD COLUMN sort_amount bigint NOT NULL GENERATED ALWAYS AS (coalesce(estimated_minor, -1)) STORED,
  ADD CONSTRAINT deal_registration_status CHECK (status IN ('draft', 'submitted', 'under_review', 'action_required', 'pending_approval', 'approved', 'converted', 'won', 'lost', 'rejected', 'duplicate', 'withdrawn', 'cancelled', 'lapsed', 'expired', 'voided')),
  ADD CONSTRAINT deal_registration_number CHECK (number IS NOT NULL OR status IN ('draft', 'withdrawn')),
  ADD CONSTRAINT deal_registration_protected CHECK (status NOT IN ('approved', 'converted') OR protected_from IS NOT NULL),
  ADD CONSTRAINT deal_registration_asked CHECK ((status = 'action_required') = (info_request IS NOT NULL)),
  ADD CONSTRAINT deal_registration_ended CHECK ((ended_at IS NOT NULL) = (status IN ('won', 'lost', 'rejected', 'duplicate', 'withdrawn', 'cancelled', 'lapsed', 'expired', 'voided'))),
  ADD FOREIGN KEY (tenant_id, owner_id) REFERENCES person (tenant_id, person_id),
  ADD FOREIGN KEY (tenant_id, reviewer_id) REFERENCES person (tenant_id, person_id),
  ADD FOREIGN KEY (tenant_id, distributor_id) REFERENCES partner_org (tenant_id, partner_org_id),
  ADD FOREIGN KEY (tenant_id, duplicate_of_id) REFERENCES deal_registration (tenant_id, deal_registration_id);
UPDATE deal_registration SET owner_id = submitted_by, submitted_by = NULL,
  lines = (SELECT coalesce(jsonb_agg(jsonb_build_object('product', product, 'quantity', 1, 'unitPrice', NULL, 'discountPercent', 0)), '[]') FROM unnest(products) AS product);
ALTER TABLE deal_registration DROP COLUMN products;

CREATE UNIQUE INDEX deal_registration_by_number ON deal_registration (tenant_id, program_id, number) WHERE number IS NOT NULL;
-- Unique for each partner: across partners it would tell one which identifiers another uses.
CREATE UNIQUE INDEX deal_registration_external_id ON deal_registration (tenant_id, partner_org_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX deal_registration_all_newest ON deal_registration (tenant_id, created_at DESC, deal_registration_id DESC);
CREATE INDEX deal_registration_by_deadline ON deal_registration (tenant_id, tab, sort_deadline, deal_registration_id);
CREATE INDEX deal_registration_partner_deadline ON deal_registration (tenant_id, partner_org_id, tab, sort_deadline, deal_registration_id);
CREATE INDEX deal_registration_by_amount ON deal_registration (tenant_id, sort_amount DESC, deal_registration_id DESC);
CREATE INDEX deal_registration_by_domain ON deal_registration (tenant_id, domain_key) WHERE domain_key IS NOT NULL;
CREATE INDEX deal_registration_by_tax ON deal_registration (tenant_id, tax_key) WHERE tax_key IS NOT NULL;
CREATE INDEX deal_registration_by_name ON deal_registration (tenant_id, country_key, name_key) WHERE name_key IS NOT NULL;
CREATE INDEX deal_registration_by_email ON deal_registration (tenant_id, email_key) WHERE email_key IS NOT NULL;
CREATE INDEX deal_registration_by_phone ON deal_registration (tenant_id, phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX deal_registration_by_distributor ON deal_registration (tenant_id, distributor_id, created_at DESC) WHERE distributor_id IS NOT NULL;
CREATE INDEX deal_registration_search ON deal_registration USING gin (search_words);
CREATE INDEX deal_registration_due ON deal_registration (due_at, deal_registration_id) WHERE due_at IS NOT NULL;
CREATE INDEX deal_registration_by_lead ON deal_registration (tenant_id, lead_id) WHERE lead_id IS NOT NULL;

-- What approved registrations protect: a customer's certain key (`domain:acme.fi`, `tax:FI123`; `name:acme:FI` where neither is known) and a product, `*` standing for
-- all products. One approved registration for an opportunity: no two may hold the same, unless people decided that two partners share it. Then one holds it, the other
-- holds it beside, and what is left of it is its own when the first lets go.
CREATE TABLE deal_protection (
  tenant_id uuid NOT NULL,
  deal_registration_id uuid NOT NULL,
  customer_key text NOT NULL,
  product text NOT NULL,
  -- The registration that holds it, where this one shares it.
  beside_id uuid,
  released_at timestamptz,
  PRIMARY KEY (tenant_id, deal_registration_id, customer_key, product),
  FOREIGN KEY (tenant_id, deal_registration_id) REFERENCES deal_registration (tenant_id, deal_registration_id),
  FOREIGN KEY (tenant_id, beside_id) REFERENCES deal_registration (tenant_id, deal_registration_id)
);
CREATE UNIQUE INDEX deal_protection_one ON deal_protection (tenant_id, customer_key, product) WHERE released_at IS NULL AND beside_id IS NULL;
CREATE INDEX deal_protection_beside ON deal_protection (tenant_id, beside_id) WHERE beside_id IS NOT NULL AND released_at IS NULL;

CREATE TABLE approval_step (
  tenant_id uuid NOT NULL,
  approval_step_id uuid NOT NULL,
  deal_registration_id uuid NOT NULL,
  -- Of which submission; steps of earlier ones are kept.
  submission integer NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  -- Approver and Money of the contract.
  approver jsonb NOT NULL,
  approval_limit jsonb,
  person_id uuid,
  status text NOT NULL CHECK (status IN ('waiting', 'pending', 'approved', 'rejected', 'skipped')),
  decided_by uuid,
  decided_at timestamptz,
  comment text,
  due_hours real NOT NULL,
  -- Until the reminder has been given.
  remind_at timestamptz,
  due_at timestamptz,
  escalated_at timestamptz,
  PRIMARY KEY (tenant_id, approval_step_id),
  FOREIGN KEY (tenant_id, deal_registration_id) REFERENCES deal_registration (tenant_id, deal_registration_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id),
  FOREIGN KEY (tenant_id, decided_by) REFERENCES person (tenant_id, person_id)
);
CREATE INDEX approval_step_of_deal ON approval_step (tenant_id, deal_registration_id, submission, position);

CREATE TABLE deal_change (
  tenant_id uuid NOT NULL,
  deal_change_id uuid NOT NULL,
  deal_registration_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('extension', 'amendment', 'transfer')),
  status text NOT NULL CHECK (status IN ('requested', 'approved', 'rejected', 'withdrawn')),
  protected_until_on date,
  amendment jsonb,
  needs_new_approval boolean NOT NULL DEFAULT false,
  to_partner_org_id uuid,
  note text NOT NULL,
  requested_by uuid,
  requested_side text NOT NULL CHECK (requested_side IN ('vendor', 'partner')),
  agreed_by text[] NOT NULL DEFAULT '{}',
  decided_by uuid,
  decided_at timestamptz,
  comment text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, deal_change_id),
  FOREIGN KEY (tenant_id, deal_registration_id) REFERENCES deal_registration (tenant_id, deal_registration_id),
  FOREIGN KEY (tenant_id, to_partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);
-- One request of a kind waits at a time.
CREATE UNIQUE INDEX deal_change_one_open ON deal_change (tenant_id, deal_registration_id, kind) WHERE status = 'requested';
CREATE INDEX deal_change_of_deal ON deal_change (tenant_id, deal_registration_id, created_at DESC, deal_change_id DESC);
CREATE INDEX deal_change_newest ON deal_change (tenant_id, created_at DESC, deal_change_id DESC);

CREATE TABLE deal_activity (
  tenant_id uuid NOT NULL,
  deal_activity_id uuid NOT NULL,
  deal_registration_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('call', 'mail', 'meeting', 'note', 'event')),
  visibility text NOT NULL CHECK (visibility IN ('shared', 'vendor_internal', 'partner_internal')),
  side text NOT NULL CHECK (side IN ('vendor', 'partner', 'system')),
  partner_org_id uuid,
  author_id uuid,
  body text NOT NULL DEFAULT '',
  event text,
  data jsonb NOT NULL DEFAULT '{}',
  occurred_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, deal_activity_id),
  FOREIGN KEY (tenant_id, deal_registration_id) REFERENCES deal_registration (tenant_id, deal_registration_id),
  CHECK (visibility <> 'partner_internal' OR partner_org_id IS NOT NULL),
  CHECK ((kind = 'event') = (event IS NOT NULL))
);
CREATE INDEX deal_activity_of_deal ON deal_activity (tenant_id, deal_registration_id, seq DESC);

CREATE TABLE evidence_file (
  tenant_id uuid NOT NULL,
  evidence_file_id uuid NOT NULL,
  deal_registration_id uuid NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size_bytes integer NOT NULL CHECK (size_bytes > 0),
  status text NOT NULL CHECK (status IN ('uploading', 'ready', 'rejected')),
  problem text,
  sha256 text,
  -- When the scanner is to look at it; until it has, the bytes are withheld.
  scan_due_at timestamptz CHECK (scan_due_at IS NULL OR status = 'ready'),
  added_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, evidence_file_id),
  FOREIGN KEY (tenant_id, deal_registration_id) REFERENCES deal_registration (tenant_id, deal_registration_id),
  -- What was found to be infected after it was taken keeps its hash: a receipt may name it.
  CHECK ((sha256 IS NOT NULL) = (status = 'ready' OR coalesce(problem, '') = 'infected'))
);
CREATE INDEX evidence_file_to_scan ON evidence_file (scan_due_at) WHERE scan_due_at IS NOT NULL;
CREATE INDEX evidence_file_of_deal ON evidence_file (tenant_id, deal_registration_id, created_at);
CREATE INDEX evidence_file_unfinished ON evidence_file (created_at) WHERE status <> 'ready';

CREATE TABLE evidence_part (
  tenant_id uuid NOT NULL,
  evidence_file_id uuid NOT NULL,
  index integer NOT NULL CHECK (index >= 0),
  content bytea NOT NULL,
  PRIMARY KEY (tenant_id, evidence_file_id, index),
  FOREIGN KEY (tenant_id, evidence_file_id) REFERENCES evidence_file (tenant_id, evidence_file_id) ON DELETE CASCADE
);
-- Documents and pictures are packed already.
ALTER TABLE evidence_part ALTER COLUMN content SET STORAGE EXTERNAL;

-- Keys that sign receipts, of one tenant; kept for as long as receipts are.
CREATE TABLE receipt_key (
  tenant_id uuid NOT NULL REFERENCES tenant,
  key_id text NOT NULL,
  public_jwk jsonb NOT NULL,
  retired_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key_id)
);
CREATE UNIQUE INDEX receipt_key_present ON receipt_key (tenant_id) WHERE retired_at IS NULL;
-- In no backup, and gone when the key is retired: what is signed no more needs no private half.
CREATE TABLE receipt_private_key (
  tenant_id uuid NOT NULL,
  key_id text NOT NULL,
  private_jwk jsonb NOT NULL,
  PRIMARY KEY (tenant_id, key_id),
  FOREIGN KEY (tenant_id, key_id) REFERENCES receipt_key (tenant_id, key_id)
);

-- The end of a programme's chain of receipts. Its row lock puts submissions in their order.
CREATE TABLE receipt_chain (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  last_sequence bigint NOT NULL DEFAULT 0,
  last_hash text NOT NULL DEFAULT repeat('0', 64),
  last_at timestamptz NOT NULL DEFAULT '-infinity',
  last_deal_number bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, program_id)
);

CREATE TABLE receipt (
  tenant_id uuid NOT NULL,
  receipt_id uuid NOT NULL,
  program_id uuid NOT NULL,
  deal_registration_id uuid NOT NULL,
  sequence bigint NOT NULL,
  -- ReceiptStatement of the contract and what was submitted, as signed.
  statement jsonb NOT NULL,
  content jsonb NOT NULL,
  signature text NOT NULL,
  key_id text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, receipt_id),
  FOREIGN KEY (tenant_id, deal_registration_id) REFERENCES deal_registration (tenant_id, deal_registration_id),
  FOREIGN KEY (tenant_id, key_id) REFERENCES receipt_key (tenant_id, key_id)
);
CREATE UNIQUE INDEX receipt_in_chain ON receipt (tenant_id, program_id, sequence);
CREATE INDEX receipt_of_deal ON receipt (tenant_id, deal_registration_id, sequence DESC);
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE conflict_case (
  tenant_id uuid NOT NULL,
  conflict_case_id uuid NOT NULL,
  first_id uuid NOT NULL,
  second_id uuid NOT NULL,
  first_partner_org_id uuid NOT NULL,
  second_partner_org_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'evidence', 'mediation', 'resolved', 'escalated')),
  resolution text,
  first_share_percent integer CHECK (first_share_percent BETWEEN 0 AND 100),
  evidence_due_at timestamptz,
  opened_by uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conflict_case_id),
  FOREIGN KEY (tenant_id, first_id) REFERENCES deal_registration (tenant_id, deal_registration_id),
  FOREIGN KEY (tenant_id, second_id) REFERENCES deal_registration (tenant_id, deal_registration_id),
  CHECK (first_id <> second_id),
  CHECK ((status = 'resolved') = (resolution IS NOT NULL))
);
CREATE UNIQUE INDEX conflict_case_one_open ON conflict_case (tenant_id, least(first_id, second_id), greatest(first_id, second_id)) WHERE status <> 'resolved';
CREATE INDEX conflict_case_evidence_due ON conflict_case (evidence_due_at, conflict_case_id) WHERE status = 'evidence';
CREATE INDEX conflict_case_split ON conflict_case (tenant_id, first_id, second_id) WHERE resolution = 'split';
CREATE INDEX conflict_case_newest ON conflict_case (tenant_id, created_at DESC, conflict_case_id DESC);

CREATE TABLE conflict_entry (
  tenant_id uuid NOT NULL,
  conflict_entry_id uuid NOT NULL,
  conflict_case_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('vendor', 'first', 'second')),
  event text NOT NULL,
  body text,
  author_id uuid,
  created_at timestamptz NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant_id, conflict_entry_id),
  FOREIGN KEY (tenant_id, conflict_case_id) REFERENCES conflict_case (tenant_id, conflict_case_id)
);
CREATE INDEX conflict_entry_of_case ON conflict_entry (tenant_id, conflict_case_id, seq);

CREATE TABLE account (
  tenant_id uuid NOT NULL REFERENCES tenant,
  account_id uuid NOT NULL,
  external_id text NOT NULL,
  name text NOT NULL,
  website text,
  domains text[] NOT NULL DEFAULT '{}',
  tax_id text,
  country text,
  standing text NOT NULL CHECK (standing IN ('prospect', 'existing_customer', 'direct_sales_active')),
  -- Registrable domains of website and domains; the rest as in deal_registration.
  domain_keys text[] NOT NULL DEFAULT '{}',
  tax_key text,
  name_key text,
  content_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, account_id)
);
CREATE UNIQUE INDEX account_external_id ON account (tenant_id, external_id);
CREATE INDEX account_by_name ON account (tenant_id, name, account_id);
CREATE INDEX account_by_tax ON account (tenant_id, tax_key) WHERE tax_key IS NOT NULL;

-- Every check of a claim: by whom, of what, with which answer.
CREATE TABLE claim_check (
  tenant_id uuid NOT NULL,
  claim_check_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- Hashes, so that the log is no list of customers itself.
  domain_hash bytea,
  name_hash bytea,
  tax_hash bytea,
  answer text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, claim_check_id)
);
CREATE INDEX claim_check_of_person ON claim_check (tenant_id, person_id, created_at DESC);
CREATE INDEX claim_check_of_partner ON claim_check (tenant_id, partner_org_id, created_at DESC);

CREATE TABLE deal_import (LIKE lead_import INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
ALTER TABLE deal_import RENAME COLUMN lead_import_id TO deal_import_id;
ALTER TABLE deal_import ADD PRIMARY KEY (tenant_id, deal_import_id);
CREATE INDEX deal_import_newest ON deal_import (tenant_id, created_at DESC, deal_import_id DESC);
CREATE INDEX deal_import_at_work ON deal_import (lease_until) WHERE status = 'running';
CREATE TABLE deal_import_row (
  tenant_id uuid NOT NULL,
  row_key text NOT NULL,
  deal_registration_id uuid NOT NULL,
  content_hash bytea NOT NULL,
  PRIMARY KEY (tenant_id, row_key),
  FOREIGN KEY (tenant_id, deal_registration_id) REFERENCES deal_registration (tenant_id, deal_registration_id)
);

CREATE TABLE deal_export (
  tenant_id uuid NOT NULL REFERENCES tenant,
  deal_export_id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('spreadsheet', 'data')),
  -- Of which registrations; NULL for all.
  statuses text[],
  status text NOT NULL CHECK (status IN ('running', 'done', 'failed')),
  problem text,
  rows integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  parts integer NOT NULL DEFAULT 0,
  -- The last registration that was written: the next page begins behind it.
  after_created_at timestamptz,
  after_id uuid,
  -- Who asked, and what they could see: the file is theirs, and only while that is the same.
  principal_id text NOT NULL,
  session_id uuid,
  partner_org_id uuid,
  rights jsonb NOT NULL,
  lease_until timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, deal_export_id),
  CHECK ((status = 'running') = (ended_at IS NULL))
);
CREATE INDEX deal_export_at_work ON deal_export (lease_until) WHERE status = 'running';
CREATE INDEX deal_export_oldest ON deal_export (created_at);
CREATE TABLE deal_export_part (
  tenant_id uuid NOT NULL,
  deal_export_id uuid NOT NULL,
  index integer NOT NULL CHECK (index >= 0),
  csv text NOT NULL,
  PRIMARY KEY (tenant_id, deal_export_id, index),
  FOREIGN KEY (tenant_id, deal_export_id) REFERENCES deal_export (tenant_id, deal_export_id) ON DELETE CASCADE
);

-- Who may do what, as 0003-security.sql does for the tables before.
CALL keep_for_tenant('deal_form', 'deal_protection', 'approval_step', 'deal_change', 'deal_activity', 'evidence_file', 'evidence_part', 'receipt_key',
  'receipt_chain', 'receipt', 'conflict_case', 'conflict_entry', 'account', 'claim_check', 'deal_import', 'deal_import_row', 'deal_export', 'deal_export_part');
CALL keep_version('deal_form', 'deal_change', 'conflict_case', 'deal_import');
GRANT DELETE ON evidence_file, evidence_part, account, deal_export_part TO portico_app;
REVOKE UPDATE ON receipt, claim_check FROM portico_app;

-- A distributor sees what its resellers share with it.
DROP POLICY of_partner ON deal_registration;
CREATE POLICY of_partner ON deal_registration AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners()) OR partner_org_id = (SELECT current_partner_org()) OR (distributor_id = (SELECT current_partner_org()) AND NOT hide_from_distributor)
);
CREATE POLICY of_partner ON deal_activity AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners())
  OR (visibility = 'partner_internal' AND partner_org_id = (SELECT current_partner_org()))
  OR (visibility = 'shared' AND EXISTS (SELECT FROM deal_registration d WHERE d.tenant_id = deal_activity.tenant_id AND d.deal_registration_id = deal_activity.deal_registration_id
    AND (d.partner_since IS NULL OR deal_activity.created_at >= d.partner_since)))
);
CREATE POLICY of_partner ON evidence_file AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR EXISTS (
  SELECT FROM deal_registration d WHERE d.tenant_id = evidence_file.tenant_id AND d.deal_registration_id = evidence_file.deal_registration_id AND (d.partner_since IS NULL OR evidence_file.created_at >= d.partner_since)
));
CREATE POLICY of_partner ON evidence_part AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR EXISTS (SELECT FROM evidence_file f WHERE f.tenant_id = evidence_part.tenant_id AND f.evidence_file_id = evidence_part.evidence_file_id));
CREATE POLICY of_partner ON receipt AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR EXISTS (
  SELECT FROM deal_registration d WHERE d.tenant_id = receipt.tenant_id AND d.deal_registration_id = receipt.deal_registration_id AND (d.partner_since IS NULL OR receipt.created_at >= d.partner_since)
));
CREATE POLICY of_partner ON deal_change AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners())
  -- Whoever would have the deal hears of it when its partner has agreed, not before.
  OR (to_partner_org_id = (SELECT current_partner_org()) AND 'giving_partner' = ANY (agreed_by))
  OR EXISTS (SELECT FROM deal_registration d WHERE d.tenant_id = deal_change.tenant_id AND d.deal_registration_id = deal_change.deal_registration_id AND (d.partner_since IS NULL OR deal_change.created_at >= d.partner_since))
);
CREATE POLICY of_partner ON conflict_case AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR first_partner_org_id = (SELECT current_partner_org()) OR second_partner_org_id = (SELECT current_partner_org()));
CREATE POLICY of_partner ON conflict_entry AS RESTRICTIVE TO portico_app USING ((SELECT sees_all_partners()) OR EXISTS (
  SELECT FROM conflict_case c WHERE c.tenant_id = conflict_entry.tenant_id AND c.conflict_case_id = conflict_entry.conflict_case_id
    AND (side = 'vendor' OR (SELECT current_partner_org()) = CASE side WHEN 'first' THEN first_partner_org_id ELSE second_partner_org_id END)
));
CALL keep_within_partner('claim_check');
CALL keep_from_partners('deal_protection', 'approval_step', 'receipt_chain', 'account', 'deal_import', 'deal_import_row');
-- An export is for whoever asked for it, on the side they asked from.
CREATE POLICY of_asker ON deal_export AS RESTRICTIVE TO portico_app USING (
  (SELECT current_setting('portico.caller', true)) = 'system' OR (principal_id = (SELECT current_principal()) AND partner_org_id IS NOT DISTINCT FROM (SELECT current_partner_org()))
);
CREATE POLICY of_asker ON deal_export_part AS RESTRICTIVE TO portico_app USING (EXISTS (
  SELECT FROM deal_export e WHERE e.tenant_id = deal_export_part.tenant_id AND e.deal_export_id = deal_export_part.deal_export_id
));
-- Private keys are the application's alone, and only when it acts for no partner.
ALTER TABLE receipt_private_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON receipt_private_key TO portico_app USING (tenant_id = (SELECT current_tenant())) WITH CHECK (tenant_id = (SELECT current_tenant()));
CALL keep_from_partners('receipt_private_key');
GRANT SELECT, INSERT, DELETE ON receipt_private_key TO portico_app;

CREATE POLICY for_worker ON deal_registration FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON deal_registration TO portico_worker;
CREATE POLICY for_worker ON conflict_case FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, status, evidence_due_at) ON conflict_case TO portico_worker;
CREATE POLICY for_worker ON deal_import FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, status, lease_until) ON deal_import TO portico_worker;
CREATE POLICY for_worker ON deal_export TO portico_worker USING (true);
GRANT SELECT (tenant_id, status, lease_until, created_at), DELETE ON deal_export TO portico_worker;
CREATE POLICY for_worker ON evidence_file TO portico_worker USING (true);
GRANT SELECT (tenant_id, status, sha256, scan_due_at, created_at), DELETE ON evidence_file TO portico_worker;

CREATE POLICY for_search ON deal_registration FOR SELECT TO portico_owner USING (true);
CREATE POLICY for_search ON conflict_case FOR SELECT TO portico_owner USING (true);
CREATE FUNCTION find_deals(query tsquery, most integer) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = portico, pg_temp AS $$
  SELECT deal_registration_id FROM deal_registration WHERE tenant_id = current_tenant() AND search_words @@ query LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION find_deals FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_deals TO portico_app;

-- Registrations that compete with one: the same customer for certain (domain or tax id; name and country where neither is known), a product in common (none named
-- stands for all), and waiting for a decision, protected, or won while it stood in line. Two that share a deal by a decision of people do not compete.
--
-- `ahead_of` leaves those that are ahead of this place in the queue, `beside` one out, and `most` stops at so many. Few columns, because a row has ninety.
CREATE FUNCTION deal_rivals(registration uuid, ahead_of bigint DEFAULT NULL, beside uuid DEFAULT NULL, most bigint DEFAULT NULL)
RETURNS TABLE (deal_registration_id uuid, partner_org_id uuid, owner_id uuid, status text, number text, drafted_by text, distributor_id uuid, hide_from_distributor boolean, queue_number bigint, tab text)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
  d record;
BEGIN
  SELECT o.tenant_id, o.queue_number, o.domain_key, o.tax_key, o.name_key, o.country_key, o.lines INTO d
  FROM deal_registration o WHERE o.tenant_id = current_tenant() AND o.deal_registration_id = registration;
  -- With values in the place of columns each key is looked up in its own index, whatever the statistics say.
  RETURN QUERY SELECT r.deal_registration_id, r.partner_org_id, r.owner_id, r.status, r.number, r.drafted_by, r.distributor_id, r.hide_from_distributor, r.queue_number, r.tab
  FROM deal_registration r
  WHERE r.tenant_id = d.tenant_id AND r.deal_registration_id <> registration AND (beside IS NULL OR r.deal_registration_id <> beside)
    AND (r.tab IN ('in_review', 'protected') OR (r.status = 'won' AND r.closes_queue_to >= d.queue_number))
    AND (ahead_of IS NULL OR r.tab <> 'in_review' OR r.queue_number < ahead_of)
    AND (
      r.domain_key = d.domain_key
      OR r.tax_key = d.tax_key
      OR (r.name_key = d.name_key AND r.country_key = d.country_key AND coalesce(r.domain_key, r.tax_key, d.domain_key, d.tax_key) IS NULL)
    )
    AND (r.lines = '[]' OR d.lines = '[]' OR EXISTS (SELECT FROM jsonb_array_elements(r.lines) a, jsonb_array_elements(d.lines) b WHERE a->'product' = b->'product'))
    AND NOT EXISTS (SELECT FROM conflict_case c WHERE c.tenant_id = d.tenant_id AND c.resolution = 'split' AND ((c.first_id = registration AND c.second_id = r.deal_registration_id) OR (c.first_id = r.deal_registration_id AND c.second_id = registration)))
  LIMIT most;
END $$;
-- Whether somebody is ahead of one that waits: protected, has won what it waits for, or has an earlier place in the queue; with `beside`, somebody but that one.
-- A partner may ask it of its own; it learns nothing else.
CREATE FUNCTION deal_is_behind(registration uuid, place bigint, beside uuid DEFAULT NULL) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = portico, pg_temp AS $$
  -- Places begin at 1: without one, only those that do not wait are ahead.
  SELECT EXISTS (SELECT FROM deal_rivals(registration, coalesce(place, 0), beside, 1))
$$;
REVOKE EXECUTE ON FUNCTION deal_is_behind FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deal_is_behind TO portico_app;

-- Channel managers see the deals of the partners assigned to them, as they see their leads.
CREATE POLICY of_manager ON deal_registration AS RESTRICTIVE TO portico_app USING (
  (SELECT current_manager()) IS NULL
  OR partner_org_id IN (SELECT p.partner_org_id FROM partnership p WHERE p.tenant_id = (SELECT current_tenant()) AND p.manager_id = (SELECT current_manager()))
);
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['deal_activity', 'deal_change', 'evidence_file', 'receipt', 'approval_step'] LOOP
    EXECUTE format('CREATE POLICY of_manager ON %1$I AS RESTRICTIVE TO portico_app USING ((SELECT current_manager()) IS NULL OR EXISTS (SELECT FROM deal_registration d WHERE d.tenant_id = %1$I.tenant_id AND d.deal_registration_id = %1$I.deal_registration_id))', name);
  END LOOP;
END $$;
CREATE POLICY of_manager ON evidence_part AS RESTRICTIVE TO portico_app USING ((SELECT current_manager()) IS NULL OR EXISTS (SELECT FROM evidence_file f WHERE f.tenant_id = evidence_part.tenant_id AND f.evidence_file_id = evidence_part.evidence_file_id));
CREATE POLICY of_manager ON conflict_case AS RESTRICTIVE TO portico_app USING ((SELECT current_manager()) IS NULL OR EXISTS (SELECT FROM deal_registration d WHERE d.tenant_id = conflict_case.tenant_id AND d.deal_registration_id IN (first_id, second_id)));

-- Which managers hear of a change to a deal; the rest as before.
ALTER FUNCTION managers_of(text, uuid) RENAME TO managers_of_lead;
CREATE FUNCTION managers_of(resource text, resource_id uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_variable
BEGIN
  CASE resource
    WHEN 'deal_registration' THEN
      RETURN ARRAY(SELECT p.manager_id FROM deal_registration d JOIN partnership p USING (tenant_id, partner_org_id) WHERE d.tenant_id = current_tenant() AND d.deal_registration_id = resource_id AND p.manager_id IS NOT NULL);
    WHEN 'conflict_case' THEN
      RETURN ARRAY(
        SELECT p.manager_id FROM conflict_case c JOIN partnership p ON p.tenant_id = c.tenant_id AND p.partner_org_id IN (c.first_partner_org_id, c.second_partner_org_id)
        WHERE c.tenant_id = current_tenant() AND c.conflict_case_id = resource_id AND p.manager_id IS NOT NULL);
    ELSE
      RETURN managers_of_lead(resource, resource_id);
  END CASE;
END $$;
