//! A form of a page: what stands in it, what can be typed or chosen.

use scraper::ElementRef;

use super::page::{selector, text};

/// A form of a page with what stands in it.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    /// `get` or `post`.
    pub method: String,
    /// What would be sent if nothing were typed.
    pub filled: Vec<(String, String)>,
    /// Controls that can be typed into, chosen or pressed.
    controls: Vec<Control>,
}

#[derive(Debug, Clone)]
struct Control {
    name: String,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Text,
    /// The only values that a reader can send: hidden, radio, checkbox, option, button.
    Only(Vec<String>),
}

impl Form {
    /// Reads a form of the page at `path`.
    pub fn read(path: &str, form: ElementRef) -> Self {
        let here = path.split('?').next().unwrap_or_default().to_owned();
        let mut read = Self {
            action: form.attr("action").map_or(here, str::to_owned),
            method: form.attr("method").unwrap_or("get").to_lowercase(),
            filled: Vec::new(),
            controls: Vec::new(),
        };
        for control in form.select(&selector("input, select, textarea, button")) {
            read.add(control);
        }
        read
    }

    fn add(&mut self, control: ElementRef) {
        let Some(name) = control.attr("name") else {
            return;
        };
        let value = control.attr("value").unwrap_or_default().to_owned();
        match (
            control.value().name(),
            control.attr("type").unwrap_or("text"),
        ) {
            ("button", _) | ("input", "submit") => self.offer(name, value),
            ("input", "file") => self.controls.push(Control {
                name: name.to_owned(),
                kind: Kind::Text,
            }),
            ("input", "hidden") => {
                self.fill(name, &value);
                self.offer(name, value);
            }
            ("input", "radio" | "checkbox") => {
                if control.attr("checked").is_some() {
                    self.fill(name, &value);
                }
                self.offer(name, value);
            }
            ("select", _) => self.add_select(name, control),
            ("textarea", _) => self.add_text(name, &control.text().collect::<String>()),
            _ => self.add_text(name, &value),
        }
    }

    fn add_text(&mut self, name: &str, value: &str) {
        self.fill(name, value);
        self.controls.push(Control {
            name: name.to_owned(),
            kind: Kind::Text,
        });
    }

    fn add_select(&mut self, name: &str, select: ElementRef) {
        let option = selector("option");
        let value = |option: ElementRef| {
            option
                .attr("value")
                .map_or_else(|| text(option), str::to_owned)
        };
        let chosen = select
            .select(&option)
            .find(|option| option.attr("selected").is_some());
        // A browser sends the first option when none is marked.
        if let Some(chosen) = chosen.or_else(|| select.select(&option).next()) {
            self.fill(name, &value(chosen));
        }
        for option in select.select(&option) {
            self.offer(name, value(option));
        }
    }

    fn fill(&mut self, name: &str, value: &str) {
        self.filled.push((name.to_owned(), value.to_owned()));
    }

    fn offer(&mut self, name: &str, value: String) {
        for control in &mut self.controls {
            if let Kind::Only(values) = &mut control.kind
                && control.name == name
            {
                values.push(value);
                return;
            }
        }
        self.controls.push(Control {
            name: name.to_owned(),
            kind: Kind::Only(vec![value]),
        });
    }

    /// The names under which something is sent, each once, in their order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for control in &self.controls {
            if !names.contains(&control.name) {
                names.push(control.name.clone());
            }
        }
        names
    }

    /// Whether a reader could send this value under this name.
    pub fn takes(&self, name: &str, value: &str) -> bool {
        self.controls.iter().any(|control| {
            control.name == name
                && match &control.kind {
                    Kind::Text => true,
                    // An empty value unticks every box.
                    Kind::Only(values) => value.is_empty() || values.iter().any(|own| own == value),
                }
        })
    }

    /// The values on offer under a name: options, radios, boxes, buttons.
    pub fn offered(&self, name: &str) -> Vec<String> {
        let of = self.controls.iter().filter(|control| control.name == name);
        of.flat_map(|control| match &control.kind {
            Kind::Text => Vec::new(),
            Kind::Only(values) => values.clone(),
        })
        .collect()
    }

    /// What is sent: what stood in the form, with the given values in its place.
    /// A name given several times is sent several times.
    pub fn filled(&self, given: &[(&str, &str)]) -> Vec<(String, String)> {
        let is_given = |name: &str| given.iter().any(|(other, _)| *other == name);
        let is_text = |name: &str| {
            self.controls
                .iter()
                .any(|c| c.name == name && matches!(c.kind, Kind::Text))
        };
        let kept = self
            .filled
            .iter()
            .filter(|(name, _)| !is_given(name))
            .cloned();
        // Nothing is sent for boxes that were all unticked.
        let typed = given.iter().filter(|(name, value)| {
            !value.is_empty() || is_text(name) || self.offered(name).iter().any(String::is_empty)
        });
        let typed = typed.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        kept.chain(typed).collect()
    }
}
