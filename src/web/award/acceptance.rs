//! Agreeing to an award in the system, and to its amendments.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::member::{Loaded, load};
use super::{award, number, own};
use crate::actions::Refusal;
use crate::actions::award::{agree as accept, agree_amendment, print};
use crate::domain::certification::Statement;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::award::MayActOnAward;
use crate::store::Tx;
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link, Width};

/// An acceptance as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AcceptForm {
    /// Digest of the terms that were read.
    print: String,
    certifier_name: String,
    certifier_role: String,
    certify: String,
}

#[derive(Template)]
#[template(path = "award/acceptance.html")]
struct AcceptPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    lead: String,
    action: String,
    print: String,
    fields: Vec<Field>,
    cancel: Link,
}

fn page(
    visit: &Applicant,
    loaded: &Loaded,
    (form, problems): (&AcceptForm, &Problems),
) -> AcceptPage {
    let (t, case) = (visit.t, &loaded.case);
    let (ask, back) = (Fields { t, problems }, own(case.award.id));
    let line = Control::Line(Width::Medium);
    let (name, role) = (&form.certifier_name, &form.certifier_role);
    let lead = Message::new("award-accept-lead").with("amount", case.award.amount());
    AcceptPage {
        chrome: Chrome::new(visit, &t.say("award-accept"))
            .back(Link::new(&back, t.say("award-own")))
            .problems(t, problems),
        t,
        organisation: case.owner.name(t.language()).to_owned(),
        lead: t.tell(&lead),
        action: format!("{back}/acceptance"),
        print: form.print.clone(),
        fields: vec![
            ask.field("certifier_name", "award-officer-name", name, line.clone()),
            ask.field("certifier_role", "award-officer-role", role, line),
            ask.field(
                "certify",
                "award-officer-statement",
                &form.certify,
                Control::Tick,
            ),
        ],
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

/// Who agrees, and to what.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, award(&id)?).await?;
    let acts = (visit.actor(), loaded.standing);
    let offered = loaded.case.award.offered_at.is_some();
    MayActOnAward::agree(acts, loaded.case.about(), offered)?;
    let form = AcceptForm {
        print: print(&loaded.case).unwrap_or_default(),
        certifier_name: visit.actor().name.clone(),
        ..AcceptForm::default()
    };
    visit.page(&page(&visit, &loaded, (&form, &Problems::default())))
}

/// Agrees.
pub async fn agree(
    visit: Applicant,
    id: Path<String>,
    Form(form): Form<AcceptForm>,
) -> Result<HttpResponse, Fault> {
    let (id, actor) = (award(&id)?, visit.actor().clone());
    let statement = Statement {
        name: form.certifier_name.clone(),
        role: form.certifier_role.clone(),
        agreed: form.certify == "yes",
    };
    let read = form.print.clone();
    let write = move |tx: &mut Tx| accept(tx, &actor, (id, &read), &statement);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&own(id), "notice-award-agreed")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, id).await?;
            visit.refused(&page(&visit, &loaded, (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Agrees to an amendment.
pub async fn amend(
    visit: Applicant,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (id, number) = (award(&path.0)?, number(&path.1)?);
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx| agree_amendment(tx, &actor, (id, number)))
        .await?;
    Ok(visit.see_with(&own(id), "notice-amendment-agreed"))
}
