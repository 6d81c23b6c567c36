//! Installing: the default programme for a database that has none.

use std::str::FromStr;
use std::sync::Arc;

use crate::domain::programme::ProgrammeDraft;
use crate::domain::{FormId, ProgrammeId, RubricId};
use crate::exchange::{form_toml, programme_toml, rubric_toml};
use crate::store::form::FormVersion;
use crate::store::term::Term;
use crate::store::{StoreError, Tx, audit, form, mint, programme, rubric, term};

/// Inserts the default lists of terms, programme, rubric and form when there is
/// no programme yet and answers with the new programme; otherwise does nothing.
pub fn install(tx: &mut Tx) -> Result<Option<ProgrammeId>, StoreError> {
    install_as(tx, &mut fresh)
}

/// The same under ids that somebody gives, one after the other: for data whose every
/// byte is known beforehand.
pub fn install_as(tx: &mut Tx, ids: Ids<'_>) -> Result<Option<ProgrammeId>, StoreError> {
    if !programme::list(tx, None, 1)?.is_empty() {
        return Ok(None);
    }
    let draft = programme_toml::read(programme_toml::DEFAULT_PROGRAMME).map_err(broken)?;
    let id = install_programme(tx, next(ids), &draft)?;
    install_terms(tx, &draft)?;
    rubric_as(tx, id, ids)?;
    form_as(tx, id, next(ids))?;
    Ok(Some(id))
}

/// Gives the text of a new id whenever it is asked.
pub type Ids<'a> = &'a mut dyn FnMut() -> String;

/// Any id type serves to mint one.
fn fresh() -> String {
    mint::<ProgrammeId>().to_string()
}

fn next<Id: FromStr>(ids: Ids<'_>) -> Id {
    let id = ids().parse();
    id.unwrap_or_else(|_| unreachable!("whoever gives ids gives UUIDs in canonical form"))
}

fn install_programme(
    tx: &mut Tx,
    id: ProgrammeId,
    draft: &ProgrammeDraft,
) -> Result<ProgrammeId, StoreError> {
    let made = draft.programme(id, tx.now());
    programme::insert(tx, &made)?;
    let object = ("programme", id.as_str());
    audit(tx, "install_programme", object, "", &made.slug)?;
    Ok(id)
}

/// One event for all lists: they come as one.
fn install_terms(tx: &mut Tx, draft: &ProgrammeDraft) -> Result<(), StoreError> {
    let (mut list, mut position) = ("", 0);
    for entry in &draft.terms {
        position = if entry.list == list { position + 1 } else { 0 };
        list = &entry.list;
        let kept = Term {
            list: entry.list.clone(),
            code: entry.code.clone(),
            label: entry.label.clone(),
        };
        term::insert(tx, position, &kept)?;
    }
    let summary = format!("{} terms", draft.terms.len());
    audit(tx, "install_terms", ("terms", "default"), "", &summary)
}

/// Gives a programme the default rubric as its first version.
pub(super) fn install_rubric(tx: &mut Tx, programme: ProgrammeId) -> Result<(), StoreError> {
    rubric_as(tx, programme, &mut fresh)
}

fn rubric_as(tx: &mut Tx, programme: ProgrammeId, ids: Ids<'_>) -> Result<(), StoreError> {
    let draft = rubric_toml::read(rubric_toml::DEFAULT_RUBRIC).map_err(broken)?;
    let id: RubricId = next(ids);
    let made = draft.into_rubric(id, 1, &[], || next(ids));
    rubric::insert(tx, programme, &made)?;
    let criteria = made.criteria.iter();
    let weights: Vec<String> = criteria
        .map(|c| format!("{} {}", c.code, c.weight))
        .collect();
    let object = ("rubric", id.as_str());
    audit(tx, "install_rubric", object, "", &weights.join(", "))
}

/// Gives a programme the default form as its first version.
pub(super) fn install_form(tx: &mut Tx, programme: ProgrammeId) -> Result<(), StoreError> {
    form_as(tx, programme, mint())
}

fn form_as(tx: &mut Tx, programme: ProgrammeId, id: FormId) -> Result<(), StoreError> {
    let form = form_toml::read(form_toml::DEFAULT_FORM).map_err(broken)?;
    let made = FormVersion {
        id,
        version: 1,
        form: Arc::new(form),
    };
    form::insert(tx, programme, &made)?;
    let summary = format!("{} questions", made.form.questions().count());
    audit(tx, "install_form", ("form", id.as_str()), "", &summary)
}

/// The files are part of the binary and tested; a broken one is a fault of ours.
fn broken(problem: impl std::fmt::Debug) -> StoreError {
    StoreError::Damaged(format!("a default file: {problem:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::trial::{database, stamp};
    use crate::store::{latest_events, verify_audit};

    #[test]
    fn what_is_installed_is_what_the_files_say() {
        let (_folder, database) = database();
        let id = database.write(stamp(), install).unwrap().unwrap();
        let read = |reader: &mut _| -> Result<(), StoreError> {
            let draft = programme_toml::read(programme_toml::DEFAULT_PROGRAMME).unwrap();
            let expected = draft.programme(id, stamp().now);
            assert_eq!(programme::by_id(reader, id)?, Some(expected.clone()));
            assert_eq!(programme::list(reader, None, 5)?, [expected]);
            assert_eq!(programme::list(reader, Some(id), 5)?, []);

            let version = form::latest(reader, id)?.unwrap();
            let default = form_toml::read(form_toml::DEFAULT_FORM).unwrap();
            assert_eq!((version.version, &*version.form), (1, &default));
            assert_eq!(form::by_id(reader, version.id)?, Some(version));

            let kept = rubric::latest(reader, id)?.unwrap();
            let mut ids = kept.criteria.iter().map(|criterion| criterion.id);
            let default = rubric_toml::read(rubric_toml::DEFAULT_RUBRIC).unwrap();
            let default = default.into_rubric(kept.id, 1, &[], || ids.next().unwrap());
            assert_eq!(kept, default);
            Ok(())
        };
        database.read(read).unwrap();
    }

    #[test]
    fn lists_keep_their_order() {
        let (_folder, database) = database();
        database.write(stamp(), install).unwrap();
        let terms = database.read(term::all).unwrap();
        let draft = programme_toml::read(programme_toml::DEFAULT_PROGRAMME).unwrap();
        assert_eq!(terms.len(), draft.terms.len());
        for list in ["base", "community", "register"] {
            let kept = terms.iter().filter(|term| term.list == list);
            let kept: Vec<_> = kept.map(|term| (&term.code, &term.label)).collect();
            let wanted = draft.terms.iter().filter(|term| term.list == list);
            let wanted: Vec<_> = wanted.map(|term| (&term.code, &term.label)).collect();
            assert_eq!(kept, wanted, "{list}");
        }
    }

    #[test]
    fn it_happens_once_and_is_on_record() {
        let (_folder, database) = database();
        database.write(stamp(), install).unwrap();
        assert_eq!(database.write(stamp(), install).unwrap(), None);
        let events = database
            .read(|reader| latest_events(reader, None, 9))
            .unwrap();
        let actions: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
        assert_eq!(
            actions,
            [
                "install_form",
                "install_rubric",
                "install_terms",
                "install_programme"
            ]
        );
        assert_eq!(database.read(verify_audit).unwrap(), Ok(4));
    }
}
