//! What the `templates/ui` macros print: prepared fields, links, badges and
//! pagers. Knows no feature, no request and no language; every text in it is
//! already in the reader's language.

/// One form control with everything that stands around it.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// Name posted by the browser; also the anchor of the error summary.
    pub name: String,
    pub label: String,
    /// Help between label and control.
    pub hint: Option<String>,
    /// The same wording stands here and in the error summary.
    pub error: Option<String>,
    /// What the person typed, untouched.
    pub value: String,
    pub control: Control,
    /// Optional fields say so in words.
    pub optional: bool,
    /// HTML `autocomplete` token, empty for none.
    pub autocomplete: &'static str,
    /// Says the limit before typing, such as "Up to 300 words".
    pub limit: Option<String>,
    /// Lets the script count what is typed against the limit.
    pub count: Option<Count>,
    /// Code and direction of the language that it is written in, where it is one;
    /// else the first letter decides.
    pub written_in: Option<(&'static str, &'static str)>,
}

/// What the script counts, as the server does.
#[derive(Debug, Clone, Copy)]
pub struct Count {
    pub most: usize,
    /// `words` or `characters`.
    pub unit: &'static str,
}

/// How a field is asked.
#[derive(Debug, Clone)]
pub enum Control {
    /// One line of free text, `dir=auto`.
    Line(Width),
    /// The same with a `datalist` of this id to choose from.
    Listed(&'static str),
    /// A short code in capitals with a `datalist` of this id to choose from.
    Code(&'static str),
    /// One line that is always left to right: e-mail, address, number, date.
    Latin {
        kind: &'static str,
        inputmode: &'static str,
        width: Width,
    },
    /// A password with the browser's manager allowed.
    Password,
    /// Several lines of free text; the number is the visible rows.
    Area(u8),
    Select(Vec<Choice>),
    Radios(Vec<Choice>),
    Checkboxes(Vec<Choice>),
    /// A single statement to tick; the label is the statement.
    Tick,
    /// An amount; the text is the currency code printed before the box.
    Amount(String),
    /// What is posted as it was shown, without a box.
    Hidden,
}

impl Default for Control {
    fn default() -> Self {
        Self::Line(Width::Full)
    }
}

/// Hints at the length of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    Short,
    Medium,
    Full,
}

impl Width {
    /// The CSS class that draws this width.
    pub fn class(self) -> &'static str {
        match self {
            Self::Short => "input-short",
            Self::Medium => "input-medium",
            Self::Full => "input-full",
        }
    }
}

/// One option of a select, radio group or checkbox group.
#[derive(Debug, Clone)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    pub chosen: bool,
}

impl Field {
    /// The id of the control, fit for a fragment link.
    pub fn id(&self) -> String {
        format!("f-{}", self.name.replace('.', "-"))
    }

    /// Ids for `aria-describedby`, or an empty string.
    pub fn described_by(&self) -> String {
        let id = self.id();
        let mut ids = Vec::new();
        if self.hint.is_some() || self.limit.is_some() {
            ids.push(format!("{id}-hint"));
        }
        if self.error.is_some() {
            ids.push(format!("{id}-error"));
        }
        ids.join(" ")
    }

    /// Whether the tick box of a `Tick` is set.
    pub fn ticked(&self) -> bool {
        self.value == "yes"
    }
}

/// A problem in the error summary, linked to its field.
#[derive(Debug, Clone)]
pub struct Problem {
    /// `#f-name`, or empty when it belongs to the whole form.
    pub href: String,
    pub text: String,
}

/// A link with its words.
#[derive(Debug, Clone)]
pub struct Link {
    pub href: String,
    pub text: String,
    /// Marks the page that the reader is on (`aria-current`).
    pub current: bool,
}

impl Link {
    /// A link that is not the current page.
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            text: text.into(),
            current: false,
        }
    }
}

