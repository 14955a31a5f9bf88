-- How material reaches customers: links, printed copies, embeds on partners' own pages, and what is counted of all that.

ALTER TABLE asset
  -- With `portal` delivery: may be passed on by links all the same.
  ADD COLUMN shareable boolean NOT NULL DEFAULT false,
  -- Partners may order printed copies; follows `asset_print`.
  ADD COLUMN print_offered boolean NOT NULL DEFAULT false;

-- Links

CREATE TABLE share_link (
  tenant_id uuid NOT NULL,
  share_link_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  -- Whose link it is; NULL for the vendor's.
  partner_org_id uuid,
  created_by uuid,
  -- SHA-256 of what is secret in the address; the secret itself is not kept.
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  single_use boolean NOT NULL,
  recipient text,
  language text,
  campaign text,
  opens integer NOT NULL DEFAULT 0,
  uses integer NOT NULL DEFAULT 0,
  last_opened_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  -- Rises when somebody changes the link, not when it is opened.
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, share_link_id),
  FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, asset_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id),
  CHECK (octet_length(token_hash) = 32),
  -- Whoever takes a link that serves once at the same moment as somebody else gets nothing.
  CHECK (NOT single_use OR uses <= 1)
);
CREATE INDEX share_link_newest ON share_link (tenant_id, created_at DESC, share_link_id DESC);
CREATE INDEX share_link_of_partner ON share_link (tenant_id, partner_org_id, created_at DESC, share_link_id DESC);
CREATE INDEX share_link_of_asset ON share_link (tenant_id, asset_id);

-- Embeds

CREATE TABLE collateral_embed (
  tenant_id uuid NOT NULL,
  collateral_embed_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  name text NOT NULL,
  -- Stands in the source of public pages.
  token text NOT NULL UNIQUE,
  asset_ids uuid[] NOT NULL CHECK (cardinality(asset_ids) BETWEEN 1 AND 24),
  campaign text,
  enquiries boolean NOT NULL,
  -- Origins of the pages that it may stand on; none: anywhere.
  sites text[] NOT NULL DEFAULT '{}',
  privacy_url text,
  revoked_at timestamptz,
  created_by uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, collateral_embed_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES person (tenant_id, person_id)
);
CREATE INDEX collateral_embed_newest ON collateral_embed (tenant_id, created_at DESC, collateral_embed_id DESC);
CREATE INDEX collateral_embed_of_partner ON collateral_embed (tenant_id, partner_org_id, created_at DESC, collateral_embed_id DESC);
CREATE INDEX collateral_embed_of_asset ON collateral_embed USING gin (asset_ids);

-- Printed copies

CREATE TABLE asset_print (
  tenant_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  is_offered boolean NOT NULL,
  -- Copies that are there and taken by no order.
  in_stock integer NOT NULL CHECK (in_stock >= 0),
  per_order integer CHECK (per_order > 0),
  -- {levelId, quantity} each.
  per_level jsonb NOT NULL DEFAULT '[]',
  period_days integer NOT NULL CHECK (period_days > 0),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, asset_id),
  FOREIGN KEY (tenant_id, asset_id) REFERENCES asset (tenant_id, asset_id)
);

CREATE TABLE print_order (
  tenant_id uuid NOT NULL,
  print_order_id uuid NOT NULL,
  asset_id uuid NOT NULL,
  partner_org_id uuid NOT NULL,
  requested_by uuid,
  quantity integer NOT NULL CHECK (quantity > 0),
  -- Copies out of the stock that are for this order: all or none.
  taken integer NOT NULL DEFAULT 0 CHECK (taken IN (0, quantity)),
  language text,
  ship_to jsonb NOT NULL,
  note text,
  cost_centre text,
  campaign text,
  status text NOT NULL CHECK (status IN ('requested', 'approved', 'picked', 'shipped', 'delivered', 'backordered', 'cancelled')),
  tracking jsonb,
  reason text,
  approved_at timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, print_order_id),
  FOREIGN KEY (tenant_id, asset_id) REFERENCES asset_print (tenant_id, asset_id),
  FOREIGN KEY (tenant_id, partner_org_id) REFERENCES partner_org (tenant_id, partner_org_id),
  FOREIGN KEY (tenant_id, requested_by) REFERENCES person (tenant_id, person_id),
  CHECK ((taken > 0) = (status IN ('approved', 'picked', 'shipped', 'delivered'))),
  CHECK ((status IN ('shipped', 'delivered')) = (tracking IS NOT NULL))
);
CREATE INDEX print_order_newest ON print_order (tenant_id, created_at DESC, print_order_id DESC);
CREATE INDEX print_order_of_partner ON print_order (tenant_id, partner_org_id, created_at DESC, print_order_id DESC);
CREATE INDEX print_order_of_asset ON print_order (tenant_id, asset_id, partner_org_id, created_at);

