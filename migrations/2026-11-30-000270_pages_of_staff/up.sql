-- What a dossier, a board and a list of papers tell of hits: how many of an organisation
-- wait. Without it SQLite reads every hit that is current.
CREATE INDEX list_hits_of_organisation ON list_hits (organisation_id, is_current, state);
-- When something was erased last.
CREATE INDEX erasures_by_time ON erasures (erased_at);
-- Payments that are approved and not made: few of all that ever were.
CREATE INDEX disbursements_unpaid ON disbursements (id)
    WHERE paid_on IS NULL AND dropped_at IS NULL;
