//! Which columns are filled. What a migration adds without a default belongs here too.

use super::{Filling, Sheet};

impl Default for Filling<'_> {
    fn default() -> Self {
        Self {
            accounts: Sheet::new("accounts", ACCOUNTS),
            roles: Sheet::new("account_roles", ROLES),
            organisations: Sheet::new("organisations", ORGANISATIONS),
            grams: Sheet::new("organisation_grams", GRAMS),
            registrations: Sheet::new("registrations", REGISTRATIONS),
            memberships: Sheet::new("memberships", MEMBERSHIPS),
            profiles: Sheet::new("organisation_sections", PROFILES),
            papers: Sheet::new("legal_documents", PAPERS),
            applications: Sheet::new("applications", APPLICATIONS),
            sections: Sheet::new("application_sections", SECTIONS),
            submissions: Sheet::new("submissions", SUBMISSIONS),
            screenings: Sheet::new("screenings", SCREENINGS),
            assignments: Sheet::new("assignments", ASSIGNMENTS),
            declarations: Sheet::new("declarations", DECLARATIONS),
            calls: Sheet::new("discussion_calls", CALLS),
            reviews: Sheet::new("reviews", REVIEWS),
            scores: Sheet::new("scores", SCORES),
            versions: Sheet::new("review_versions", VERSIONS),
            decisions: Sheet::new("decisions", DECISIONS),
            awards: Sheet::new("awards", AWARDS),
            files: Sheet::new("ledger_files", FILES),
        }
    }
}

const ACCOUNTS: &str = "\
    id email name password_hash language time_zone created_at confirmed_at \
    disabled_at";
const ROLES: &str = "account_id role granted_at";
const ORGANISATIONS: &str = "\
    id name_latin name_arabic name_hebrew base community legal_form website \
    created_at created_by grams_of";
const GRAMS: &str = "gram organisation_id";
const REGISTRATIONS: &str = "organisation_id position register number";
const MEMBERSHIPS: &str = "account_id organisation_id joined_at role";
const PROFILES: &str = "organisation_id section answers saved_at saved_by";
const PAPERS: &str = "id organisation_id kind outcome seen note recorded_by recorded_at";
const APPLICATIONS: &str = "\
    id reference round_id organisation_id status title requested_minor \
    created_at created_by submitted_at late form_id stage written_in topic";
const SECTIONS: &str = "application_id section answers version saved_at saved_by confirmed";
const SUBMISSIONS: &str = "\
    application_id version submitted_at submitted_by late answers digest";
const SCREENINGS: &str = "id application_id outcome reason note screened_by screened_at";
const ASSIGNMENTS: &str = "application_id reviewer_id assigned_by assigned_at";
const CALLS: &str = "application_id account_id called_at";
const DECLARATIONS: &str = "application_id account_id kind note declared_at";
const REVIEWS: &str = "\
    id application_id reviewer_id rubric_id comment version saved_at \
    submitted_at submission_version confidence recommendation total";
const SCORES: &str = "review_id criterion_id judgement justification";
const VERSIONS: &str = "review_id version submitted_at body reason rubric_id";
const DECISIONS: &str = "\
    id application_id number outcome amount_minor funding_type rationale \
    feedback proposed_by proposed_at signed_by signed_at released_by \
    released_at reason";
const AWARDS: &str = "\
    id application_id state amount_minor currency tongue opened_at \
    agreed_name agreed_print freed_minor ended_reason";
const FILES: &str = "id name digest entries begun_at";
