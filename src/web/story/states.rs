//! What stood before and after an event, word by word: names of people, codes that have
//! words, days, amounts and numbers. What only the program reads is left out.

use super::told::Names;
use crate::actions::export_round::What;
use crate::domain::application::Status;
use crate::domain::award::ReportState;
use crate::domain::check::CheckOutcome;
use crate::domain::decision::Outcome;
use crate::domain::due_diligence::Step;
use crate::domain::engagement::EngagementKind;
use crate::domain::filing::Channel;
use crate::domain::legal_status::{DocumentKind, UsPathway};
use crate::domain::list_screening::{HitState, Purpose};
use crate::domain::moment::Day;
use crate::domain::overlap::Standing;
use crate::domain::pressure::Verdict;
use crate::domain::publication::Publication;
use crate::domain::review::ConflictKind;
use crate::domain::{AccountId, Currency, Moment, Money};
use crate::i18n::Locale;
use crate::web::{
    award, conflict, decision, due_diligence, engagement, export, filing, legal_status,
    list_screening, overlap, pressure, publication, words,
};

/// In which language, for which place on earth and with whose names states are told.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    pub t: Locale,
    pub zone: &'a str,
    pub names: &'a Names,
}

/// Reads one word of a state; nothing where it says nothing to a reader.
type Read = fn(Telling<'_>, &str) -> Option<String>;

/// Events whose first state says what they are about, not what was before.
const ABOUT: [&str; 3] = ["screen_names", "take_diligence_step", "look_again_at_step"];

/// Events whose states hold a currency and an amount.
const PAID: [&str; 3] = ["propose_decision", "exceed_budget", "prepare_disbursement"];

impl Telling<'_> {
    /// What stood before and after an event.
    pub fn states(self, action: &str, (before, after): (&str, &str)) -> (String, String) {
        let mut told = self.state(action, before);
        let after = self.state(action, after);
        if !ABOUT.contains(&action) {
            return (told.join(" · "), after.join(" · "));
        }
        told.extend(after);
        (String::new(), told.join(" · "))
    }

    fn state(self, action: &str, state: &str) -> Vec<String> {
        let read = reader(action);
        let words = state.split([' ', ',']);
        let mut told: Vec<String> = words.filter_map(|word| read(self, word)).collect();
        if PAID.contains(&action) {
            told.extend(amount(state).map(|money| self.t.money(money)));
        }
        told
    }
}

/// How the words of an event's states are read.
fn reader(action: &str) -> Read {
    match action {
        "start_application" | "submit" | "withdraw" | "discard" | "screen" | "complete_reviews"
        | "reopen" | "release" | "decide_anew" => status,
        "assign" | "unassign" | "import_assignment" | "leave_out_of_plan"
        | "decline_assignment" | "abstain" | "import_declaration" | "recuse" | "lift_conflict"
        | "take_review" | "remind" | "join_organisation" | "change_member_role"
        | "remove_member" => person,
        "submit_review" | "import_review" => review,
        "declare_conflict" | "pin_conflict" => tie,
        "place_hold" | "plan_award" | "extend_award" | "note_paid" => day,
        "ask_clarification" | "extend_clarification" => moment,
        "place_reserve" | "set_quorum" | "acknowledge_list_hits" | "acknowledge_diligence" => {
            number
        }
        "send_report" | "judge_report" => report,
        _ => coded(action),
    }
}

/// The same for codes that occur in few events.
fn coded(action: &str) -> Read {
    match action {
        "file_application" => channel,
        "screen_names" => purpose,
        "answer_list_hit" => hit,
        "record_document" => paper,
        "record_us_pathway" => pathway,
        "take_diligence_step" | "look_again_at_step" => step,
        "record_incident" | "assess_incident" => certainty,
        "judge_overlap" => standing,
        "log_engagement" => contact,
        "propose_decision" => outcome,
        "set_publication" => published,
        "answer_appeal" => appeal,
        "allow_lots" => lots,
        "export" => exported,
        _ => nothing,
    }
}

