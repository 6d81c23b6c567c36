//! A page as its reader sees it: headings, links, problems, tables, forms.

use scraper::{ElementRef, Html, Selector};
use ureq::Body;
use ureq::http::{HeaderMap, Response};

use super::form::Form;

/// An answer of the site.
pub struct Page {
    /// Path and query that was asked for.
    pub path: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Page {
    /// Reads an answer whole.
    pub fn read(path: &str, mut answer: Response<Body>) -> Self {
        let body = answer
            .body_mut()
            .with_config()
            .limit(64 << 20)
            .read_to_vec();
        Self {
            path: path.to_owned(),
            status: answer.status().as_u16(),
            headers: answer.headers().clone(),
            body: body.unwrap_or_else(|problem| panic!("{path} broke off: {problem}")),
        }
    }

    // The answer.

    /// The first header of a name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .get(name)
            .map(|value| value.to_str().expect("an ASCII header"))
    }

    /// Every header of a name.
    pub fn headers_named(&self, name: &str) -> Vec<&str> {
        let all = self.headers.get_all(name).iter();
        all.map(|value| value.to_str().expect("an ASCII header"))
            .collect()
    }

    /// Where the answer leads, empty when nowhere.
    pub fn location(&self) -> &str {
        self.header("location").unwrap_or("")
    }

    /// The body as text.
    pub fn source(&self) -> &str {
        std::str::from_utf8(&self.body).expect("pages are UTF-8")
    }

    fn html(&self) -> Html {
        Html::parse_document(self.source())
    }

    // Any part of it, by a CSS selector.

