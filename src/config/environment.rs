//! Settings out of the environment.

use figment::Figment;
use figment::providers::Env;

use super::NOT_SETTINGS;

/// Adds what the environment sets. What is text by its default is taken as it stands: a
/// password of digits alone is no number.
pub fn merged(settings: Figment) -> Figment {
    let variables = || Env::prefixed("EVENHAND_").ignore(&NOT_SETTINGS);
    let texts: Vec<(String, String)> = variables()
        .iter()
        .map(|(name, value)| (name.as_str().to_owned(), value))
        .filter(|(name, _)| {
            settings
                .find_value(name)
                .is_ok_and(|one| one.as_str().is_some())
        })
        .collect();
    let all = settings.merge(variables());
    texts.into_iter().fold(all, |all, text| all.merge(text))
}
