//! What is shown of the names that were compared of an organisation, where it or a fiscal
//! sponsor of it stands under a code name.

use super::Role;
use crate::domain::code_name::CodeName;
use crate::domain::organisation::Organisation;

/// Covers the names of an organisation and of its sponsors by their code names.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    owner: Option<CodeName>,
    sponsors: Vec<Organisation>,
}

impl Veil {
    /// For an organisation, with all that ever consented to be its sponsors by their names.
    pub fn new(owner: &Organisation, sponsors: Vec<Organisation>) -> Self {
        Self {
            owner: owner.code_name.clone(),
            sponsors,
        }
    }

    /// What is shown of one that is compared: its spellings, or the code names in place of
    /// them.
    pub fn told(&self, roles: &[Role], spellings: &[String]) -> Vec<String> {
        let code_names = self.code_names(roles, spellings);
        match code_names.is_empty() {
            true => spellings.to_vec(),
            false => code_names,
        }
    }

    /// Whether its spellings are covered.
    pub fn covers(&self, roles: &[Role], spellings: &[String]) -> bool {
        !self.code_names(roles, spellings).is_empty()
    }

    fn code_names(&self, roles: &[Role], spellings: &[String]) -> Vec<String> {
        if let Some(name) = &self.owner {
            return vec![name.to_string()];
        }
        if !roles.contains(&Role::Sponsor) {
            return Vec::new();
        }
        let bears = |one: &&Organisation| {
            let names = [&one.name_latin, &one.name_arabic, &one.name_hebrew];
            names.into_iter().any(|name| spellings.contains(name))
        };
        let mut meant: Vec<&Organisation> = self.sponsors.iter().filter(bears).collect();
        if meant.is_empty() {
            // It bears another name by now, so it can be any of them.
            meant.extend(&self.sponsors);
        }
        let code_names = meant.into_iter().filter_map(|one| one.code_name.as_ref());
        code_names.map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::OrganisationId;
    use crate::domain::organisation::Profile;

    fn named(name: &str, code_name: &str) -> Organisation {
        let id = OrganisationId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap();
        let profile = Profile {
            name_latin: name.to_owned(),
            ..Profile::default()
        };
        Organisation {
            code_name: CodeName::kept(code_name.to_owned()),
            ..profile.check(id, &|_, _| true).unwrap()
        }
    }

    fn told(veil: &Veil, role: Role, name: &str) -> Vec<String> {
        let spellings = [name.to_owned()];
        let told = veil.told(&[role], &spellings);
        assert_eq!(veil.covers(&[role], &spellings), told != spellings);
        told
    }

    #[test]
    fn everybody_of_a_confidential_one_is_told_by_its_code_name() {
        let open = Veil::new(&named("Olive Press", ""), Vec::new());
        let secret = Veil::new(&named("Olive Press", "Amber Bell"), Vec::new());
        for role in Role::ALL {
            assert_eq!(told(&open, role, "Olive"), ["Olive"]);
            assert_eq!(told(&secret, role, "Olive"), ["Amber Bell"]);
        }
    }

    #[test]
    fn a_confidential_sponsor_is_told_by_its_code_name_also_under_a_former_name() {
        let sponsors = vec![named("Sea Fund", "Amber Bell"), named("Hill Fund", "")];
        let veil = Veil::new(&named("Olive Press", ""), sponsors);
        assert_eq!(told(&veil, Role::Sponsor, "Sea Fund"), ["Amber Bell"]);
        assert_eq!(told(&veil, Role::Sponsor, "Old Sea Fund"), ["Amber Bell"]);
        assert_eq!(told(&veil, Role::Sponsor, "Hill Fund"), ["Hill Fund"]);
        assert_eq!(told(&veil, Role::Board, "Sea Fund"), ["Sea Fund"]);
    }
}
