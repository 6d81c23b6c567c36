//! What list screening leaves open about an award, on the page of its decision.

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
    /// The page after a reason was refused, which is shown as it was typed.
    #[must_use]
    pub fn reasoned(
        mut self,
        visit: &Visit,
        actor: &Actor,
        seen: &Seen,
        typed: (&str, &Problems),
    ) -> Self {
        if let Some(current) = &mut self.current {
            current.concern = of(visit, actor, seen, typed);
        }
        self.chrome = self.chrome.problems(visit.t, typed.1);
        self
    }
}
