//! Asking an organisation to be the fiscal sponsor, and its answers. The mail
//! holds a link; whoever signs in there sees who applies, how much is asked and
//! for how long, and nothing else of the application.

use super::application::open;
use super::token::{random_secret, secret_hash};
use super::{Refusal, conflict, letters};
use crate::domain::sponsorship::Contact;
use crate::domain::{ApplicationId, Language, Message, Moment, OrganisationId, SponsorshipId};
use crate::policy::sponsorship::{MayAnswerSponsor, MayAskSponsor, Question};
use crate::policy::{Actor, Reach};
use crate::store::sponsorship::{self, SponsorshipRow};
use crate::store::{
    Reader, StoreError, Tx, account, application, audit, conflict_record, member, mint, throttle,
};

/// Days in which a sponsor can answer: its board may have to meet.
const DAYS: i64 = 21;
/// Questions about one application in an hour at most.
const MOST_AN_HOUR: i32 = 6;

/// Asks an organisation, by its address, to be the fiscal sponsor.
pub fn ask_sponsor(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (name, email): (&str, &str),
    (language, site): (Language, &str),
) -> Result<(), Refusal> {
    let opened = open(tx, actor, id)?;
    let latest = sponsorship::latest(tx, id)?.map(|row| row.state);
    let about = (id, opened.row.status);
    let may = MayAskSponsor::on(actor, opened.standing, about, latest)?;
    let contact = Contact::read(name, email)?;
    if throttle::hit(tx, &format!("sponsor:{id}"), 60)? > MOST_AN_HOUR {
        return Err(Refusal::field(
            "email",
            Message::new("error-too-many-invitations"),
        ));
    }
    let secret = random_secret();
    let expires_at = tx.now().plus_days(DAYS);
    let key = (mint(), &*secret_hash(&secret), expires_at);
    sponsorship::insert(tx, &may, key, &contact)?;
    let known = account::by_email(tx, &contact.email)?;
    let language = known.map_or(language, |known| known.language);
    let words = ("mail-sponsor-subject", "mail-sponsor-body");
    let address = format!("{site}/sponsorships/{secret}");
    letters::post(tx, language, contact.email.as_str(), words, &address)?;
    let object = ("application", id.as_str());
    audit(tx, "ask_sponsor", object, "", "asked")?;
    Ok(())
}

/// The question of a link while it can be answered.
pub fn asked(
    reader: &mut Reader,
    secret: &str,
    now: Moment,
) -> Result<Option<SponsorshipRow>, StoreError> {
    sponsorship::usable(reader, &secret_hash(secret), now)
}

fn usable(tx: &mut Tx, secret: &str) -> Result<SponsorshipRow, Refusal> {
    let now = tx.now();
    let found = asked(tx, secret, now)?;
    found.ok_or_else(|| Refusal::Stale(Message::new("error-link-used")))
}

/// The question as policy needs it. Who holds the link, or belongs to the
/// sponsor, may learn where the application stands: nobody's reach matters.
fn question(tx: &mut Tx, row: &SponsorshipRow) -> Result<Question, Refusal> {
    let about = application::find(tx, Reach::operator(), row.application_id)?;
    let about = about.ok_or(Refusal::NotFound)?;
    Ok(Question {
        id: row.id,
        state: row.state,
        status: about.status,
        applicant: about.organisation_id,
    })
}

/// Consents for an organisation that the actor owns.
pub fn consent(
    tx: &mut Tx,
    actor: &Actor,
    secret: &str,
    organisation: OrganisationId,
    site: &str,
) -> Result<(), Refusal> {
    let row = usable(tx, secret)?;
    let question = question(tx, &row)?;
    let role = member::role(tx, actor.id, organisation)?;
    let may = MayAnswerSponsor::consent(actor, question, (organisation, role))?;
    keep(tx, &row, (&may, "consent_sponsor"), Some(site))?;
    for one in member::of_organisation(tx, organisation)? {
        conflict::recuse_member(tx, organisation, one.id)?;
    }
    Ok(())
}

/// Declines.
pub fn decline(tx: &mut Tx, actor: &Actor, secret: &str, site: &str) -> Result<(), Refusal> {
    let row = usable(tx, secret)?;
    let question = question(tx, &row)?;
    let may = MayAnswerSponsor::decline(actor, question)?;
    keep(tx, &row, (&may, "decline_sponsor"), Some(site))
}

/// Takes a consent back, for an organisation that the actor owns.
pub fn revoke_consent(
    tx: &mut Tx,
    actor: &Actor,
    (organisation, id): (OrganisationId, SponsorshipId),
    site: &str,
) -> Result<(), Refusal> {
    let found = sponsorship::by_id(tx, id)?;
    let own = found.filter(|row| row.organisation_id == Some(organisation));
    let row = own.ok_or(Refusal::NotFound)?;
    let question = question(tx, &row)?;
    let role = member::role(tx, actor.id, organisation)?;
    let may = MayAnswerSponsor::revoke(actor, question, role)?;
    keep(tx, &row, (&may, "revoke_sponsor"), Some(site))
}

/// Takes the question back; with it goes a consent that was given.
pub fn drop_sponsor(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    let opened = open(tx, actor, id)?;
    let row = sponsorship::latest(tx, id)?.ok_or(Refusal::NotFound)?;
    let question = question(tx, &row)?;
    let may = MayAnswerSponsor::drop_it(actor, opened.standing, question)?;
    keep(tx, &row, (&may, "drop_sponsor"), None)
}

/// Keeps an answer; with a site, tells whoever asked by a link.
fn keep(
    tx: &mut Tx,
    row: &SponsorshipRow,
    (may, verb): (&MayAnswerSponsor, &str),
    site: Option<&str>,
) -> Result<(), Refusal> {
    sponsorship::advance(tx, may)?;
    let id = row.application_id;
    let object = ("application", id.as_str());
    audit(tx, verb, object, may.from().code(), may.to().code())?;
    // Whoever filed for others and is kept away since hears nothing more of it.
    let away = conflict_record::stands(tx, id, row.asked_by)?;
    let asker = account::by_id(tx, row.asked_by)?.filter(|_| !away);
    if let (Some(site), Some(asker)) = (site, asker) {
        let words = ("mail-sponsor-answer-subject", "mail-sponsor-answer-body");
        let link = format!("{site}/applications/{id}/sponsor");
        letters::post(tx, asker.language, &asker.email, words, &link)?;
    }
    Ok(())
}
