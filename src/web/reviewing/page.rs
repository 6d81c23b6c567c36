//! The page of a round's reviewing: by reviewer or by application, all or those that
//! are late or not opened.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::{applications, reviewers};
use crate::domain::account::Role;
use crate::domain::phase::{Phase, Stand};
use crate::domain::reminder::Schedule;
use crate::domain::round::{Closing, Round};
use crate::domain::{Message, Moment, Problems};
use crate::i18n::Locale;
use crate::store::reviewing::Lines;
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::round::Fact;
use crate::web::round::closing::reviews_due;
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::visit::Visit;
use crate::web::{round, url};

/// Which list, which lines of it, and where it goes on.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    /// `application`; anything else lists reviewers.
    by: String,
    /// `late`, `unopened`; anything else shows all.
    show: String,
    pub after: String,
    /// One application alone.
    pub only: String,
}

impl Asked {
    fn by_application(&self) -> bool {
        self.by == "application"
    }

    /// The lines to list; nothing where nothing can be late yet. Late are reviews of
    /// what was sent before `late`.
    pub fn lines(&self, late: Option<Moment>) -> Option<Lines> {
        match self.show.as_str() {
            "late" => late.map(Lines::Late),
            "unopened" => Some(Lines::Unopened),
            _ => Some(Lines::All),
        }
    }

    /// The address of this list from its start.
    pub fn place(&self, round: &Round) -> String {
        let by = if self.by_application() {
            "application"
        } else {
            "reviewer"
        };
        let show = url::encode(&self.show);
        let place = url::admin_round_part(&round.slug, "reviewing");
        format!("{place}?by={by}&show={show}")
    }
}

/// A round's reviewing as it stands.
pub struct Stage {
    pub round: Round,
    /// The day for all reviews; none where every application has its own.
    due: Option<Moment>,
    /// Reviews of applications that were sent before are late; none are without it.
    pub late: Option<Moment>,
    pub schedule: Schedule,
}

impl Stage {
    /// What holds in a round with this phase in force.
    pub fn of(round: Round, phase: &Phase, schedule: Schedule, now: Moment) -> Self {
        let due = match round.closing {
            Closing::On { reviews_due_at, .. } => Some(phase.due(reviews_due_at)),
            Closing::Rolling { .. } => None,
        };
        let open = round.takes_reviews() && phase.stand(now) != Stand::NotYet;
        Self {
            late: late(&round, phase, now).filter(|_| open),
            due,
            round,
            schedule,
        }
    }
}

/// Before which instant an application was sent whose reviews are late.
fn late(round: &Round, phase: &Phase, now: Moment) -> Option<Moment> {
    match round.closing {
        Closing::On { reviews_due_at, .. } => (now > phase.due(reviews_due_at)).then_some(now),
        Closing::Rolling { .. } if phase.stand(now) == Stand::Over => Some(now),
        Closing::Rolling { review_days } => Some(now.plus_days(-i64::from(review_days))),
    }
}

/// What stands above both lists.
pub struct Head {
    pub over: String,
    pub facts: Vec<Fact>,
    /// Changing the schedule and bringing a file, for those who may.
    pub acts: Vec<Link>,
    pub tabs: Vec<Link>,
    pub action: String,
    pub by: &'static str,
    pub filter: Field,
    pub empty: String,
}

/// Either list.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let actor = visit.actor().clone();
    if asked.by_application() {
        applications::page(&visit, &actor, round, &asked).await
    } else {
        reviewers::page(&visit, &actor, round, &asked).await
    }
}

/// The frame of either list.
pub fn chrome(visit: &Visit, round: &Round) -> Chrome {
    let t = visit.t;
    let back = Link::new(url::admin_round(&round.slug), round.title.get(t.language()));
    Chrome::new(visit, &t.say("progress-title"))
        .wide()
        .back(back)
}

/// The head of a list.
pub fn head(visit: &Visit, stage: &Stage, asked: &Asked, admin: bool) -> Head {
    let (t, round) = (visit.t, &stage.round);
    let title = round.title.get(t.language()).to_owned();
    let part = |part: &str| url::admin_round_part(&round.slug, part);
    let tab = |by: &str, key: &str, current: bool| Link {
        current,
        ..Link::new(format!("{}?by={by}", part("reviewing")), t.say(key))
    };
    let of_applications = asked.by_application();
    let act = |place: &str, key: &str| Link::new(part(place), t.say(key));
    Head {
        over: title,
        facts: facts(visit, stage),
        acts: if admin {
            vec![
                act("reviewing/schedule", "schedule-title"),
                act("reviewing/file", "import-title"),
            ]
        } else {
            Vec::new()
        },
        tabs: vec![
            tab("reviewer", "progress-by-reviewer", !of_applications),
            tab("application", "progress-by-application", of_applications),
        ],
        action: part("reviewing"),
        by: if of_applications {
            "application"
        } else {
            "reviewer"
        },
        filter: filter(t, asked),
        empty: t.say(match asked.lines(stage.late) {
            None => "progress-not-late-yet",
            Some(Lines::All) => "progress-nobody",
            Some(Lines::Late(_)) => "progress-none-late",
            Some(Lines::Unopened) => "progress-none-unopened",
        }),
    }
}

fn filter(t: Locale, asked: &Asked) -> Field {
    let choice = |value: &str, key: &str| Choice {
        value: value.to_owned(),
        label: t.say(key),
        hint: None,
        chosen: asked.show == value,
    };
    let choices = vec![
        choice("", "progress-all"),
        choice("unopened", "progress-unopened"),
        choice("late", "progress-late"),
    ];
    let problems = Problems::default();
    let ask = Fields {
        t,
        problems: &problems,
    };
    ask.field(
        "show",
        "progress-show",
        &asked.show,
        Control::Select(choices),
    )
}

fn facts(visit: &Visit, stage: &Stage) -> Vec<Fact> {
    let (t, round) = (visit.t, &stage.round);
    vec![
        Fact {
            label: t.say("round-admin-reviews-due"),
            value: match stage.due {
                Some(day) => t.when(day, &round.time_zone),
                None => reviews_due(t, round),
            },
        },
        Fact {
            label: t.say("progress-reminders"),
            value: reminders(t, &stage.schedule),
        },
    ]
}

/// A schedule in words.
pub fn reminders(t: Locale, schedule: &Schedule) -> String {
    if !schedule.active {
        return t.say("schedule-off");
    }
    let days = schedule.days().iter();
    let days: Vec<String> = days.map(|day| t.number(i64::from(*day))).collect();
    if days.is_empty() {
        return t.say("schedule-bare");
    }
    let told = Message::new("schedule-told").with("days", days.join(" · "));
    t.tell(&told)
}

/// An instant in a cell; a dash for none.
pub fn when(visit: &Visit, at: Option<Moment>) -> String {
    at.map_or_else(|| "–".to_owned(), |at| visit.t.when(at, visit.zone()))
}

/// Whether somebody runs rounds.
pub fn is_admin(actor: &crate::policy::Actor) -> bool {
    actor.is(Role::Admin)
}
