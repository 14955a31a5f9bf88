-- Co-branding: how partners make material their own, and the copies that they made of it.

-- How a partner shows itself. There is no row until somebody says something.
CREATE TABLE partner_brand (
  tenant_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  logo_file_id uuid,
  display_name text,
  phone text,
  email text,
  website text,
  address text,
  colors text[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, logo_file_id) REFERENCES stored_file (tenant_id, stored_file_id)
);

CREATE TABLE cobrand_template (
  tenant_id uuid NOT NULL,
  cobrand_template_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  asset_version_id uuid NOT NULL,
  language text NOT NULL,
  number integer NOT NULL,
  format text NOT NULL CHECK (format IN ('pdf', 'image', 'html')),
  zones jsonb NOT NULL,
  logo_rules jsonb NOT NULL,
  approval text NOT NULL CHECK (approval IN ('none', 'auto_rules', 'vendor_approves')),
  small_print jsonb,
  status text NOT NULL CHECK (status IN ('draft', 'published', 'superseded', 'retired')),
  published_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, cobrand_template_id),
  FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, asset_id),
  FOREIGN KEY (tenant_id, asset_version_id) REFERENCES asset_version (tenant_id, asset_version_id),
  CHECK ((status = 'draft') = (published_at IS NULL))
);
CREATE UNIQUE INDEX cobrand_template_number ON cobrand_template (tenant_id, asset_id, number);
-- One that partners use of each language, whoever publishes at the same moment.
CREATE UNIQUE INDEX cobrand_template_one_published ON cobrand_template (tenant_id, asset_id, language) WHERE status = 'published';
CREATE INDEX cobrand_template_newest ON cobrand_template (tenant_id, created_at DESC, cobrand_template_id DESC);

CREATE TABLE cobrand (
  tenant_id uuid NOT NULL,
  cobrand_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  cobrand_template_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  language text NOT NULL,
  name text NOT NULL,
  -- Of the contract's ZoneValues.
  "values" jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'generated', 'submitted', 'approved', 'rejected', 'published', 'stale', 'recalled')),
  findings jsonb NOT NULL DEFAULT '[]',
  reason text,
  -- The last file that was made, of cobrand_output.
  output_code text,
  -- Made anew after it was released: it goes as far by itself as it can.
  goes_on boolean NOT NULL DEFAULT false,
  -- When a worker has to make the file, or try again. Who is at work moves it on.
  due_at timestamptz,
  -- Where the QR code of that file leads.
  next_address text,
  attempts integer NOT NULL DEFAULT 0,
  created_by uuid,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  published_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, cobrand_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, cobrand_template_id) REFERENCES cobrand_template (tenant_id, cobrand_template_id),
  FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, asset_id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
  FOREIGN KEY (tenant_id, decided_by) REFERENCES person (tenant_id, person_id),
  CHECK (due_at IS NULL OR status = 'draft'),
  CHECK ((due_at IS NULL) = (next_address IS NULL)),
  CHECK (status IN ('draft', 'recalled') OR output_code IS NOT NULL),
  CHECK (status NOT IN ('rejected', 'recalled') OR reason IS NOT NULL),
  CHECK (status <> 'submitted' OR submitted_at IS NOT NULL),
  CHECK (status <> 'approved' OR decided_at IS NOT NULL),
  CHECK (status <> 'published' OR published_at IS NOT NULL)
);
CREATE INDEX cobrand_newest ON cobrand (tenant_id, created_at DESC, cobrand_id DESC);
CREATE INDEX cobrand_of_partner ON cobrand (tenant_id, partner_org_id, created_at DESC, cobrand_id DESC);
CREATE INDEX cobrand_of_template ON cobrand (tenant_id, cobrand_template_id, status);
CREATE INDEX cobrand_of_asset ON cobrand (tenant_id, asset_id, language);
CREATE INDEX cobrand_due ON cobrand (due_at) WHERE due_at IS NOT NULL;

