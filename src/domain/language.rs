//! The languages of the interface and texts that exist in all of them.

/// A language that the whole interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    #[default]
    English,
    Arabic,
    Hebrew,
}

impl Language {
    /// Every language, in the order in which switches list them.
    pub const ALL: [Self; 3] = [Self::English, Self::Arabic, Self::Hebrew];

    /// BCP 47 code, as in the `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
            Self::Hebrew => "he",
        }
    }

    /// The language of a code, if the interface speaks it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// Writing direction, as in the `dir` attribute.
    pub fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
            Self::Arabic | Self::Hebrew => "rtl",
        }
    }

    /// The name of the language in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Arabic => "العربية",
            Self::Hebrew => "עברית",
        }
    }
}

/// A text that staff wrote in up to three languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Translated {
    pub en: String,
    pub ar: String,
    pub he: String,
}

impl Translated {
    /// The text in this language, or in the first one that has it.
    pub fn get(&self, language: Language) -> &str {
        let wanted = match language {
            Language::English => &self.en,
            Language::Arabic => &self.ar,
            Language::Hebrew => &self.he,
        };
        [wanted, &self.en, &self.ar, &self.he]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or("", String::as_str)
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.ar.is_empty() && self.he.is_empty()
    }
}