/// The colour of a badge or notification; never the only carrier of meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Neutral,
    Info,
    Good,
    Warn,
    Bad,
}

impl Tone {
    /// The CSS class suffix of this tone.
    pub fn class(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

/// A short state in words, with a tone.
#[derive(Debug, Clone)]
pub struct Badge {
    pub text: String,
    pub tone: Tone,
}

/// A message shown once after an action.
#[derive(Debug, Clone)]
pub struct Notice {
    pub tone: Tone,
    pub text: String,
}

/// One row of a task list.
#[derive(Debug, Clone)]
pub struct Task {
    pub href: String,
    pub title: String,
    pub hint: Option<String>,
    pub state: Badge,
}

/// One row of a summary list: a question and its answer.
#[derive(Debug, Clone)]
pub struct SummaryRow {
    pub key: String,
    /// Paragraphs of plain text; empty means "not answered".
    pub paragraphs: Vec<String>,
    /// Where to change it, with the hidden words that name the field.
    pub change: Option<Link>,
}

/// A moment in a timeline.
#[derive(Debug, Clone)]
pub struct Moment {
    pub title: String,
    /// The instant in words with its zone; empty for what is still to come.
    pub when: String,
    /// `datetime` attribute in UTC; empty when `when` is.
    pub machine: String,
    pub text: Option<String>,
    pub done: bool,
}

/// Links to the pages before and after this one in a long list.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    pub earlier: Option<String>,
    pub later: Option<String>,
}

impl Pager {
    /// Rows on one page of a list that is passed over by number.
    pub const ROWS: usize = 50;

    /// Of a list of `all` rows of which `after` are passed over. `place` is its address,
    /// with whatever else is asked for.
    pub fn by_offset(place: &str, after: usize, all: usize) -> Self {
        let mark = if place.contains('?') { '&' } else { '?' };
        let at = |after: usize| format!("{place}{mark}after={after}");
        let next = after.saturating_add(Self::ROWS);
        Self {
            earlier: (after > 0).then(|| at(after.saturating_sub(Self::ROWS))),
            later: (next < all).then(|| at(next)),
        }
    }
}

/// A bar of a chart: its share is printed as words beside the picture.
#[derive(Debug, Clone)]
pub struct Bar {
    pub label: String,
    pub value: String,
    /// 0 to 100, in whole per cent; more than 100 is drawn as full.
    pub percent: u32,
    pub tone: Tone,
}

impl Bar {
    /// Width of the drawn part in hundredths of the picture.
    pub fn drawn(&self) -> u32 {
        self.percent.min(100)
    }
}

/// A language of the switch, named in itself.
#[derive(Debug, Clone)]
pub struct Language {
    pub code: &'static str,
    pub name: &'static str,
    pub current: bool,
}

/// From the lowest to the highest of several scores, with their mean, on a line
/// from 0 to 100: drawn beside the same in words.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    pub low: u32,
    pub high: u32,
    pub mean: u32,
}

impl Range {
    /// Width of the drawn part; a single score is still seen.
    pub fn width(&self) -> u32 {
        self.high.saturating_sub(self.low).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Pager;

    #[test]
    fn a_list_is_paged_by_how_many_rows_are_passed_over() {
        let pager = |place, after, all| {
            let Pager { earlier, later } = Pager::by_offset(place, after, all);
            (earlier.unwrap_or_default(), later.unwrap_or_default())
        };
        let links = |earlier: &str, later: &str| (earlier.to_owned(), later.to_owned());
        assert_eq!(pager("/list", 0, 50), links("", ""));
        assert_eq!(pager("/list", 0, 51), links("", "/list?after=50"));
        assert_eq!(pager("/list", 20, 51), links("/list?after=0", ""));
        let some = links("/list?show=open&after=50", "/list?show=open&after=150");
        assert_eq!(pager("/list?show=open", 100, 200), some);
        assert_eq!(pager("/list", usize::MAX, 200).1, "");
    }
}