fn nothing(_: Telling<'_>, _: &str) -> Option<String> {
    None
}

fn status(tell: Telling<'_>, word: &str) -> Option<String> {
    Status::from_code(word).map(|one| words::status(tell.t, one).text)
}

fn person(tell: Telling<'_>, word: &str) -> Option<String> {
    let id = AccountId::parse(word).ok()?;
    tell.names.people.get(&id).cloned()
}

/// Whose review, and its total in hundredths of a percent, as `83.25`.
fn review(tell: Telling<'_>, word: &str) -> Option<String> {
    let Some((whole, rest)) = word.split_once('.') else {
        return person(tell, word);
    };
    let (whole, rest): (u32, u32) = (whole.parse().ok()?, rest.parse().ok()?);
    let tenths = whole
        .checked_mul(10)?
        .checked_add(rest.checked_add(5)? / 10)?;
    Some(tell.t.with("story-total", "total", tell.t.tenths(tenths)))
}

fn tie(tell: Telling<'_>, word: &str) -> Option<String> {
    match ConflictKind::from_code(word) {
        Some(kind) => Some(conflict::words::kind(tell.t, kind)),
        None => person(tell, word),
    }
}

fn day(tell: Telling<'_>, word: &str) -> Option<String> {
    Day::parse(word).ok().map(|day| tell.t.day(day))
}

/// An instant as it is kept, `2026-11-02T10:00:00Z`.
fn moment(tell: Telling<'_>, word: &str) -> Option<String> {
    let minute = word.strip_suffix('Z').and_then(|text| text.get(..16))?;
    let at = Moment::parse_local(minute, "UTC").ok()?;
    Some(tell.t.when(at, tell.zone))
}

fn number(tell: Telling<'_>, word: &str) -> Option<String> {
    word.parse::<i64>().ok().map(|n| tell.t.number(n))
}

fn report(tell: Telling<'_>, word: &str) -> Option<String> {
    match (ReportState::from_code(word), word.parse::<i64>()) {
        (Some(state), _) => Some(tell.t.say(award::report_state_key(state))),
        (None, Ok(n)) => Some(tell.t.with("award-report", "n", n)),
        (None, Err(_)) => None,
    }
}

/// The first currency with the amount behind it, as `ILS 12500.50`.
fn amount(state: &str) -> Option<Money> {
    let words: Vec<&str> = state.split(' ').collect();
    let mut pairs = words.iter().zip(words.iter().skip(1));
    pairs.find_map(|(code, decimal)| {
        let currency = Currency::kept(code)?;
        let decimals = usize::try_from(currency.decimals()).ok()?;
        let (whole, fraction) = decimal.split_once('.').unwrap_or((*decimal, ""));
        let minor = format!("{whole}{fraction:0<decimals$}");
        Some(Money::new(minor.parse().ok()?, currency))
    })
}

fn channel(tell: Telling<'_>, word: &str) -> Option<String> {
    Channel::from_code(word).map(|one| filing::channel(tell.t, one))
}

fn purpose(tell: Telling<'_>, word: &str) -> Option<String> {
    Purpose::from_code(word).map(|one| list_screening::words::purpose(tell.t, one))
}

fn hit(tell: Telling<'_>, word: &str) -> Option<String> {
    HitState::from_code(word).map(|one| list_screening::words::state(tell.t, one).text)
}

fn paper(tell: Telling<'_>, word: &str) -> Option<String> {
    match DocumentKind::from_code(word) {
        Some(kind) => Some(tell.t.say(legal_status::words::kind_key(kind))),
        None => found(tell, word),
    }
}

fn step(tell: Telling<'_>, word: &str) -> Option<String> {
    match Step::from_code(word) {
        Some(step) => Some(tell.t.say(due_diligence::step_key(step))),
        None => found(tell, word),
    }
}

fn found(tell: Telling<'_>, word: &str) -> Option<String> {
    let outcome = CheckOutcome::from_code(word)?;
    Some(legal_status::words::outcome(tell.t, outcome).text)
}

