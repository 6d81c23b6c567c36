//! The form of the demonstration: the default one with one question more, and
//! another question that waits to be published.

use super::seed::Seeder;
use super::story::Panel;
use crate::actions::Refusal;
use crate::actions::form_draft::{Desk, Step, edit_form};
use crate::actions::form_version::publish_form;
use crate::cli::Failure;
use crate::domain::form::Home;
use crate::domain::form::typed::{PartText, QuestionText};
use crate::domain::wording::Typed;
use crate::policy::form::MayEditForms;
use crate::store::{Tx, programme};

/// Code of the question that is answered with papers.
pub const PAPERS: &str = "papers";

/// Publishes the form before a round uses it: reviewers see the papers of the need.
pub fn publish(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let text = QuestionText {
        code: PAPERS.to_owned(),
        kind: "files".to_owned(),
        label: Typed {
            en: "Papers or pictures that show it".to_owned(),
            ar: "أوراق أو صور تبيّن ذلك".to_owned(),
            he: "מסמכים או תמונות שמראים זאת".to_owned(),
        },
        hint: Typed {
            en: "Only if you have them at hand. Reviewers see them, unlike the documents \
                 that we ask for later: leave out what could put anybody at risk."
                .to_owned(),
            ar: "فقط إن كانت في متناولكم. يراها المقيّمون، بخلاف الوثائق التي نطلبها لاحقاً: \
                 فاتركوا كل ما قد يعرّض أحداً للخطر."
                .to_owned(),
            he: "רק אם הם בהישג יד. הצוות המעריך רואה אותם, שלא כמו המסמכים שנבקש בהמשך: \
                 השאירו בחוץ כל מה שעלול לסכן מישהו."
                .to_owned(),
        },
        most: "3".to_owned(),
        ..QuestionText::default()
    };
    write(seeder, panel, 24 * 31, |tx, may, slug| {
        add(tx, may, slug, "need", &text)?;
        let desk = Desk::load(tx, slug)?.ok_or(Refusal::NotFound)?;
        let seen = (desk.latest.version, desk.version);
        publish_form(tx, may, slug, seen, &[]).map(drop)
    })
}

/// A question that the first admin has written and not published yet.
pub fn draft(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let text = QuestionText {
        kind: "short_text".to_owned(),
        label: Typed {
            en: "How did you hear about this programme?".to_owned(),
            ar: "كيف سمعتم عن هذا البرنامج؟".to_owned(),
            he: "איך שמעתם על התוכנית הזו?".to_owned(),
        },
        most: "120".to_owned(),
        hidden: true,
        ..QuestionText::default()
    };
    write(seeder, panel, 20, |tx, may, slug| {
        add(tx, may, slug, "request", &text)
    })
}

/// Lets the first admin write the programme's form.
fn write(
    seeder: &Seeder,
    panel: &Panel,
    hours_ago: i64,
    work: impl Fn(&mut Tx, &MayEditForms, &str) -> Result<(), Refusal>,
) -> Result<(), Failure> {
    let Some(admin) = panel.admins.first() else {
        return Ok(());
    };
    let may = MayEditForms::by(admin).map_err(|message| Failure::Failed(message.key.to_owned()))?;
    seeder.act(Some(admin), hours_ago, |tx| {
        let found = programme::list(tx, None, 1)?.pop();
        work(tx, &may, &found.ok_or(Refusal::NotFound)?.slug)
    })
}

/// Puts a question at the end of a section of the draft.
fn add(
    tx: &mut Tx,
    may: &MayEditForms,
    slug: &str,
    section: &str,
    text: &QuestionText,
) -> Result<(), Refusal> {
    let step = Step::Add {
        home: Home::Section(section.to_owned()),
        text: PartText::Question(text.clone()),
    };
    edit_form(tx, may, slug, &step).map(drop)
}
