//! The consents that an organisation gave, and taking one back.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::answer::{Request, request};
use crate::actions::sponsorship as answering;
use crate::domain::member::Verb;
use crate::domain::organisation::Organisation;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{OrganisationId, SponsorshipId};
use crate::i18n::Locale;
use crate::store::sponsorship::{self, Sponsored};
use crate::store::{Reader, Tx, organisation};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::organisation::{own, standing};
use crate::web::ui::{Badge, Link, Tone};
use crate::web::url;

struct ShownConsent {
    applicant: String,
    when: String,
    state: Badge,
    /// Where to take it back; empty where that can't be.
    withdrawal: String,
}

#[derive(Template)]
#[template(path = "sponsorship/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    consents: Vec<ShownConsent>,
}

#[derive(Template)]
#[template(path = "sponsorship/withdrawal.html")]
struct WithdrawalPage {
    chrome: Chrome,
    t: Locale,
    line: String,
    lead: String,
    action: String,
    back: String,
}

/// The consents of one of the reader's organisations.
pub async fn list(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = own(&visit, &id).await?;
    let (t, id) = (visit.t, organisation.id);
    let may = standing(&visit, id).await?.may(Verb::Sponsor).is_ok();
    let load = move |reader: &mut Reader| {
        let given = sponsorship::of_organisation(reader, id)?;
        let applicants: Vec<OrganisationId> = given.iter().map(|one| one.applicant).collect();
        Ok((given, organisation::by_ids(reader, &applicants)?))
    };
    let (given, applicants) = visit.read(load).await?;
    let shown = |one: &Sponsored| {
        let applicant = applicants.iter().find(|own| own.id == one.applicant);
        shown(&visit, (id, may), one, applicant)
    };
    let back = Link::new(url::organisation(id), t.say("organisation-back"));
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("sponsorships-title")).back(back),
        t,
        organisation: organisation.name(t.language()).to_owned(),
        consents: given.iter().map(shown).collect(),
    })
}

fn shown(
    visit: &Applicant,
    (organisation, may): (OrganisationId, bool),
    one: &Sponsored,
    applicant: Option<&Organisation>,
) -> ShownConsent {
    let t = visit.t;
    let standing = one.state == SponsorState::Consented;
    let (key, tone) = match standing {
        true => ("sponsor-consented", Tone::Good),
        false => ("sponsor-revoked", Tone::Neutral),
    };
    ShownConsent {
        applicant: applicant
            .map_or("", |own| own.name(t.language()))
            .to_owned(),
        when: one
            .answered_at
            .map(|at| t.date(at, visit.zone()))
            .unwrap_or_default(),
        state: Badge {
            text: t.say(key),
            tone,
        },
        withdrawal: if standing && may {
            url::sponsorship_withdrawal(organisation, one.id)
        } else {
            String::new()
        },
    }
}

fn ids(path: &(String, String)) -> Result<(OrganisationId, SponsorshipId), Fault> {
    let organisation = OrganisationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let sponsorship = SponsorshipId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((organisation, sponsorship))
}

/// Asks whether to take a consent back.
pub async fn show_withdrawal(
    visit: Applicant,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let (organisation, id) = ids(&path)?;
    let may = standing(&visit, organisation).await?.may(Verb::Sponsor);
    may.map_err(Fault::Forbidden)?;
    let load = move |reader: &mut Reader| {
        let row = sponsorship::by_id(reader, id)?;
        let own = row.filter(|row| row.organisation_id == Some(organisation));
        match own.filter(|row| row.state == SponsorState::Consented) {
            Some(row) => request(reader, row.application_id),
            None => Ok(None),
        }
    };
    let request: Request = visit.read(load).await?.ok_or(Fault::NotFound)?;
    let (t, back) = (visit.t, url::sponsorships(organisation));
    visit.page(&WithdrawalPage {
        chrome: Chrome::new(&visit, &t.say("sponsor-revoke-title"))
            .back(Link::new(back.clone(), t.say("sponsorships-title"))),
        t,
        line: request.name(t),
        lead: t.say("sponsor-revoke-lead"),
        action: url::sponsorship_withdrawal(organisation, id),
        back,
    })
}

/// Takes a consent back.
pub async fn withdraw(
    visit: Applicant,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let key = ids(&path)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let revoke = move |tx: &mut Tx| answering::revoke_consent(tx, &actor, key, &site);
    visit.act_or_fault(revoke).await?;
    Ok(visit.see_with(&url::sponsorships(key.0), "notice-sponsor-revoked"))
}
