DROP INDEX list_hits_of_organisation;
DROP INDEX erasures_by_time;
DROP INDEX disbursements_unpaid;
