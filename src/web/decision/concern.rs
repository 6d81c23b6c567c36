//! What list screening and due diligence leave open about an award, on the page of its
//! decision.

use super::diligence::reason;
use super::page::DecisionPage;
use super::seen::Seen;
use crate::domain::Problems;
use crate::policy::Actor;
use crate::web::forms::Fields;
use crate::web::list_screening::{ShownConcern, concern};
use crate::web::visit::Visit;

/// What is open, with the reason as it was typed and what is wrong with that.
pub fn of(
    visit: &Visit,
    actor: &Actor,
    seen: &Seen,
    (typed, problems): (&str, &Problems),
) -> Option<ShownConcern> {
    let about = (&seen.case, seen.concern, seen.acknowledged.as_ref());
    let ask = Fields {
        t: visit.t,
        problems,
    };
    concern(visit, actor, about, (&ask, typed))
}

impl DecisionPage {
    /// The page after a reason was refused, with both as they were typed.
    #[must_use]
    pub fn reasoned(
        mut self,
        visit: &Visit,
        actor: &Actor,
        seen: &Seen,
        ((list, diligence), problems): ((&str, &str), &Problems),
    ) -> Self {
        if let Some(current) = &mut self.current {
            current.concern = of(visit, actor, seen, (list, problems));
            current.diligence = reason(visit.t, seen, (diligence, problems));
        }
        self.chrome = self.chrome.problems(visit.t, problems);
        self
    }
}