-- Every file that was made. Codes stand on printed paper, so these rows stay as long as the copy.
CREATE TABLE cobrand_output (
  tenant_id uuid NOT NULL,
  code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-Za-z]{16}$'),
  cobrand_id uuid NOT NULL,
  cobrand_template_id uuid NOT NULL,
  asset_version_id uuid NOT NULL,
  stored_file_id uuid NOT NULL,
  -- As it is printed on it: with this code at its end.
  address text NOT NULL CHECK (right(address, 17) = '/' || code),
  made_at timestamptz NOT NULL,
  -- When it was released; NULL: it never was.
  published_at timestamptz,
  PRIMARY KEY (tenant_id, code),
  FOREIGN KEY (tenant_id, cobrand_id) REFERENCES cobrand (tenant_id, cobrand_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, cobrand_template_id) REFERENCES cobrand_template (tenant_id, cobrand_template_id),
  FOREIGN KEY (tenant_id, asset_version_id) REFERENCES asset_version (tenant_id, asset_version_id),
  FOREIGN KEY (tenant_id, stored_file_id) REFERENCES stored_file (tenant_id, stored_file_id)
);
CREATE INDEX cobrand_output_of_copy ON cobrand_output (tenant_id, cobrand_id, made_at DESC);
CREATE INDEX cobrand_output_of_version ON cobrand_output (tenant_id, asset_version_id);

-- What a picture was asked for; kept for minutes.
CREATE TABLE cobrand_preview (
  tenant_id uuid NOT NULL,
  cobrand_preview_id uuid NOT NULL,
  cobrand_template_id uuid NOT NULL,
  partner_org_id uuid,
  "values" jsonb NOT NULL,
  page integer NOT NULL,
  size integer NOT NULL,
  address text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, cobrand_preview_id),
  FOREIGN KEY (tenant_id, cobrand_template_id) REFERENCES cobrand_template (tenant_id, cobrand_template_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id)
);

CALL keep_for_tenant('partner_brand', 'cobrand_template', 'cobrand', 'cobrand_output', 'cobrand_preview');
CALL keep_version('partner_brand', 'cobrand_template');
CALL keep_within_partner('partner_brand', 'cobrand', 'cobrand_preview');
CALL keep_within_manager('partner_brand', 'cobrand');
-- That a worker takes the making of a file, or puts it off, changes nothing that people see.
CREATE TRIGGER bump_version BEFORE UPDATE ON cobrand FOR EACH ROW WHEN (OLD.due_at IS NULL OR NEW.due_at IS NULL) EXECUTE FUNCTION bump_version();
GRANT DELETE ON cobrand, cobrand_output TO portico_app;
REVOKE UPDATE ON cobrand_preview FROM portico_app;
CREATE POLICY of_partner ON cobrand_output AS RESTRICTIVE TO portico_app USING (EXISTS (SELECT FROM cobrand c WHERE c.tenant_id = cobrand_output.tenant_id AND c.cobrand_id = cobrand_output.cobrand_id));
-- Partners see the templates of material that they see, and those of their own copies.
CREATE POLICY of_partner ON cobrand_template AS RESTRICTIVE TO portico_app USING (
  (SELECT sees_all_partners())
  OR (status = 'published' AND EXISTS (SELECT FROM asset a WHERE a.tenant_id = cobrand_template.tenant_id AND a.asset_id = cobrand_template.asset_id))
  OR (status <> 'draft' AND EXISTS (SELECT FROM cobrand c WHERE c.tenant_id = cobrand_template.tenant_id AND c.cobrand_template_id = cobrand_template.cobrand_template_id))
);

CREATE POLICY for_worker ON cobrand FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, due_at) ON cobrand TO portico_worker;
-- Whoever reads a code from paper does not know whose it is.
CREATE POLICY for_worker ON cobrand_output FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, code) ON cobrand_output TO portico_worker;
CREATE POLICY for_worker ON cobrand_preview TO portico_worker USING (true);
GRANT SELECT (created_at), DELETE ON cobrand_preview TO portico_worker;
