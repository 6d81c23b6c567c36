//! What happened to an award, in order.

use super::words;
use crate::actions::award::Case;
use crate::domain;
use crate::i18n::Locale;
use crate::web::ui::Moment;
use crate::web::visit::Visit;

/// The story of an award, as both sides may read it.
pub fn story(visit: &Visit, case: &Case) -> Vec<Moment> {
    let t = visit.t;
    let mut told: Vec<(domain::Moment, String, Option<String>)> = Vec::new();
    let award = &case.award;
    told.push((award.opened_at, t.say("award-story-opened"), None));
    if let Some(at) = award.offered_at {
        told.push((at, t.say("award-story-offered"), None));
    }
    if let Some(at) = award.agreed_at {
        let who = Some(award.agreed_name.clone());
        told.push((at, t.say("award-story-agreed"), who));
    }
    for one in &case.reports {
        if let Some(at) = one.sent_at {
            let name = words::report(t, one);
            told.push((at, t.say("award-story-report"), Some(name)));
        }
    }
    for one in &case.amendments {
        let name = t.say(words::amendment_key(one.kind));
        told.push((one.made_at, name, None));
    }
    if let Some(at) = award.ended_at {
        told.push((at, t.say(words::state_key(award.state)), None));
    }
    told.sort_by_key(|(at, ..)| *at);
    let moment = |(at, title, text): (domain::Moment, String, Option<String>)| Moment {
        title,
        when: t.when(at, visit.zone()),
        machine: at.rfc3339(),
        text,
        done: true,
    };
    let mut story: Vec<Moment> = told.into_iter().map(moment).collect();
    story.extend(to_come(t, case));
    story
}

/// Reports that are owed.
fn to_come(t: Locale, case: &Case) -> Vec<Moment> {
    let running = case.award.state.is_running();
    let owed = case.reports.iter().filter(|one| one.state.is_owed());
    let one = |row: &crate::store::award::ReportRow| Moment {
        title: words::report(t, row),
        when: String::new(),
        machine: String::new(),
        text: Some(t.with("award-due-on", "day", t.day(row.due_on))),
        done: false,
    };
    owed.filter(|_| running).map(one).collect()
}
