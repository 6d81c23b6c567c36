//! The Fluent bundles, one per language, read once from the embedded files.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use rust_embed::Embed;

use crate::domain::Language;

#[derive(Embed)]
#[folder = "locales"]
struct Locales;

/// All messages of one language.
pub type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 3]> = LazyLock::new(|| Language::ALL.map(build));

/// The messages of a language.
pub fn bundle(language: Language) -> &'static Bundle {
    &BUNDLES[language as usize]
}

fn build(language: Language) -> Bundle {
    let id = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_formatter(Some(match language {
        Language::English => numbers_in_english,
        Language::Arabic => numbers_in_arabic,
        Language::Hebrew => numbers_in_hebrew,
    }));
    let folder = format!("{}/", language.code());
    for path in Locales::iter().filter(|path| path.starts_with(&folder)) {
        add(&mut bundle, &path);
    }
    bundle
}

/// Adds a file; what can't be read is logged and left out, and the test of the
/// locales fails on it long before anybody runs it.
fn add(bundle: &mut Bundle, path: &str) {
    let Some(file) = Locales::get(path) else {
        return;
    };
    let text = String::from_utf8_lossy(&file.data).into_owned();
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
        tracing::error!(path, ?errors, "a locale file has mistakes");
        resource
    });
    if let Err(errors) = bundle.add_resource(resource) {
        tracing::error!(path, ?errors, "a message is defined twice");
    }
}

fn number(value: &FluentValue, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let whole = super::plural::printed(number);
    Some(super::format::format(language).whole(whole))
}

fn numbers_in_english(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    number(value, Language::English)
}

fn numbers_in_arabic(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    number(value, Language::Arabic)
}

fn numbers_in_hebrew(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    number(value, Language::Hebrew)
}
