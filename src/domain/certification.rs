//! A named officer's word that the answers are true, given for the answers as
//! they stood: a change takes it away.

use super::numerals::one_line;
use super::{Message, Moment, Problems};

/// Most characters of an officer's name or role.
pub const OFFICER_MOST: usize = 120;

/// Who certifies, as typed and tidied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    pub name: String,
    /// What the officer is in the organisation, such as "director".
    pub role: String,
}

/// A statement as posted: fields `certifier_name`, `certifier_role`, `certify`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statement {
    pub name: String,
    pub role: String,
    /// The statement was ticked.
    pub agreed: bool,
}

impl Statement {
    /// Whether nothing was typed at all.
    pub fn is_empty(&self) -> bool {
        self.name.trim().is_empty() && self.role.trim().is_empty() && !self.agreed
    }

    /// The officer, when name, role and statement are all there.
    pub fn read(&self) -> Result<Officer, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("certifier_name", line(&self.name));
        let role = problems.take("certifier_role", line(&self.role));
        if !self.agreed {
            problems.add("certify", Message::new("error-certify"));
        }
        match (name, role, problems.is_empty()) {
            (Some(name), Some(role), true) => Ok(Officer { name, role }),
            _ => Err(problems),
        }
    }
}

fn line(text: &str) -> Result<String, Message> {
    let line = one_line(text);
    match line.chars().count() {
        0 => Err(Message::new("error-required")),
        1..=OFFICER_MOST => Ok(line),
        _ => Err(Message::new("error-too-long").with("most", OFFICER_MOST as i64)),
    }
}

/// A certification that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certification {
    pub officer: Officer,
    /// Staff took it down as the officer told it.
    pub taken_down: bool,
    pub certified_at: Moment,
    /// Digest of the answers as they stood.
    pub digest: String,
}

impl Certification {
    /// Whether it is for answers of this digest.
    pub fn covers(&self, digest: &str) -> bool {
        self.digest == digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(statement: &Statement) -> Vec<String> {
        let problems = statement.read().unwrap_err();
        problems.0.into_iter().map(|p| p.field).collect()
    }

    #[test]
    fn name_role_and_statement_are_all_needed() {
        let whole = Statement {
            name: " Rana  Haddad ".to_owned(),
            role: "مديرة".to_owned(),
            agreed: true,
        };
        assert_eq!(
            whole.read().unwrap(),
            Officer {
                name: "Rana Haddad".to_owned(),
                role: "مديرة".to_owned()
            }
        );
        let all = ["certifier_name", "certifier_role", "certify"];
        assert_eq!(fields(&Statement::default()), all);
        let long = Statement {
            role: "م".repeat(OFFICER_MOST + 1),
            ..whole.clone()
        };
        assert_eq!(fields(&long), ["certifier_role"]);
        let silent = Statement {
            agreed: false,
            ..whole
        };
        assert_eq!(fields(&silent), ["certify"]);
    }

    #[test]
    fn it_covers_the_answers_it_was_given_for_and_no_others() {
        let given = Certification {
            officer: Officer {
                name: "Rana".to_owned(),
                role: "director".to_owned(),
            },
            taken_down: false,
            certified_at: Moment::from_micros(0),
            digest: "ab".to_owned(),
        };
        assert!(given.covers("ab"));
        assert!(!given.covers("abc"));
    }
}
