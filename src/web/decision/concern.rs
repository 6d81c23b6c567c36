//! What list screening and due diligence leave open about an award, on the page of its
//! decision.

use super::diligence::reason;
use super::page::DecisionPage;
use super::seen::Seen;
use crate::actions::diligence_ahead::asked;
use crate::domain::Problems;
use crate::domain::account::Role;
use crate::policy::Actor;
use crate::web::forms::Fields;
use crate::web::list_screening::{ShownConcern, concern};
use crate::web::url;
use crate::web::visit::Visit;

/// What is open, with the reason as it was typed and what is wrong with that.
pub fn of(
    visit: &Visit,
    seen: &Seen,
    (typed, problems): (&str, &Problems),
) -> Option<ShownConcern> {
    let about = (&seen.case, seen.concern, seen.acknowledged.as_ref());
    let ask = Fields {
        t: visit.t,
        problems,
    };
    concern(visit, about, (&ask, typed))
}

/// Where it is said why an award goes ahead, when nobody signs off and something is open.
pub fn alone(actor: &Actor, seen: &Seen) -> Option<String> {
    let open = seen.concern.is_some() || asked(&seen.case, &seen.diligence) > 0;
    let mine = !seen.case.matter.sign_off && actor.is(Role::Admin);
    let place = url::decision(seen.case.application.id);
    (open && mine).then(|| format!("{place}/acknowledgement"))
}

impl DecisionPage {
    /// The page after a reason was refused, with both as they were typed.
    #[must_use]
    pub fn reasoned(
        mut self,
        visit: &Visit,
        seen: &Seen,
        ((list, diligence), problems): ((&str, &str), &Problems),
    ) -> Self {
        if let Some(current) = &mut self.current {
            current.concern = of(visit, seen, (list, problems));
            current.diligence = reason(visit.t, seen, (diligence, problems));
        }
        self.chrome = self.chrome.problems(visit.t, problems);
        self
    }
}
