//! A round as staff type it, and what must agree before it is one.

use super::moment::is_time_zone;
use super::numerals::parse_whole;
use super::round::{Closing, Round, RoundState};
use super::wording::{Typed, read_slug};
use super::{
    Currency, FormId, Message, Moment, Money, Problems, ProgrammeId, RoundId, RubricId, Translated,
};

/// Most characters of a title and of a purpose.
pub const TITLE_MOST: usize = 120;
pub const PURPOSE_MOST: usize = 4000;
/// A day: longer than that is another deadline, not grace.
const GRACE_MOST: i64 = 24 * 60;
const TURNAROUND_MOST: i64 = 730;

/// The posted texts of a round; names are those of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoundText {
    pub title: Typed,
    pub purpose: Typed,
    pub slug: String,
    pub currency: String,
    pub budget: String,
    pub least: String,
    pub most: String,
    pub time_zone: String,
    pub opens_at: String,
    pub closes_at: String,
    /// Without a closing day: `closes_at` is empty then, and `review_days` stand for
    /// `reviews_due_at`.
    pub rolling: bool,
    pub grace_minutes: String,
    pub reviews_due_at: String,
    pub review_days: String,
    pub turnaround_days: String,
    pub sign_off: bool,
    pub emergency: bool,
}

/// A round whose fields are right and agree with each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundDraft {
    pub slug: String,
    pub title: Translated,
    pub purpose: Translated,
    pub currency: Currency,
    pub budget_minor: i64,
    pub least_minor: i64,
    pub most_minor: i64,
    pub opens_at: Moment,
    pub closing: Closing,
    pub grace_minutes: i32,
    pub time_zone: String,
    pub turnaround_days: i32,
    pub sign_off: bool,
    pub emergency: bool,
}

impl RoundText {
    /// A kept round, to be typed over.
    pub fn of(round: &Round) -> Self {
        let local = |at: Moment| at.local_text(&round.time_zone);
        let (closes_at, reviews_due_at, review_days) = match round.closing {
            Closing::On {
                closes_at,
                reviews_due_at,
            } => (local(closes_at), local(reviews_due_at), String::new()),
            Closing::Rolling { review_days } => {
                (String::new(), String::new(), review_days.to_string())
            }
        };
        Self {
            title: Typed::of(&round.title),
            purpose: Typed::of(&round.purpose),
            slug: round.slug.clone(),
            currency: round.currency.code().to_owned(),
            budget: round.budget().decimal(),
            least: round.least().decimal(),
            most: round.most().decimal(),
            time_zone: round.time_zone.clone(),
            opens_at: local(round.opens_at),
            closes_at,
            rolling: round.closing.closes_at().is_none(),
            grace_minutes: round.grace_minutes.to_string(),
            reviews_due_at,
            review_days,
            turnaround_days: round.turnaround_days.to_string(),
            sign_off: round.sign_off,
            emergency: round.emergency,
        }
    }

    /// With what can't change any more once the round is public: its name in
    /// URLs, its currency, whether decisions need two people, and whether it is an
    /// emergency lane.
    #[must_use]
    pub fn bound_by(mut self, round: &Round) -> Self {
        if round.state != RoundState::Draft {
            self.slug = round.slug.clone();
            self.currency = round.currency.code().to_owned();
            self.sign_off = round.sign_off;
            self.emergency = round.emergency;
        }
        self
    }

    /// Reads every field; problems carry the posted names.
    pub fn read(&self) -> Result<RoundDraft, Problems> {
        let mut problems = Problems::default();
        let title = self.title.line(&mut problems, "title", TITLE_MOST);
        let purpose = self.purpose.lines(&mut problems, "purpose", PURPOSE_MOST);
        let slug = match self.title.en.trim() {
            // The missing title is the problem, not the name made of it.
            "" if self.slug.trim().is_empty() => None,
            title => problems.take("slug", read_slug(&self.slug, title)),
        };
        let money = self.money(&mut problems);
        let dates = self.dates(&mut problems);
        let turnaround_days = whole(
            &mut problems,
            "turnaround_days",
            &self.turnaround_days,
            1,
            TURNAROUND_MOST,
        );
        if self.emergency && !self.sign_off {
            problems.add("sign_off", Message::new("error-emergency-sign-off"));
        }
        let (Some(slug), Some(money), Some(dates), Some(turnaround_days), true) =
            (slug, money, dates, turnaround_days, problems.is_empty())
        else {
            return Err(problems);
        };
        Ok(RoundDraft {
            slug,
            title,
            purpose,
            currency: money.currency,
            budget_minor: money.budget,
            least_minor: money.least,
            most_minor: money.most,
            opens_at: dates.opens_at,
            closing: dates.closing,
            grace_minutes: dates.grace_minutes,
            time_zone: self.time_zone.clone(),
            turnaround_days,
            sign_off: self.sign_off,
            emergency: self.emergency,
        })
    }

