-- What somebody saw of a lead or an offer is out of date when somebody edited it since, not when it was opened, read or reminded of. The version still rises with
-- every write, because it is the ETag and readers go by it to tell the newer of two answers; a change is accepted from the version of the last edit on.

-- The version that the last edit made; NULL while that is the present one.
ALTER TABLE lead ADD COLUMN edited_version integer;
ALTER TABLE lead_offer ADD COLUMN edited_version integer;

-- The version of the lead whose correction the partner was told of last: what they see changed, though no column of the offer may have.
ALTER TABLE lead_offer ADD COLUMN corrected_in integer;

-- A column that is not named here counts as edited: a new one is safe until somebody thinks of it. Generated columns have no value yet when this runs.
CREATE FUNCTION bump_lead_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  edited lead := NEW;
BEGIN
  edited.version := OLD.version;
  edited.edited_version := OLD.edited_version;
  edited.updated_at := OLD.updated_at;
  edited.due_at := OLD.due_at;
  edited.sort_due := OLD.sort_due;
  edited.sort_score := OLD.sort_score;
  NEW.version := OLD.version + 1;
  NEW.edited_version := CASE WHEN edited IS NOT DISTINCT FROM OLD THEN coalesce(OLD.edited_version, OLD.version) END;
  RETURN NEW;
END $$;

CREATE FUNCTION bump_lead_offer_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  edited lead_offer := NEW;
BEGIN
  edited.version := OLD.version;
  edited.edited_version := OLD.edited_version;
  edited.updated_at := OLD.updated_at;
  edited.unread := OLD.unread;
  edited.first_viewed_at := OLD.first_viewed_at;
  edited.first_viewed_by := OLD.first_viewed_by;
  edited.remind_at := OLD.remind_at;
  edited.remind_kind := OLD.remind_kind;
  edited.reminders_sent := OLD.reminders_sent;
  edited.due_at := OLD.due_at;
  edited.tab := OLD.tab;
  edited.sort_deadline := OLD.sort_deadline;
  edited.sort_score := OLD.sort_score;
  IF OLD.status = 'offered' AND NEW.status = 'viewed' THEN
    edited.status := OLD.status;
  END IF;
  NEW.version := OLD.version + 1;
  NEW.edited_version := CASE WHEN edited IS NOT DISTINCT FROM OLD THEN coalesce(OLD.edited_version, OLD.version) END;
  RETURN NEW;
END $$;

DROP TRIGGER bump_version ON lead;
CREATE TRIGGER bump_version BEFORE UPDATE ON lead FOR EACH ROW EXECUTE FUNCTION bump_lead_version();
DROP TRIGGER bump_version ON lead_offer;
CREATE TRIGGER bump_version BEFORE UPDATE ON lead_offer FOR EACH ROW EXECUTE FUNCTION bump_lead_offer_version();
