//! Which papers a programme asks of a legal form, and which of them its gate needs.

use std::collections::BTreeMap;

use super::DocumentKind;
use crate::domain::{Message, Problems};

/// How much a kind of paper matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    NotAsked,
    /// On the list; without it an award needs no waiver.
    Asked,
    /// Without it verified, an award needs a waiver.
    Needed,
}

impl Need {
    /// Every need.
    pub const ALL: [Self; 3] = [Self::NotAsked, Self::Asked, Self::Needed];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAsked => "not_asked",
            Self::Asked => "asked",
            Self::Needed => "needed",
        }
    }

    /// The need of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.code() == code)
    }
}

/// Legal forms that have no papers of their own.
const FORMLESS: [&str; 2] = ["fiscally_sponsored", "unregistered"];
/// Legal forms under the Israeli registrars.
const ISRAELI: [&str; 2] = ["amuta", "public_benefit_company"];

/// What is asked of organisations of one legal form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs(BTreeMap<DocumentKind, Need>);

impl Needs {
    /// What a programme asks for that has said nothing else.
    pub fn standard(legal_form: &str) -> Self {
        if FORMLESS.contains(&legal_form) {
            return Self::parse("safeguarding:asked sanctions:asked");
        }
        let everywhere = "registration:needed statutes:asked accounts:asked board:asked \
                          bank:asked safeguarding:asked anti_fraud:asked sanctions:asked";
        let mut needs = Self::parse(everywhere);
        if ISRAELI.contains(&legal_form) {
            let more = "proper_management:asked submitted_papers:asked donations:asked \
                        foreign_donations:asked";
            needs.0.extend(Self::parse(more).0);
        }
        needs
    }

    /// Reads `kind:need` by `kind:need`; what it doesn't know is left out.
    pub fn parse(text: &str) -> Self {
        let pair = |part: &str| {
            let (kind, need) = part.split_once(':')?;
            Some((DocumentKind::from_code(kind)?, Need::from_code(need)?))
        };
        let pairs = text.split_whitespace().filter_map(pair);
        Self(pairs.filter(|(_, need)| *need != Need::NotAsked).collect())
    }

    /// The text that [`Needs::parse`] reads.
    pub fn text(&self) -> String {
        let pairs = self.0.iter();
        let pairs = pairs.map(|(kind, need)| format!("{}:{}", kind.code(), need.code()));
        pairs.collect::<Vec<_>>().join(" ")
    }

    /// How much a kind matters.
    pub fn of(&self, kind: DocumentKind) -> Need {
        self.0.get(&kind).copied().unwrap_or(Need::NotAsked)
    }

    /// The kinds that are asked for or needed.
    pub fn listed(&self) -> impl Iterator<Item = DocumentKind> {
        self.0.keys().copied()
    }

    /// The kinds that the gate needs.
    pub fn needed(&self) -> impl Iterator<Item = DocumentKind> {
        let needed = self.0.iter().filter(|(_, need)| **need == Need::Needed);
        needed.map(|(kind, _)| *kind)
    }
}

/// Reads what was posted for each kind of paper, fields by the codes of the kinds. Of a
/// legal form that has papers the gate needs one: else nothing could ever be verified.
pub fn read_needs(legal_form: &str, posted: &dyn Fn(&str) -> String) -> Result<Needs, Problems> {
    let (mut problems, mut needs) = (Problems::default(), Needs::default());
    for kind in DocumentKind::ALL {
        let need = Need::from_code(&posted(kind.code()));
        match problems.take(
            kind.code(),
            need.ok_or_else(|| Message::new("error-choice")),
        ) {
            Some(need @ (Need::Asked | Need::Needed)) => {
                needs.0.insert(kind, need);
            }
            Some(Need::NotAsked) | None => {}
        }
    }
    let gated = FORMLESS.contains(&legal_form) || needs.needed().next().is_some();
    if problems.is_empty() && !gated {
        let kind = DocumentKind::Registration.code();
        problems.add(kind, Message::new("error-needs-none"));
    }
    if problems.is_empty() {
        Ok(needs)
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        for form in [
            "amuta",
            "ps_association",
            "unregistered",
            "foreign",
            "other",
        ] {
            let needs = Needs::standard(form);
            assert_eq!(Needs::parse(&needs.text()), needs, "{form}");
        }
        let odd = Needs::parse("registration:needed tea:asked statutes:maybe board");
        assert_eq!(odd.text(), "registration:needed");
    }

    #[test]
    fn only_a_legal_form_has_a_gate_of_its_own() {
        let gate = |form: &str| Needs::standard(form).needed().count();
        assert_eq!((gate("amuta"), gate("foreign")), (1, 1));
        assert_eq!((gate("fiscally_sponsored"), gate("unregistered")), (0, 0));
        let amuta = Needs::standard("amuta");
        assert_eq!(amuta.of(DocumentKind::ProperManagement), Need::Asked);
        let palestinian = Needs::standard("ps_association");
        assert_eq!(
            palestinian.of(DocumentKind::ProperManagement),
            Need::NotAsked
        );
    }

    #[test]
    fn every_kind_is_answered_for() {
        let all = read_needs("amuta", &|code| {
            let needed = code == "bank";
            if needed { "needed" } else { "not_asked" }.to_owned()
        });
        assert_eq!(all.unwrap().text(), "bank:needed");
        let some = |code: &str| if code == "bank" { "" } else { "asked" }.to_owned();
        let some = read_needs("unregistered", &some);
        let wrong = some.unwrap_err();
        assert_eq!(wrong.0.len(), 1);
        assert_eq!(wrong.of("bank").unwrap().key, "error-choice");
    }

    #[test]
    fn the_gate_of_a_legal_form_needs_a_paper() {
        let asked = |_: &str| "asked".to_owned();
        let wrong = read_needs("amuta", &asked).unwrap_err();
        assert_eq!(wrong.of("registration").unwrap().key, "error-needs-none");
        assert!(read_needs("unregistered", &asked).is_ok());
    }
}
