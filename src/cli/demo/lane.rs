//! An emergency lane that takes applications at any time: one was decided within days
//! while the other round went on, another is being written.

use super::content::{Decision, Organisation, Stage};
use super::hands::Owner;
use super::seed::Seeder;
use super::story::{Panel, Story};
use crate::actions::round;
use crate::cli::Failure;
use crate::domain::round_draft::RoundText;
use crate::domain::wording::Typed;
use crate::policy::round::MayRunRounds;
use crate::store::programme;

/// Address of the lane.
const LANE: &str = "emergency-lane";
/// Who was awarded within days, and who writes.
const AWARDED: &str = "dima.babayn@apply.example";
const WRITING: &str = "safaa.sakan@apply.example";

/// Opens the lane, three weeks ago.
pub fn open(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let at = |days: i64| seeder.now.plus_days(days).local_text(seeder.zone());
    let text = RoundText {
        title: Typed {
            en: "Emergency lane".to_owned(),
            ar: "مسار الطوارئ".to_owned(),
            he: "מסלול חירום".to_owned(),
        },
        purpose: purpose(),
        slug: LANE.to_owned(),
        currency: "USD".to_owned(),
        budget: "150000".to_owned(),
        least: "2000".to_owned(),
        most: "40000".to_owned(),
        time_zone: seeder.zone().to_owned(),
        opens_at: at(-21),
        closes_at: String::new(),
        rolling: true,
        grace_minutes: "0".to_owned(),
        reviews_due_at: String::new(),
        review_days: "4".to_owned(),
        turnaround_days: "10".to_owned(),
        sign_off: true,
        emergency: true,
    };
    let (may, admin) = (MayRunRounds::operator(), panel.admins.first());
    seeder.act(admin, 24 * 30, |tx| {
        let programme = programme::list(tx, None, 1)?
            .first()
            .map(|programme| programme.id);
        round::create_round(tx, &may, programme, &text)
    })?;
    seeder.act(admin, 24 * 22, |tx| round::open_round(tx, &may, LANE))
}

fn purpose() -> Typed {
    Typed {
        en: "For organisations that cannot wait for the next round: after a raid, an arrest, an \
             eviction. Write at any time; two people decide within ten days."
            .to_owned(),
        ar: "لمنظمات لا تستطيع انتظار الدورة القادمة: بعد مداهمة أو اعتقال أو إخلاء. اكتبوا في أي \
             وقت، ويقرّر شخصان خلال عشرة أيام."
            .to_owned(),
        he: "לארגונים שאינם יכולים לחכות למחזור הבא: אחרי פשיטה, מעצר או פינוי. אפשר לכתוב בכל \
             עת, ושני אנשים מחליטים בתוך עשרה ימים."
            .to_owned(),
    }
}

/// Tells of both applications.
pub fn tell(seeder: &Seeder, panel: &Panel, cast: &[Owner]) -> Result<(), Failure> {
    for owner in cast {
        let content = match owner.content.email.as_str() {
            AWARDED => awarded(owner.content),
            WRITING => written(owner.content),
            _ => continue,
        };
        let story = Story {
            seeder,
            panel,
            organisation: &content,
            applicant: owner.person.clone(),
            number: 14,
            round: LANE,
            pace: 3,
        };
        story.apply(owner.told.organisation)?;
    }
    Ok(())
}

/// What an organisation says in the lane; the rest it says as in the other round.
fn said(of: &Organisation, stage: Stage, answers: &[(&str, &str)]) -> Organisation {
    let mut content = of.clone();
    content.stage = stage;
    // Its papers are on record from the other round.
    content.legal_verified = false;
    for (code, text) in answers {
        let text = toml::Value::String((*text).to_owned());
        content.answers.insert((*code).to_owned(), text);
    }
    content
}

fn awarded(of: &Organisation) -> Organisation {
    let answers = [
        (
            "title",
            "A lawyer for three families after Thursday’s raids",
        ),
        (
            "summary",
            "Police took the papers of three families on Thursday. Their hearings are in nine \
             days. We ask for a lawyer’s time, court fees and interpreters until then.",
        ),
        ("without_grant", "The families would stand in court alone."),
    ];
    let decision = Decision {
        outcome: "award".to_owned(),
        amount: "20000".to_owned(),
        funding_type: "emergency".to_owned(),
        conditions: Vec::new(),
        rationale: "The hearings are next week and the clinic is ready. The amount covers what \
                    falls before them; the rest can wait for the round."
            .to_owned(),
        feedback: "We decided on what you need before the hearings.".to_owned(),
        waiver: "Checked in the autumn round.".to_owned(),
        reason: String::new(),
    };
    Organisation {
        decision: Some(decision),
        ..said(of, Stage::ReleasedAward, &answers)
    }
}

fn written(of: &Organisation) -> Organisation {
    let answers = [
        ("title", "مأوى لعائلات أُخليت هذا الأسبوع"),
        (
            "summary",
            "أُخليت إحدى عشرة عائلة من بيوتها منذ يوم الأحد. نطلب إيجاراً لشهرين ومحامية للاعتراض.",
        ),
    ];
    said(of, Stage::Draft, &answers)
}
