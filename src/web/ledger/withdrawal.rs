//! Taking what staff noted out of the ledger, with the reason.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::actions::{Refusal, ledger as actions};
use crate::domain::{OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::ledger::{self, Entry};
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Control, Field, Link, Width};
use crate::web::url;

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct WithdrawalForm {
    why: String,
}

#[derive(Template)]
#[template(path = "ledger/withdrawal.html")]
struct WithdrawalPage {
    chrome: Chrome,
    t: Locale,
    /// Who gave what.
    what: String,
    action: String,
    why: Field,
    cancel: String,
}

/// An organisation, and what the entry is called.
type Pair = (OrganisationId, String);

fn pair(path: &(String, String)) -> Result<Pair, Fault> {
    let organisation = OrganisationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    Ok((organisation, path.1.clone()))
}

async fn find(visit: &Admin, (id, called): &Pair) -> Result<Entry, Fault> {
    let (reach, id, called) = (Reach::staff(visit.actor()), *id, called.clone());
    let find = move |reader: &mut Reader| {
        if crate::store::organisation::find(reader, reach, id)?.is_none() {
            return Ok(None);
        }
        ledger::by_grant(reader, id, &called)
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn page(
    visit: &Admin,
    (pair, entry): (&Pair, &Entry),
    (form, problems): (&WithdrawalForm, &Problems),
) -> WithdrawalPage {
    let t = visit.t;
    let place = url::desk_part(pair.0, "support");
    let ask = Fields { t, problems };
    WithdrawalPage {
        chrome: Chrome::new(visit, &t.say("ledger-withdraw-title"))
            .back(Link::new(place.clone(), t.say("ledger-support")))
            .problems(t, problems),
        t,
        what: format!("{}: {}", entry.grant.funder.name, entry.grant.title),
        action: format!("{place}/{}/withdrawal", pair.1),
        why: ask.field("why", "ledger-why", &form.why, Control::Line(Width::Full)),
        cancel: place,
    }
}

/// Asks for the reason.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let pair = pair(&path)?;
    let entry = find(&visit, &pair).await?;
    let blank = (&WithdrawalForm::default(), &Problems::default());
    visit.page(&page(&visit, (&pair, &entry), blank))
}

/// Takes it out.
pub async fn withdraw(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<WithdrawalForm>,
) -> Result<HttpResponse, Fault> {
    let (pair, actor, why) = (pair(&path)?, visit.actor().clone(), form.why.clone());
    let (id, called) = pair.clone();
    let take = move |tx: &mut Tx| actions::withdraw(tx, &actor, (id, &called), &why);
    match visit.act(take).await? {
        Ok(()) => {
            let place = url::desk_part(pair.0, "support");
            Ok(visit.see_with(&place, "notice-support-withdrawn"))
        }
        Err(Refusal::Invalid(problems)) => {
            let entry = find(&visit, &pair).await?;
            visit.refused(&page(&visit, (&pair, &entry), (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}