-- What was done with material

ALTER TABLE asset_event
  -- More than 1 where visitors of public pages are counted together.
  ADD COLUMN count integer NOT NULL DEFAULT 1 CHECK (count > 0),
  ADD COLUMN share_link_id uuid,
  ADD COLUMN collateral_embed_id uuid,
  ADD COLUMN page_origin text,
  ADD COLUMN lead_id uuid,
  ADD FOREIGN KEY (tenant_id, share_link_id) REFERENCES share_link (tenant_id, share_link_id),
  ADD FOREIGN KEY (tenant_id, collateral_embed_id) REFERENCES collateral_embed (tenant_id, collateral_embed_id),
  ADD FOREIGN KEY (tenant_id, lead_id) REFERENCES lead (tenant_id, lead_id),
  ADD CHECK (kind IN ('view', 'download', 'share', 'link_open', 'cobrand', 'print_order', 'embed_view', 'embed_click', 'enquiry'));
CREATE INDEX asset_event_newest ON asset_event (tenant_id, at DESC, asset_event_id DESC);
CREATE INDEX asset_event_of_partner ON asset_event (tenant_id, partner_org_id, at DESC, asset_event_id DESC);
CREATE INDEX asset_event_of_embed ON asset_event (tenant_id, collateral_embed_id, kind) WHERE collateral_embed_id IS NOT NULL;
CREATE INDEX asset_event_of_link ON asset_event (tenant_id, share_link_id) WHERE share_link_id IS NOT NULL;

-- Who sees what of it

CALL keep_for_tenant('share_link', 'collateral_embed', 'asset_print', 'print_order');
CALL keep_within_partner('share_link', 'collateral_embed', 'print_order');
CALL restrict_rows('of_manager', '
  (SELECT current_manager()) IS NULL
  OR partner_org_id IS NULL
  OR partner_org_id IN (SELECT p.partner_org_id FROM partnership p WHERE p.tenant_id = (SELECT current_tenant()) AND p.manager_id = (SELECT current_manager()))',
  ARRAY['share_link', 'collateral_embed', 'print_order']);
CALL keep_version('collateral_embed', 'asset_print', 'print_order');
-- Stock is the vendor's business; what a partner may order, the handlers say.
CALL keep_from_partners('asset_print');

-- Whose token it is, before anything else is known of the visitor.
CREATE POLICY for_worker ON share_link FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, token_hash) ON share_link TO portico_worker;
CREATE POLICY for_worker ON collateral_embed FOR SELECT TO portico_worker USING (true);
GRANT SELECT (tenant_id, token, sites) ON collateral_embed TO portico_worker;

-- Whether a piece of material may leave the portal under a partner's name (NULL: the vendor's own): `public` to anybody, `link` to whoever has a link; or why not:
-- `recalled`, `replaced` (given way, or run out), `withdrawn`. Decides for whoever is no partner: call it as the system.
CREATE FUNCTION asset_reach(asset_id uuid, partner uuid, at timestamptz) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  a asset;
  keys text[];
BEGIN
  SELECT * INTO a FROM asset x WHERE x.tenant_id = current_tenant() AND x.asset_id = asset_reach.asset_id;
  IF a.status = 'recalled' THEN RETURN 'recalled'; END IF;
  IF a.status IN ('superseded', 'expired') OR a.entitled_until <= at THEN RETURN 'replaced'; END IF;
  IF a.status IS DISTINCT FROM 'published' OR a.classification = 'confidential' OR a.entitled_from > at THEN RETURN 'withdrawn'; END IF;
  IF partner IS NOT NULL THEN
    keys := partner_keys(partner);
    IF keys IS NULL OR NOT (
      a.needs_all <@ keys
      AND (a.needs_group = '{}' OR a.needs_group && keys)
      AND (a.needs_type = '{}' OR a.needs_type && keys)
      AND (a.needs_territory = '{}' OR a.needs_territory && keys)
      AND (a.needs_product = '{}' OR a.needs_product && keys)
    ) THEN RETURN 'withdrawn'; END IF;
  END IF;
  RETURN CASE WHEN a.delivery = 'open' THEN 'public' WHEN a.delivery = 'portal' AND a.shareable THEN 'link' ELSE 'withdrawn' END;
END $$;
