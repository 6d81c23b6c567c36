//! Writing a programme's form as a draft: part by part, from a file, or anew from
//! what is published. Nobody saves over what they have not seen.

use super::Refusal;
use crate::domain::form::typed::PartText;
use crate::domain::form::{Form, Home, Part, Published, QuestionKind, Spot, differences};
use crate::domain::programme::Programme;
use crate::domain::{Message, Problems};
use crate::policy::form::MayEditForms;
use crate::store::form::FormVersion;
use crate::store::{Reader, StoreError, Tx, audit, form, form_draft, programme};

/// A programme's form with what is written of its next version.
pub struct Desk {
    pub programme: Programme,
    pub latest: FormVersion,
    /// Equal to the latest version while nobody has changed anything.
    pub form: Form,
    /// How often the draft was saved; 0 when there is none.
    pub version: i32,
}

impl Desk {
    /// Loads the form of a programme; nothing when there is no such programme.
    pub fn load(reader: &mut Reader, slug: &str) -> Result<Option<Self>, StoreError> {
        let Some(programme) = programme::by_slug(reader, slug)? else {
            return Ok(None);
        };
        let Some(latest) = form::latest(reader, programme.id)? else {
            return Ok(None);
        };
        let draft = form_draft::of_programme(reader, programme.id)?;
        let (form, version) = match draft {
            Some(draft) => (draft.form, draft.version),
            None => (Form::clone(&latest.form), 0),
        };
        Ok(Some(Self {
            programme,
            latest,
            form,
            version,
        }))
    }

    fn open(tx: &mut Tx, slug: &str) -> Result<Self, Refusal> {
        Self::load(tx, slug)?.ok_or(Refusal::NotFound)
    }

    /// Saves the changed form and notes what was done to which part.
    fn save(&self, tx: &mut Tx, may: &MayEditForms, verb: &str, what: &str) -> Result<(), Refusal> {
        let id = self.programme.id;
        form_draft::save(tx, id, &self.form, self.version, may.account())?;
        let after = format!("draft {}: {what}", self.version + 1);
        audit(tx, verb, ("programme", id.as_str()), "", &after)?;
        Ok(())
    }

    /// Refuses to go on from another draft than the one that was seen.
    pub(super) fn refuse_overtaken(&self, (base, over): (i32, i32)) -> Result<(), Refusal> {
        if (self.latest.version, self.version) == (base, over) {
            Ok(())
        } else {
            Err(Refusal::Stale(Message::new("stale-form-draft")))
        }
    }
}

/// One step of writing. `mark` is that of the part as it was seen.
#[derive(Debug, Clone)]
pub enum Step {
    Add {
        home: Home,
        text: PartText,
    },
    Replace {
        spot: Spot,
        mark: String,
        text: PartText,
    },
    Shift {
        spot: Spot,
        up: bool,
    },
    /// In front of another part of a home, or at its end.
    Place {
        spot: Spot,
        home: Home,
        before: Option<String>,
    },
    Copy {
        spot: Spot,
    },
    Remove {
        spot: Spot,
        mark: String,
    },
}

/// Takes one step; the place of the part afterwards, of a removed one the place
/// that it had.
pub fn edit_form(
    tx: &mut Tx,
    may: &MayEditForms,
    slug: &str,
    step: &Step,
) -> Result<Spot, Refusal> {
    let mut desk = Desk::open(tx, slug)?;
    let (spot, what) = match step {
        Step::Add { home, text } => (add(&mut desk.form, home, text)?, "added"),
        Step::Replace { spot, mark, text } => {
            let published = published(tx, &desk)?;
            (
                replace(&mut desk.form, spot, mark, text, &published)?,
                "changed",
            )
        }
        Step::Shift { .. } | Step::Place { .. } => match moved(&mut desk.form, step)? {
            (there, true) => (there, "moved"),
            // Already there: nothing to save.
            (there, false) => return Ok(there),
        },
        Step::Copy { spot } => (desk.form.copy(spot).ok_or(Refusal::NotFound)?, "copied"),
        Step::Remove { spot, mark } => {
            refuse_changed(&desk.form, spot, mark)?;
            desk.form.remove(spot).ok_or(Refusal::NotFound)?;
            (spot.clone(), "removed")
        }
    };
    desk.save(tx, may, "edit_form", &format!("{spot} {what}"))?;
    Ok(spot)
}

