//! The people around some applications: colleagues with other roles, an open
//! invitation, a fiscal sponsor, the first owner of an organisation that called.

use super::content::{Organisation, Person};
use super::seed::Seeder;
use super::story::{Panel, Told};
use crate::actions::invitation::{self, Invited};
use crate::actions::sponsorship;
use crate::cli::Failure;
use crate::domain::account::{Email, Role};
use crate::domain::certification::Statement;
use crate::domain::filing::{Channel, TypedFiling};
use crate::domain::member::MemberRole;
use crate::domain::{Language, Message, Moment};
use crate::policy::Actor;
use crate::store::{StoreError, Tx, outbox};

/// Letters of the demonstration link to this address.
const SITE: &str = "http://127.0.0.1:8080";
const PLACE: (Language, &str) = (Language::English, SITE);

/// Who applies, with what came of it.
pub struct Owner<'a> {
    pub person: Actor,
    pub told: Told,
    pub content: &'a Organisation,
}

/// Colleagues of the first organisation, with their roles.
const COLLEAGUES: [(&str, &str, MemberRole); 2] = [
    (
        "Yazan Odeh",
        "yazan.daliya@apply.example",
        MemberRole::Editor,
    ),
    (
        "Hala Nimer",
        "hala.daliya@apply.example",
        MemberRole::Viewer,
    ),
];
/// Who has not answered the invitation yet.
const INVITED: &str = "board.daliya@apply.example";

/// The applicant certifies in the one press that sends.
pub fn statement(organisation: &Organisation) -> Statement {
    let role = match organisation.language.as_str() {
        "ar" => "المديرة التنفيذية",
        "he" => "מנהלת כללית",
        _ => "Executive director",
    };
    Statement {
        name: organisation.person.clone(),
        role: role.to_owned(),
        agreed: true,
    }
}

/// How an organisation without a line reached the programme.
pub fn call(at: Moment, zone: &str) -> TypedFiling {
    let day = at.local_text(zone);
    TypedFiling {
        channel: Channel::Phone.code().to_owned(),
        day: day.get(..10).unwrap_or_default().to_owned(),
        note: "Called from a borrowed phone; their own line is down. Reachable on Mondays."
            .to_owned(),
    }
}

/// Lets them all join.
pub fn join(seeder: &Seeder, panel: &Panel, cast: &[Owner]) -> Result<(), Failure> {
    let Some(first) = cast.first() else {
        return Ok(());
    };
    for (name, email, role) in COLLEAGUES {
        let person = Person {
            name: name.to_owned(),
            email: email.to_owned(),
            language: first.content.language.clone(),
        };
        let colleague = seeder.account(&person, Role::Applicant)?;
        invite(seeder, first, email, role)?;
        accept(seeder, &colleague)?;
    }
    invite(seeder, first, INVITED, MemberRole::Editor)?;
    sponsor(seeder, first, cast)?;
    for called in cast.iter().filter(|one| one.content.filed) {
        first_owner(seeder, panel, called)?;
    }
    Ok(())
}

fn address(text: &str) -> Result<Email, Failure> {
    let wrong = |message: Message| Failure::Failed(format!("{text}: {}", message.key));
    Email::parse(text).map_err(wrong)
}

fn invite(seeder: &Seeder, owner: &Owner, email: &str, role: MemberRole) -> Result<(), Failure> {
    let email = address(email)?;
    let invited = Invited { email, role };
    let organisation = owner.told.organisation;
    seeder.act(Some(&owner.person), 50, |tx| {
        invitation::invite_member(tx, &owner.person, organisation, &invited, PLACE)
    })
}

/// The secret in the latest letter to somebody.
pub fn secret(seeder: &Seeder, email: &str) -> Result<String, Failure> {
    let letters = seeder
        .database
        .read(|reader| outbox::latest(reader, 1_000))?;
    let mine = letters.into_iter().find(|letter| letter.recipient == email);
    let body = mine.map(|letter| letter.body).unwrap_or_default();
    let link = body.split_whitespace().find(|word| word.starts_with(SITE));
    let secret = link.and_then(|link| link.rsplit('/').next());
    let missing = || Failure::Failed(format!("no letter to {email}"));
    secret.map(str::to_owned).ok_or_else(missing)
}

fn accept(seeder: &Seeder, person: &Actor) -> Result<(), Failure> {
    let secret = secret(seeder, &person.email)?;
    seeder.act(Some(person), 49, |tx| {
        invitation::accept_invitation(tx, person, &secret).map(|_| ())
    })
}

/// The first organisation stands behind the first one that needs a sponsor.
fn sponsor(seeder: &Seeder, sponsor: &Owner, cast: &[Owner]) -> Result<(), Failure> {
    let needs = |one: &&Owner| one.content.legal_form == "fiscally_sponsored";
    let Some(applicant) = cast.iter().find(needs) else {
        return Ok(());
    };
    let (id, asker, person) = (
        applicant.told.application,
        &applicant.person,
        &sponsor.person,
    );
    let contact = (sponsor.content.name_latin.as_str(), person.email.as_str());
    seeder.act(Some(asker), 60, |tx| {
        sponsorship::ask_sponsor(tx, asker, id, contact, PLACE)
    })?;
    let secret = secret(seeder, &person.email)?;
    let own = sponsor.told.organisation;
    seeder.act(Some(person), 55, |tx| {
        sponsorship::consent(tx, person, &secret, own, SITE)
    })
}

/// Whoever called joins later and follows the application.
fn first_owner(seeder: &Seeder, panel: &Panel, called: &Owner) -> Result<(), Failure> {
    let Some(admin) = panel.admins.first() else {
        return Ok(());
    };
    let email = address(&called.person.email)?;
    let id = called.told.application;
    seeder.act(Some(admin), 54, |tx| {
        invitation::invite_first_owner(tx, admin, id, &email, PLACE)
    })?;
    accept(seeder, &called.person)
}

/// Lets letters leave at once, as they would have then.
pub fn letters_leave(tx: &mut Tx) -> Result<(), StoreError> {
    let now = tx.now();
    for letter in outbox::due(tx, now, 1_000)? {
        outbox::mark_sent(tx, &letter.id)?;
    }
    Ok(())
}
