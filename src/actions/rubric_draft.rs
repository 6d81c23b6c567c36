//! Writing a programme's rubric as a draft: criterion by criterion, from a file, or
//! anew from what is published. Nobody saves over what they have not seen.

use super::Refusal;
use crate::domain::programme::Programme;
use crate::domain::rubric::typed::CriterionText;
use crate::domain::rubric::{CRITERIA_MOST, Rubric, RubricDraft, differences};
use crate::domain::{Message, Problems};
use crate::policy::rubric::MayEditRubrics;
use crate::store::{Reader, StoreError, Tx, audit, programme, rubric, rubric_draft};

/// A programme's rubric with what is written of its next version.
pub struct Desk {
    pub programme: Programme,
    pub latest: Rubric,
    /// Equal to the latest version while nobody has changed anything.
    pub rubric: RubricDraft,
    /// How often the draft was saved; 0 when there is none.
    pub version: i32,
}

impl Desk {
    /// Loads the rubric of a programme; nothing when there is no such programme.
    pub fn load(reader: &mut Reader, slug: &str) -> Result<Option<Self>, StoreError> {
        let Some(programme) = programme::by_slug(reader, slug)? else {
            return Ok(None);
        };
        let Some(latest) = rubric::latest(reader, programme.id)? else {
            return Ok(None);
        };
        let draft = rubric_draft::of_programme(reader, programme.id)?;
        let (rubric, version) = draft.unwrap_or_else(|| (latest.draft(), 0));
        Ok(Some(Self {
            programme,
            latest,
            rubric,
            version,
        }))
    }

    pub(super) fn open(tx: &mut Tx, slug: &str) -> Result<Self, Refusal> {
        Self::load(tx, slug)?.ok_or(Refusal::NotFound)
    }

    /// Whether a criterion is public under its code, which then stays.
    pub fn is_public(&self, code: &str) -> bool {
        self.latest.criteria.iter().any(|one| one.code == code)
    }

    /// Saves the changed rubric and notes what was done to which criterion.
    fn save(
        &self,
        tx: &mut Tx,
        may: &MayEditRubrics,
        verb: &str,
        what: &str,
    ) -> Result<(), Refusal> {
        let id = self.programme.id;
        rubric_draft::save(tx, id, &self.rubric, self.version, may.account())?;
        let after = format!("draft {}: {what}", self.version + 1);
        audit(tx, verb, ("programme", id.as_str()), "", &after)?;
        Ok(())
    }

    /// Refuses to go on from another draft than the one that was seen.
    pub(super) fn refuse_overtaken(&self, seen: (i32, i32)) -> Result<(), Refusal> {
        if (self.latest.version, self.version) == seen {
            Ok(())
        } else {
            Err(Refusal::Stale(Message::new("stale-rubric-draft")))
        }
    }
}

/// One step of writing. `mark` is that of the criterion as it was seen.
#[derive(Debug, Clone)]
pub enum Step {
    Add {
        text: Box<CriterionText>,
    },
    Replace {
        code: String,
        mark: String,
        text: Box<CriterionText>,
    },
    Shift {
        code: String,
        up: bool,
    },
    /// In front of another criterion, or at the end.
    Place {
        code: String,
        before: Option<String>,
    },
    Remove {
        code: String,
        mark: String,
    },
}

/// Takes one step; the code of the criterion afterwards.
pub fn edit_rubric(
    tx: &mut Tx,
    may: &MayEditRubrics,
    slug: &str,
    step: &Step,
) -> Result<String, Refusal> {
    let mut desk = Desk::open(tx, slug)?;
    let (code, what) = match step {
        Step::Add { text } => (add(&mut desk, text)?, "added"),
        Step::Replace { code, mark, text } => (replace(&mut desk, code, mark, text)?, "changed"),
        Step::Shift { code, up } => match desk.rubric.shift(code, *up) {
            true => (code.clone(), "moved"),
            false => return unmoved(&desk.rubric, code),
        },
        Step::Place { code, before } => match desk.rubric.place(code, before.as_deref()) {
            true => (code.clone(), "moved"),
            false => return unmoved(&desk.rubric, code),
        },
        Step::Remove { code, mark } => {
            refuse_changed(&desk.rubric, code, mark)?;
            desk.rubric.remove(code).ok_or(Refusal::NotFound)?;
            (code.clone(), "removed")
        }
    };
    desk.save(tx, may, "edit_rubric", &format!("{code} {what}"))?;
    Ok(code)
}

/// A criterion that stands where it should already: nothing to save.
fn unmoved(rubric: &RubricDraft, code: &str) -> Result<String, Refusal> {
    let stands = rubric.criterion(code);
    stands.map(|_| code.to_owned()).ok_or(Refusal::NotFound)
}

fn add(desk: &mut Desk, text: &CriterionText) -> Result<String, Refusal> {
    let criterion = text.read(&desk.rubric, None)?;
    if desk.rubric.criteria.len() >= CRITERIA_MOST {
        let most = i64::try_from(CRITERIA_MOST).unwrap_or(i64::MAX);
        let message = Message::new("error-criteria-many").with("most", most);
        return Err(Refusal::field("name_en", message));
    }
    let code = criterion.code.clone();
    if desk.rubric.add(criterion) {
        Ok(code)
    } else {
        Err(Refusal::NotFound)
    }
}

fn replace(
    desk: &mut Desk,
    code: &str,
    mark: &str,
    text: &CriterionText,
) -> Result<String, Refusal> {
    refuse_changed(&desk.rubric, code, mark)?;
    let criterion = text.read(&desk.rubric, Some(code))?;
    let new = criterion.code.clone();
    if new != code && desk.is_public(code) {
        let message = Message::new("error-rubric-code-kept");
        return Err(Problems::one("code", message).into());
    }
    if desk.rubric.replace(code, criterion) {
        Ok(new)
    } else {
        Err(Refusal::NotFound)
    }
}

/// Somebody else changed or removed the criterion meanwhile.
fn refuse_changed(rubric: &RubricDraft, code: &str, mark: &str) -> Result<(), Refusal> {
    match rubric.mark(code) {
        Some(own) if own == mark => Ok(()),
        Some(_) => Err(Refusal::Stale(Message::new("stale-rubric-criterion"))),
        None => Err(Refusal::Stale(Message::new("stale-rubric-gone"))),
    }
}

/// Puts a rubric that was read from a file in place of the draft that was seen:
/// version of the published rubric and of the draft.
pub fn import_rubric(
    tx: &mut Tx,
    may: &MayEditRubrics,
    slug: &str,
    seen: (i32, i32),
    new: &RubricDraft,
) -> Result<usize, Refusal> {
    let mut desk = Desk::open(tx, slug)?;
    desk.refuse_overtaken(seen)?;
    let changes = differences(&desk.rubric, new).len();
    desk.rubric = new.clone();
    let what = format!("{changes} criteria differ");
    desk.save(tx, may, "import_rubric", &what)?;
    Ok(changes)
}

/// Gives up the draft that was seen: what is published is written on.
pub fn reset_rubric(
    tx: &mut Tx,
    may: &MayEditRubrics,
    slug: &str,
    seen: (i32, i32),
) -> Result<(), Refusal> {
    let mut desk = Desk::open(tx, slug)?;
    desk.refuse_overtaken(seen)?;
    let published = desk.latest.draft();
    let changes = differences(&published, &desk.rubric).len();
    desk.rubric = published;
    let what = format!("{changes} changes given up");
    desk.save(tx, may, "reset_rubric", &what)
}
