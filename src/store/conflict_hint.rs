//! What makes the system suggest a conflict: applicants and people of the inside,
//! read for comparison. The applications are ones that were found within reach.

use std::collections::BTreeMap;

use diesel::dsl::max;
use diesel::prelude::*;

use super::affiliation;
use super::answers::answers_from_json;
use super::conflict::StoreError;
use super::conflict_record::InsiderRow;
use super::connection::Reader;
use super::organisation;
use super::schema::{accounts, certifications, memberships, submissions};
use super::sponsorship::sponsors_of;
use crate::domain::answers::{Answer, Answers};
use crate::domain::conflict::{Applicant, Hint, Insider, hints};
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::{AccountId, ApplicationId, OrganisationId};

/// The question whose rows name who leads the organisation, and the columns with
/// names in them.
const BOARD: &str = "board";
const BOARD_NAMES: [&str; 2] = ["name", "name_original"];

/// Everything that speaks for a conflict of these people with an application, by
/// person; who has no hint is left out. Eight queries for any number of people.
pub fn of_people(
    reader: &mut Reader,
    (application, organisation): (ApplicationId, OrganisationId),
    people: &[InsiderRow],
    today: Day,
) -> Result<BTreeMap<AccountId, Vec<Hint>>, StoreError> {
    let applicant = applicant(reader, application, organisation)?;
    let ids: Vec<AccountId> = people.iter().map(|one| one.id).collect();
    let mut lists = affiliation::of_people(reader, &ids)?;
    let mut found = BTreeMap::new();
    for one in people {
        let list = lists.remove(&one.id).unwrap_or_default();
        let insider = Insider {
            name: one.name.clone(),
            email: one.email.clone(),
            affiliations: list.into_iter().map(|(_, one)| one).collect(),
        };
        let hints = hints(&insider, &applicant, today);
        if !hints.is_empty() {
            found.insert(one.id, hints);
        }
    }
    Ok(found)
}

fn applicant(
    reader: &mut Reader,
    application: ApplicationId,
    owner: OrganisationId,
) -> Result<Applicant, StoreError> {
    let mut owners = vec![owner];
    let sponsors = sponsors_of(reader, &[application])?;
    owners.extend(sponsors.into_iter().map(|(_, sponsor)| sponsor));
    let organisations = organisation::by_ids(reader, &owners)?;
    let members: Vec<(String, String)> = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::organisation_id.eq_any(owners))
        .select((accounts::name, accounts::email))
        .load(reader.connection())?;
    let (names, emails): (Vec<String>, Vec<String>) = members.into_iter().unzip();
    let officers: Vec<String> = certifications::table
        .filter(certifications::application_id.eq(application))
        .select(certifications::officer_name)
        .load(reader.connection())?;
    let mut people = names;
    people.extend(officers);
    people.extend(board(reader, application)?);
    people.sort();
    people.dedup();
    Ok(Applicant {
        names: organisations.iter().flat_map(names_of).collect(),
        websites: organisations.into_iter().map(|one| one.website).collect(),
        emails,
        people,
    })
}

fn names_of(one: &Organisation) -> Vec<String> {
    let names = [&one.name_latin, &one.name_arabic, &one.name_hebrew];
    names.into_iter().cloned().collect()
}

/// The names in the board's rows of what was sent last.
fn board(reader: &mut Reader, application: ApplicationId) -> Result<Vec<String>, StoreError> {
    let own = submissions::table.filter(submissions::application_id.eq(application));
    let last: Option<i32> = own
        .select(max(submissions::version))
        .first(reader.connection())?;
    let body: Option<String> = submissions::table
        .find((application, last.unwrap_or(0)))
        .select(submissions::answers)
        .first(reader.connection())
        .optional()?;
    let sent = body.map(|body| answers_from_json(&body)).transpose()?;
    Ok(sent.as_ref().map(named).unwrap_or_default())
}

fn named(answers: &Answers) -> Vec<String> {
    let cells = answers.rows(BOARD).iter().flat_map(|row| {
        let cell = |code: &&str| row.get(*code);
        BOARD_NAMES.iter().filter_map(cell).collect::<Vec<_>>()
    });
    let text = |cell: &Answer| match cell {
        Answer::Text(text) => Some(text.clone()),
        _ => None,
    };
    cells.filter_map(text).collect()
}
