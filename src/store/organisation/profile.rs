//! Profiles as they are kept: under a code name, what tells who an organisation is stands
//! sealed in its columns.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use diesel::prelude::*;

use crate::domain::code_name::CodeName;
use crate::domain::organisation::{Organisation, Registration};
use crate::domain::{OrganisationId, RoundId};
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx};
use crate::store::envelope::{self, Ring};
use crate::store::schema::{applications, organisations, registrations};
use crate::store::sealed_columns::{SealedRow, open_text};
use crate::store::vault::VaultError;

#[derive(Queryable, Selectable)]
#[diesel(table_name = organisations, check_for_backend(MultiBackend))]
struct OrganisationRow {
    id: OrganisationId,
    name_latin: String,
    name_arabic: String,
    name_hebrew: String,
    base: String,
    community: String,
    legal_form: String,
    website: String,
    code_name: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = registrations, check_for_backend(MultiBackend))]
struct RegistrationRow {
    organisation_id: OrganisationId,
    position: i32,
    register: String,
    number: String,
}

/// Organisations of which something can't be opened, and why; nothing stands there.
pub(in crate::store) type Shut = BTreeMap<OrganisationId, VaultError>;

/// Profiles as they are kept, with their registrations.
pub(super) struct Kept {
    rows: Vec<OrganisationRow>,
    registered: Vec<RegistrationRow>,
}

impl Kept {
    /// Of organisations of these ids, in two queries.
    pub(super) fn of(reader: &mut Reader, ids: &[OrganisationId]) -> Result<Self, StoreError> {
        Ok(Self {
            rows: organisations::table
                .filter(organisations::id.eq_any(ids.to_vec()))
                .select(OrganisationRow::as_select())
                .load(reader.connection())?,
            registered: registrations::table
                .filter(registrations::organisation_id.eq_any(ids.to_vec()))
                .order((registrations::organisation_id, registrations::position))
                .select(RegistrationRow::as_select())
                .load(reader.connection())?,
        })
    }

    /// Of those that have an application in a round, without their registrations.
    pub(super) fn of_round(reader: &mut Reader, round: RoundId) -> Result<Self, StoreError> {
        let applied = applications::table
            .filter(applications::round_id.eq(round))
            .select(applications::organisation_id);
        Ok(Self {
            rows: organisations::table
                .filter(organisations::id.eq_any(applied))
                .select(OrganisationRow::as_select())
                .load(reader.connection())?,
            registered: Vec::new(),
        })
    }

    /// As others than their own people are shown them. For that nothing is opened.
    pub(super) fn shown(self) -> Vec<Organisation> {
        let kept = self.assembled().into_iter();
        kept.map(Organisation::as_shown).collect()
    }

    /// By their names, with one query for the keys.
    pub(super) fn opened(
        mut self,
        reader: &mut Reader,
    ) -> Result<(Vec<Organisation>, Shut), StoreError> {
        let rows = self.rows.iter();
        // What others typed is not taken for sealed, however it looks.
        let confidential: BTreeSet<OrganisationId> = rows
            .filter(|row| !row.code_name.is_empty())
            .map(|row| row.id)
            .collect();
        let ring = Ring::of(reader, self.texts(&confidential))?;
        let keys = (reader.vault(), &ring);
        let mut shut = Shut::new();
        let rows = self.rows.iter_mut();
        for row in rows.filter(|row| confidential.contains(&row.id)) {
            let (id, ids) = (row.id, [row.id.to_string()]);
            let columns = [
                ("name_latin", &mut row.name_latin),
                ("name_arabic", &mut row.name_arabic),
                ("name_hebrew", &mut row.name_hebrew),
                ("website", &mut row.website),
            ];
            for (column, text) in columns {
                if let Err(problem) = open_text(keys, ("organisations", column, &ids), text) {
                    shut.insert(id, problem);
                }
            }
        }
        let rows = self.registered.iter_mut();
        for row in rows.filter(|row| confidential.contains(&row.organisation_id)) {
            let id = row.organisation_id;
            let ids = [id.to_string(), row.position.to_string()];
            let place = ("registrations", "number", &ids[..]);
            if let Err(problem) = open_text(keys, place, &mut row.number) {
                shut.insert(id, problem);
            }
        }
        Ok((self.assembled(), shut))
    }

    /// What is sealed of these.
    fn texts(&self, of: &BTreeSet<OrganisationId>) -> Vec<&str> {
        let rows = self.rows.iter().filter(|row| of.contains(&row.id));
        let names = rows.flat_map(|row| {
            [
                row.name_latin.as_str(),
                row.name_arabic.as_str(),
                row.name_hebrew.as_str(),
                row.website.as_str(),
            ]
        });
        let rows = self.registered.iter();
        let rows = rows.filter(|row| of.contains(&row.organisation_id));
        names.chain(rows.map(|row| row.number.as_str())).collect()
    }

    fn assembled(self) -> Vec<Organisation> {
        let mut registrations: BTreeMap<OrganisationId, Vec<Registration>> = BTreeMap::new();
        for row in self.registered {
            let own = registrations.entry(row.organisation_id).or_default();
            own.push(Registration {
                register: row.register,
                number: row.number,
            });
        }
        let organisation = |row: OrganisationRow| Organisation {
            registrations: registrations.remove(&row.id).unwrap_or_default(),
            id: row.id,
            name_latin: row.name_latin,
            name_arabic: row.name_arabic,
            name_hebrew: row.name_hebrew,
            base: row.base,
            community: row.community,
            legal_form: row.legal_form,
            website: row.website,
            code_name: CodeName::kept(row.code_name),
        };
        self.rows.into_iter().map(organisation).collect()
    }
}

/// The organisation as it is kept under a code name: names, website and numbers sealed
/// with its key.
pub(super) fn sealed(
    tx: &mut Tx,
    id: OrganisationId,
    organisation: &Organisation,
) -> Result<Organisation, StoreError> {
    let key = Rc::new(envelope::current(tx, id)?);
    let id = id.as_str();
    let row = SealedRow::new(&key, "organisations", &[id]);
    let mut kept = organisation.clone();
    for (column, text) in [
        ("name_latin", &mut kept.name_latin),
        ("name_arabic", &mut kept.name_arabic),
        ("name_hebrew", &mut kept.name_hebrew),
        ("website", &mut kept.website),
    ] {
        *text = row.seal(column, text)?;
    }
    for (position, registration) in (0_i32..).zip(&mut kept.registrations) {
        let position = position.to_string();
        let row = SealedRow::new(&key, "registrations", &[id, &position]);
        registration.number = row.seal("number", &registration.number)?;
    }
    Ok(kept)
}