/// Where a part stands after a move, and whether that is another place.
fn moved(form: &mut Form, step: &Step) -> Result<(Spot, bool), Refusal> {
    let (spot, there) = match step {
        Step::Shift { spot, up } => (spot, form.shift(spot, *up)),
        Step::Place { spot, home, before } => (spot, form.place(spot, home, before.as_deref())),
        _ => return Err(Refusal::NotFound),
    };
    form.part(there.as_ref().unwrap_or(spot))
        .ok_or(Refusal::NotFound)?;
    Ok(match there {
        Some(there) => (there, true),
        None => (spot.clone(), false),
    })
}

fn add(form: &mut Form, home: &Home, text: &PartText) -> Result<Spot, Refusal> {
    if !form.has(home) {
        return Err(Refusal::NotFound);
    }
    let part = text.read(form, home, None)?;
    let spot = home.spot(part.code());
    if form.add(home, part) {
        Ok(spot)
    } else {
        Err(Refusal::NotFound)
    }
}

fn replace(
    form: &mut Form,
    spot: &Spot,
    mark: &str,
    text: &PartText,
    published: &Published,
) -> Result<Spot, Refusal> {
    refuse_changed(form, spot, mark)?;
    let before = form.part(spot).ok_or(Refusal::NotFound)?;
    let part = text.read(form, &spot.home(), Some(spot))?;
    refuse_new_meaning(&before, &part, published.has(spot))?;
    let there = spot.home().spot(part.code());
    if form.replace(spot, part) {
        Ok(there)
    } else {
        Err(Refusal::NotFound)
    }
}

/// Somebody else changed or removed the part meanwhile.
fn refuse_changed(form: &Form, spot: &Spot, mark: &str) -> Result<(), Refusal> {
    match form.mark(spot) {
        Some(own) if own == mark => Ok(()),
        Some(_) => Err(Refusal::Stale(Message::new("stale-form-part"))),
        None => Err(Refusal::Stale(Message::new("stale-form-gone"))),
    }
}

/// Answers are kept by code and read by kind: both stay once they are public, and
/// rows can't become something else while they have columns.
fn refuse_new_meaning(before: &Part, after: &Part, public: bool) -> Result<(), Problems> {
    let mut problems = Problems::default();
    if public && before.code() != after.code() {
        problems.add("code", Message::new("error-form-code-kept"));
    }
    if let (Part::Question(before), Part::Question(after)) = (before, after)
        && before.kind.code() != after.kind.code()
    {
        if public {
            problems.add("kind", Message::new("error-form-kind-kept"));
        } else if matches!(before.kind, QuestionKind::Rows { .. }) && !before.columns().is_empty() {
            problems.add("kind", Message::new("error-form-rows-kept"));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// The codes that are public of the programme's form.
pub fn published(reader: &mut Reader, desk: &Desk) -> Result<Published, StoreError> {
    let versions = form::all_of(reader, desk.programme.id)?;
    Ok(Published::of(&versions))
}

/// Puts a form that was read from a file in place of the draft that was seen:
/// version of the published form and of the draft.
pub fn import_form(
    tx: &mut Tx,
    may: &MayEditForms,
    slug: &str,
    seen: (i32, i32),
    new: &Form,
) -> Result<usize, Refusal> {
    let mut desk = Desk::open(tx, slug)?;
    desk.refuse_overtaken(seen)?;
    let changes = differences(&desk.form, new).len();
    desk.form = new.clone();
    desk.save(tx, may, "import_form", &format!("{changes} parts differ"))?;
    Ok(changes)
}

/// Gives up the draft that was seen: what is published is written on.
pub fn reset_form(
    tx: &mut Tx,
    may: &MayEditForms,
    slug: &str,
    seen: (i32, i32),
) -> Result<(), Refusal> {
    let mut desk = Desk::open(tx, slug)?;
    desk.refuse_overtaken(seen)?;
    let changes = differences(&desk.latest.form, &desk.form).len();
    desk.form = Form::clone(&desk.latest.form);
    desk.save(
        tx,
        may,
        "reset_form",
        &format!("{changes} changes given up"),
    )
}