    /// The texts of what a selector finds.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.html().select(&selector(css)).map(text).collect()
    }

    /// The text of the one element that a selector finds.
    pub fn the(&self, css: &str) -> String {
        let mut found = self.texts(css);
        assert_eq!(
            found.len(),
            1,
            "{css} on {}: {found:?}\n{}",
            self.path,
            self.text()
        );
        found.remove(0)
    }

    /// Whether a selector finds anything.
    pub fn has(&self, css: &str) -> bool {
        self.html().select(&selector(css)).next().is_some()
    }

    /// An attribute of everything that a selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let html = self.html();
        let selector = selector(css);
        let found = html.select(&selector);
        found
            .filter_map(|element| element.attr(name))
            .map(str::to_owned)
            .collect()
    }

    // What readers look for.

    /// The title of the window.
    pub fn title(&self) -> String {
        self.the("title")
    }

    /// The one main heading.
    pub fn heading(&self) -> String {
        self.the("h1")
    }

    /// Everything that can be read in the main part, spaces folded.
    pub fn text(&self) -> String {
        self.texts("main").join(" ")
    }

    /// `lang` and `dir` of the document.
    pub fn language(&self) -> (String, String) {
        let one = |name| self.attributes("html", name).join("");
        (one("lang"), one("dir"))
    }

    /// The notice of the last action, empty for none.
    pub fn notice(&self) -> String {
        self.texts(".notice[role='status']").join(" ")
    }

    /// The entries of the error summary, in order.
    pub fn problems(&self) -> Vec<String> {
        self.texts("#problems li")
    }

    /// The message beside a field, empty for none.
    pub fn error(&self, field: &str) -> String {
        self.texts(&format!("[id='f-{}-error']", field.replace('.', "-")))
            .join(" ")
    }

    /// What stands in a field.
    pub fn value(&self, field: &str) -> String {
        let forms = self.forms("main form");
        let mut all = forms.iter().flat_map(|form| &form.filled);
        let found = all
            .find(|(name, _)| name == field)
            .map(|(_, value)| value.clone());
        found.unwrap_or_else(|| panic!("{} has no field {field} with a value", self.path))
    }

    /// The value of the first hidden field of a name.
    pub fn value_of_hidden(&self, name: &str) -> String {
        let found = self.attributes(&format!("input[type='hidden'][name='{name}']"), "value");
        found
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("{} has no {name}", self.path))
    }

    /// Words and target of every link of the main part.
    pub fn links(&self) -> Vec<(String, String)> {
        self.links_in("main a[href]")
    }

    /// Words and target of every link of the navigation.
    pub fn navigation(&self) -> Vec<(String, String)> {
        self.links_in("nav.menu .menu-links a[href]")
    }

    fn links_in(&self, css: &str) -> Vec<(String, String)> {
        let html = self.html();
        let link = |element: ElementRef| {
            (
                text(element),
                element.attr("href").unwrap_or_default().to_owned(),
            )
        };
        html.select(&selector(css)).map(link).collect()
    }

    /// Target of the first link with these words, anywhere on the page.
    pub fn link(&self, words: &str) -> String {
        let all = self.links_in("a[href]");
        let found = all.iter().find(|(text, _)| text == words);
        found
            .unwrap_or_else(|| panic!("{} has no link {words:?}: {all:?}", self.path))
            .1
            .clone()
    }

    /// Words of every button of the main part.
    pub fn buttons(&self) -> Vec<String> {
        self.texts("main button")
    }

    /// The cells of the body of the table with this caption, row by row.
    pub fn table(&self, caption: &str) -> Vec<Vec<String>> {
        let html = self.html();
        let (table, head) = (selector("table"), selector("caption"));
        let found = html
            .select(&table)
            .find(|table| table.select(&head).map(text).collect::<String>() == caption);
        let table = found.unwrap_or_else(|| panic!("{} has no table {caption:?}", self.path));
        let cells = selector("th, td");
        let row = |row: ElementRef| row.select(&cells).map(text).collect();
        table.select(&selector("tbody tr")).map(row).collect()
    }

    /// One column of that table.
    pub fn column(&self, caption: &str, column: usize) -> Vec<String> {
        self.table(caption)
            .into_iter()
            .map(|mut row| row.swap_remove(column))
            .collect()
    }

    /// A selector of the one table row in which a cell reads so.
    pub fn row_selector(&self, cell: &str) -> String {
        let html = self.html();
        let (rows, cells) = (selector("tbody tr"), selector("th, td"));
        let has = |row: &ElementRef| row.select(&cells).map(text).any(|own| own == cell);
        let found: Vec<_> = html
            .select(&rows)
            .enumerate()
            .filter(|(_, row)| has(row))
            .collect();
        assert_eq!(found.len(), 1, "rows with {cell} on {}", self.path);
        format!("tbody tr:nth-child({})", found[0].0 + 1)
    }

    // Forms.

    /// The first form with this action, or that this selector finds, into which
    /// the given values fit.
    pub fn form(&self, wanted: &str, given: &[(&str, &str)]) -> Form {
        let css = if wanted.starts_with('/') {
            format!("form[action='{wanted}']")
        } else {
            wanted.to_owned()
        };
        let forms = self.forms(&css);
        let fits = forms
            .iter()
            .find(|form| given.iter().all(|(name, value)| form.takes(name, value)));
        fits.cloned().unwrap_or_else(|| {
            let all: Vec<_> = self.forms("form").into_iter().map(|form| form.action).collect();
            panic!(
                "{} ({}) has no form {wanted} that takes {given:?}; its forms: {all:?}; found: {forms:#?}",
                self.path, self.status
            )
        })
    }

    /// Every form that a selector finds.
    pub fn forms(&self, css: &str) -> Vec<Form> {
        self.html()
            .select(&selector(css))
            .map(|form| Form::read(&self.path, form))
            .collect()
    }
}

pub(super) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|problem| panic!("{css}: {problem}"))
}

/// Everything to read in an element, spaces folded. Isolates, which only steer
/// the direction of what is printed, are left out.
pub(super) fn text(element: ElementRef) -> String {
    let text: String = element.text().collect();
    let text = text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
