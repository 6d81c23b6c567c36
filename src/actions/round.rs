//! Rounds: making, changing, opening, closing.

use super::Refusal;
use super::phase::follow_opening;
use crate::domain::round::{Closing, Round, RoundState};
use crate::domain::round_draft::RoundText;
use crate::domain::{Message, ProgrammeId};
use crate::policy::round::MayRunRounds;
use crate::store::{Tx, audit, form, mint, programme, round, rubric};

/// Makes a round that pins the latest rubric and form of its programme. `None`
/// stands for the only programme of an installation that has one.
pub fn create_round(
    tx: &mut Tx,
    _may: &MayRunRounds,
    of: Option<ProgrammeId>,
    text: &RoundText,
) -> Result<Round, Refusal> {
    let known = chosen_programme(tx, of)?;
    let (known, draft) = match (known, text.read()) {
        (Some(known), Ok(draft)) => (known, draft),
        (Some(_), Err(problems)) => return Err(problems.into()),
        (None, read) => {
            let mut problems = read.err().unwrap_or_default();
            problems.add("programme", Message::new("error-choice"));
            return Err(problems.into());
        }
    };
    let rubric = rubric::latest(tx, known)?.ok_or(Refusal::NotFound)?;
    let form = form::latest(tx, known)?.ok_or(Refusal::NotFound)?;
    let made = draft.round(mint(), (known, rubric.id, form.id), tx.now());
    refuse_taken(tx, &made)?;
    round::insert(tx, &made)?;
    let object = ("round", made.id.as_str());
    audit(tx, "create_round", object, "", &summary(&made).join(", "))?;
    Ok(made)
}

fn chosen_programme(tx: &mut Tx, of: Option<ProgrammeId>) -> Result<Option<ProgrammeId>, Refusal> {
    if let Some(id) = of {
        return Ok(programme::by_id(tx, id)?.map(|programme| programme.id));
    }
    Ok(match programme::list(tx, None, 2)?.as_slice() {
        [only] => Some(only.id),
        _ => None,
    })
}

/// Changes a round. What is public by then stays as it is; a closed round can't
/// be changed at all. Its rubric and form are chosen by themselves.
pub fn update_round(
    tx: &mut Tx,
    may: &MayRunRounds,
    slug: &str,
    text: &RoundText,
) -> Result<Round, Refusal> {
    let before = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    if before.state == RoundState::Closed {
        return Err(Refusal::Stale(Message::new("stale-round-ended")));
    }
    let after = text.clone().bound_by(&before).read()?.over(&before);
    refuse_taken(tx, &after)?;
    round::update(tx, &after)?;
    follow_opening(tx, may, &before, &after)?;
    let object = ("round", after.id.as_str());
    let (was, is) = differences(&before, &after);
    audit(tx, "update_round", object, &was, &is)?;
    Ok(after)
}

fn refuse_taken(tx: &mut Tx, wanted: &Round) -> Result<(), Refusal> {
    match round::by_slug(tx, &wanted.slug)? {
        Some(other) if other.id != wanted.id => {
            Err(Refusal::field("slug", Message::new("error-slug-taken")))
        }
        _ => Ok(()),
    }
}

/// What of a round the log keeps: its name, money and dates; of its texts only
/// how long they are.
fn summary(round: &Round) -> [String; 12] {
    let length =
        [&round.title, &round.purpose].map(|text| text.en.len() + text.ar.len() + text.he.len());
    let (closes, due) = match round.closing {
        Closing::On {
            closes_at,
            reviews_due_at,
        } => (closes_at.rfc3339(), reviews_due_at.rfc3339()),
        Closing::Rolling { review_days } => {
            let due = format!("within {review_days} days of sending");
            ("never".to_owned(), due)
        }
    };
    [
        format!("name {}", round.slug),
        format!("texts {} bytes", length.iter().sum::<usize>()),
        format!(
            "budget {} {}",
            round.currency.code(),
            round.budget().decimal()
        ),
        format!("least {}", round.least().decimal()),
        format!("most {}", round.most().decimal()),
        format!("opens {}", round.opens_at.rfc3339()),
        format!("closes {closes}"),
        format!("grace {}", round.grace_minutes),
        format!("reviews due {due}"),
        format!("turnaround {}", round.turnaround_days),
        format!("sign-off {}", round.sign_off),
        format!("emergency {}", round.emergency),
    ]
}

/// The parts of the summary that differ, before and after.
fn differences(before: &Round, after: &Round) -> (String, String) {
    let pairs = summary(before).into_iter().zip(summary(after));
    let (was, is): (Vec<String>, Vec<String>) = pairs.filter(|(a, b)| a != b).unzip();
    (was.join(", "), is.join(", "))
}

/// Makes a round public. One whose deadline is over would take nothing.
pub fn open_round(tx: &mut Tx, _may: &MayRunRounds, slug: &str) -> Result<(), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    match round.state {
        RoundState::Draft => {}
        RoundState::Open => return Err(Refusal::Stale(Message::new("stale-round-opened"))),
        RoundState::Closed => return Err(Refusal::Stale(Message::new("stale-round-ended"))),
    }
    let close = round.closing.closes_at();
    if close.is_some_and(|close| close < tx.now()) {
        return Err(Refusal::Stale(Message::new("stale-round-past")));
    }
    set_state(tx, round, RoundState::Open, "open_round")
}

/// Ends a round: nothing can be sent any more, reviews are final.
pub fn close_round(tx: &mut Tx, _may: &MayRunRounds, slug: &str) -> Result<(), Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    match round.state {
        RoundState::Open => set_state(tx, round, RoundState::Closed, "close_round"),
        RoundState::Draft => Err(Refusal::Stale(Message::new("stale-round-draft"))),
        RoundState::Closed => Err(Refusal::Stale(Message::new("stale-round-ended"))),
    }
}

fn set_state(tx: &mut Tx, mut round: Round, state: RoundState, verb: &str) -> Result<(), Refusal> {
    let before = round.state.code();
    round.state = state;
    round::update(tx, &round)?;
    audit(tx, verb, ("round", round.id.as_str()), before, state.code())?;
    Ok(())
}