    fn money(&self, problems: &mut Problems) -> Option<Amounts> {
        let currency = problems.take("currency", Currency::parse(&self.currency))?;
        let mut amount = |field: &str, text: &str| {
            let read = Money::parse(text, currency).and_then(|money| match money.minor {
                0 => Err(Message::new("error-amount")),
                minor => Ok(minor),
            });
            problems.take(field, read)
        };
        let (budget, least, most) = (
            amount("budget", &self.budget),
            amount("least", &self.least),
            amount("most", &self.most),
        );
        let (budget, least, most) = (budget?, least?, most?);
        if least > most {
            problems.add("most", Message::new("error-most-least"));
        }
        if most > budget {
            problems.add("most", Message::new("error-most-budget"));
        }
        Some(Amounts {
            currency,
            budget,
            least,
            most,
        })
    }

    fn dates(&self, problems: &mut Problems) -> Option<Dates> {
        if !is_time_zone(&self.time_zone) {
            problems.add("time_zone", Message::new("error-choice"));
        }
        let opens_at = problems.take("opens_at", self.moment(&self.opens_at));
        let closing = if self.rolling {
            self.rolling(problems)
        } else {
            self.dated(problems, opens_at)
        };
        let grace_minutes = whole(
            problems,
            "grace_minutes",
            &self.grace_minutes,
            0,
            GRACE_MOST,
        );
        Some(Dates {
            opens_at: opens_at?,
            closing: closing?,
            grace_minutes: grace_minutes?,
        })
    }

    fn moment(&self, text: &str) -> Result<Moment, Message> {
        Moment::parse_local(text, &self.time_zone)
    }

    /// A closing day after the opening, and the last day for reviews after both.
    fn dated(&self, problems: &mut Problems, opens_at: Option<Moment>) -> Option<Closing> {
        let closes_at = match self.closes_at.trim() {
            "" => Err(Message::new("error-closing-neither")),
            text => self.moment(text),
        };
        let closes_at = problems.take("closes_at", closes_at);
        let reviews_due_at = problems.take("reviews_due_at", self.moment(&self.reviews_due_at));
        let closes_at = closes_at?;
        if opens_at.is_some_and(|opens| closes_at <= opens) {
            problems.add("closes_at", Message::new("error-closes-opens"));
        }
        let reviews_due_at = reviews_due_at?;
        if reviews_due_at < closes_at {
            problems.add("reviews_due_at", Message::new("error-reviews-closes"));
        }
        Some(Closing::On {
            closes_at,
            reviews_due_at,
        })
    }

    /// No closing day. One that is typed all the same is no slip to pass over.
    fn rolling(&self, problems: &mut Problems) -> Option<Closing> {
        if !self.closes_at.trim().is_empty() {
            problems.add("closes_at", Message::new("error-closing-both"));
        }
        let review_days = whole(
            problems,
            "review_days",
            &self.review_days,
            1,
            TURNAROUND_MOST,
        );
        review_days.map(|review_days| Closing::Rolling { review_days })
    }
}

struct Amounts {
    currency: Currency,
    budget: i64,
    least: i64,
    most: i64,
}

struct Dates {
    opens_at: Moment,
    closing: Closing,
    grace_minutes: i32,
}

fn whole(problems: &mut Problems, field: &str, text: &str, least: i64, most: i64) -> Option<i32> {
    let number = parse_whole(text).ok_or_else(|| Message::new("error-number"));
    let number = number.and_then(|number| {
        let range = || {
            Message::new("error-number-range")
                .with("least", least)
                .with("most", most)
        };
        let fit = (least..=most).contains(&number).then_some(number);
        fit.and_then(|number| i32::try_from(number).ok())
            .ok_or_else(range)
    });
    problems.take(field, number)
}

impl RoundDraft {
    /// A new round of a programme, not open yet.
    pub fn round(
        self,
        id: RoundId,
        (programme_id, rubric_id, form_id): (ProgrammeId, RubricId, FormId),
        created_at: Moment,
    ) -> Round {
        Round {
            id,
            programme_id,
            rubric_id,
            form_id,
            slug: self.slug,
            title: self.title,
            purpose: self.purpose,
            currency: self.currency,
            budget_minor: self.budget_minor,
            least_minor: self.least_minor,
            most_minor: self.most_minor,
            opens_at: self.opens_at,
            closing: self.closing,
            grace_minutes: self.grace_minutes,
            time_zone: self.time_zone,
            turnaround_days: self.turnaround_days,
            sign_off: self.sign_off,
            emergency: self.emergency,
            state: RoundState::Draft,
            created_at,
        }
    }

    /// The round with these values; rubric, form and state stay.
    pub fn over(self, round: &Round) -> Round {
        let pinned = (round.programme_id, round.rubric_id, round.form_id);
        Round {
            state: round.state,
            ..self.round(round.id, pinned, round.created_at)
        }
    }
}

#[cfg(test)]
mod tests;
