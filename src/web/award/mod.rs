//! Awards: for staff the list, one award with all that is done with it, and files for the
//! bank; for the organisation its agreement, its account and its reports.

mod acceptance;
mod bank;
mod change;
mod home;
mod list;
mod member;
mod paper;
mod pay;
mod payments;
mod pdf;
mod plan;
mod report;
mod review;
mod staff;
mod story;
mod terms;
mod tranche;
mod words;

pub use home::{Asked, AwardTask, asked, tasks};
pub use words::report_state_key;

use super::registrar::Registrar;
use crate::domain::AwardId;
use crate::web::errors::Fault;

/// All awards, for staff.
pub const AWARDS: &str = "/admin/awards";
/// Files of transfers for the bank.
pub const PAYMENTS: &str = "/admin/payments";

/// The routes of awards.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/awards", list::show);
    routes.get("/admin/awards/{award}", staff::show);
    routes.get("/admin/awards/{award}/plan", plan::show);
    routes.post("/admin/awards/{award}/plan", plan::save);
    routes.post("/admin/awards/{award}/offer", plan::offer);
    routes.get("/admin/awards/{award}/agreement.pdf", pdf::of_staff);
    routes.post("/admin/awards/{award}/signed", paper::by_staff);
    routes.post("/admin/awards/{award}/bank", bank::read);
    routes.get("/admin/awards/{award}/tranches/{tranche}", pay::show);
    routes.post("/admin/awards/{award}/tranches/{tranche}", pay::prepare);
    routes.get(
        "/admin/awards/{award}/disbursements/{disbursement}/{step}",
        pay::show_step,
    );
    routes.post(
        "/admin/awards/{award}/disbursements/{disbursement}/{step}",
        pay::take_step,
    );
    routes.get("/admin/awards/{award}/reports/{report}", review::show);
    routes.post("/admin/awards/{award}/reports/{report}", review::judge);
    routes.get("/admin/awards/{award}/changes/{change}", change::show);
    routes.post("/admin/awards/{award}/changes/{change}", change::make);
    routes.post(
        "/admin/awards/{award}/amendments/{amendment}",
        change::take_back,
    );
    routes.get("/admin/payments", payments::show);
    routes.post("/admin/payments", payments::make);
    routes.get("/awards/{award}", member::show);
    routes.get("/awards/{award}/agreement.pdf", pdf::of_owner);
    routes.get("/awards/{award}/acceptance", acceptance::show);
    routes.post("/awards/{award}/acceptance", acceptance::agree);
    routes.post("/awards/{award}/signed/{print}", paper::bring);
    routes.get("/awards/{award}/bank", bank::show);
    routes.post("/awards/{award}/bank", bank::give);
    routes.get("/awards/{award}/reports/{report}", report::show);
    routes.post("/awards/{award}/reports/{report}", report::save);
    routes.post("/awards/{award}/amendments/{amendment}", acceptance::amend);
}

/// An award as staff see it.
pub fn desk(id: AwardId) -> String {
    format!("{AWARDS}/{id}")
}

/// An award of one's own organisation.
pub fn own(id: AwardId) -> String {
    format!("/awards/{id}")
}

fn award(id: &str) -> Result<AwardId, Fault> {
    AwardId::parse(id).map_err(|_| Fault::NotFound)
}

fn number(text: &str) -> Result<i32, Fault> {
    text.parse().map_err(|_| Fault::NotFound)
}
