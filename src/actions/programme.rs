//! Programmes: making one, with the default rubric and form as its first.

use super::{Refusal, install};
use crate::domain::programme::Programme;
use crate::domain::wording::{Typed, read_slug};
use crate::domain::{Message, Problems};
use crate::policy::round::MayRunRounds;
use crate::store::{Tx, audit, mint, programme};

/// Most characters of a name, and of the longer texts.
pub const NAME_MOST: usize = 120;
pub const TEXT_MOST: usize = 4000;

/// The posted texts of a programme; names are those of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProgrammeText {
    pub name: Typed,
    pub purpose: Typed,
    pub who: Typed,
    pub slug: String,
}

impl ProgrammeText {
    fn read(&self, of: Programme) -> Result<Programme, Problems> {
        let mut problems = Problems::default();
        let name = self.name.line(&mut problems, "name", NAME_MOST);
        let slug = match self.name.en.trim() {
            // The missing name is the problem, not the slug made of it.
            "" if self.slug.trim().is_empty() => None,
            name => problems.take("slug", read_slug(&self.slug, name)),
        };
        let purpose = self.purpose.lines(&mut problems, "purpose", TEXT_MOST);
        let who = self.who.lines(&mut problems, "who", TEXT_MOST);
        match slug {
            Some(slug) if problems.is_empty() => Ok(Programme {
                slug,
                name,
                purpose,
                who,
                ..of
            }),
            _ => Err(problems),
        }
    }
}

/// Makes a programme.
pub fn create_programme(
    tx: &mut Tx,
    _may: &MayRunRounds,
    text: &ProgrammeText,
) -> Result<Programme, Refusal> {
    let blank = Programme {
        id: mint(),
        slug: String::new(),
        name: Default::default(),
        purpose: Default::default(),
        who: Default::default(),
        created_at: tx.now(),
    };
    let made = text.read(blank)?;
    if programme::by_slug(tx, &made.slug)?.is_some() {
        return Err(Refusal::field("slug", Message::new("error-slug-taken")));
    }
    programme::insert(tx, &made)?;
    let object = ("programme", made.id.as_str());
    audit(tx, "create_programme", object, "", &made.slug)?;
    install::install_rubric(tx, made.id)?;
    install::install_form(tx, made.id)?;
    Ok(made)
}