fn pathway(tell: Telling<'_>, word: &str) -> Option<String> {
    let way = UsPathway::from_code(word)?;
    Some(tell.t.say(legal_status::words::pathway_key(way)))
}

fn certainty(tell: Telling<'_>, word: &str) -> Option<String> {
    Some(tell.t.say(match Verdict::from_code(word)? {
        Verdict::Sure(certainty) => pressure::words::certainty_key(certainty),
        Verdict::Mistaken => "pressure-mistaken",
    }))
}

fn standing(tell: Telling<'_>, word: &str) -> Option<String> {
    Standing::from_code(word).map(|one| overlap::words::standing(tell.t, one).text)
}

fn contact(tell: Telling<'_>, word: &str) -> Option<String> {
    let kind = EngagementKind::from_code(word)?;
    Some(tell.t.say(engagement::words::kind_key(kind)))
}

fn outcome(tell: Telling<'_>, word: &str) -> Option<String> {
    Outcome::from_code(word).map(|one| tell.t.say(decision::outcome_key(one)))
}

fn published(tell: Telling<'_>, word: &str) -> Option<String> {
    Publication::from_code(word).map(|one| tell.t.say(publication::words(one).0))
}

fn appeal(tell: Telling<'_>, word: &str) -> Option<String> {
    match word {
        "upheld" => Some(tell.t.say("appeal-upheld")),
        "not_upheld" => Some(tell.t.say("appeal-not-upheld")),
        _ => None,
    }
}

fn lots(tell: Telling<'_>, word: &str) -> Option<String> {
    (word == "allowed").then(|| tell.t.say("story-lots-allowed"))
}

fn exported(tell: Telling<'_>, word: &str) -> Option<String> {
    What::from_code(word).map(|one| tell.t.say(export::words(one).0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::web::story::why::Whys;

    const PERSON: &str = "018f0000-0000-7000-8000-000000000001";

    fn told(action: &str, before: &str, after: &str) -> (String, String) {
        let person = AccountId::parse(PERSON).map(|id| (id, "Noor Khalil".to_owned()));
        let names = Names {
            people: person.into_iter().collect(),
            whys: Whys::default(),
        };
        let telling = Telling {
            t: Locale::of(Language::English),
            zone: "UTC",
            names: &names,
        };
        let (before, after) = telling.states(action, (before, after));
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        (plain(before), plain(after))
    }

    fn pair(before: &str, after: &str) -> (String, String) {
        (before.to_owned(), after.to_owned())
    }

    #[test]
    fn codes_are_told_in_words() {
        let digest = "0a".repeat(32);
        let sent = told(
            "submit",
            "draft",
            &format!("submitted {digest} ILS at 3.95"),
        );
        assert_eq!(sent, pair("Draft", "Submitted"));
        let judged = told("judge_report", "sent", "2 accepted");
        assert_eq!(judged, pair("Sent", "Report 2 · Accepted"));
        let assigned = told("assign", "", &format!("reviewer {PERSON}"));
        assert_eq!(assigned, pair("", "Noor Khalil"));
    }

    #[test]
    fn what_an_event_is_about_does_not_stand_as_what_was_before() {
        let (before, after) = told("take_diligence_step", "bank", "verified");
        assert_eq!(before, "");
        assert!(after.ends_with(" · Verified"), "{after}");
    }

    #[test]
    fn amounts_are_told_in_whole_units() {
        assert_eq!(
            amount("award ILS 12500.50").map(|money| money.minor),
            Some(1_250_050)
        );
        assert_eq!(amount("award JPY 300").map(|money| money.minor), Some(300));
        assert_eq!(amount("decline"), None);
        assert_eq!(told("free_award_money", "0", "120000"), pair("", ""));
    }

    #[test]
    fn what_only_the_program_reads_is_left_out() {
        let (before, after) = told("save_section", "request 1", "request 2");
        assert_eq!((before, after), pair("", ""));
        let cancelled = told("cancel_award", "agreement", "cancelled freed 500000");
        assert_eq!(cancelled, pair("", ""));
    }
}
