//! Everybody goes wherever links lead them and sends what no honest person types into
//! every form that is found there: no answer is a fault of ours, and nothing comes back
//! as markup. The same values go the same way in every run. Everybody walks once, or so
//! often that all send as many hostile requests as the variable `EVENHAND_TEST_HOSTILE`
//! says, each time with other values beside each other (docs/faults.md).

mod often;
mod values;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Instant;

use self::often::{Tally, walks};
use self::values::{hostile, kind};
use crate::files::{MULTIPART, multipart};
use crate::links::{busy, targets};
use crate::story::Story;
use crate::support::{Form, Page, Person, encode};

/// Addresses of one shape that are opened; the others are as these are.
const ALIKE: usize = 2;
/// Forms with the same fields that are sent: a form of a hundred questions has as many
/// pages to change one.
const SAME_FIELDS: usize = 4;
/// Times that a form is sent in which nothing is typed.
const TURNS_OF_CHOICES: usize = 3;
/// Forms that end the walk, or are on every page.
const PASSED_OVER: [&str; 4] = ["/sign-out", "/exit", "/language", "/admin/people/sessions"];

/// A form and the page on which it stands.
struct Found {
    page: String,
    action: String,
    names: Vec<String>,
}

impl Found {
    /// The form as it stands there now; nothing where it is gone.
    fn again(&self, person: &Person) -> Option<Form> {
        let page = person.get(&self.page);
        let is_page = page.header("content-type").unwrap_or_default();
        let all = is_page.starts_with("text/html").then(|| page.forms("form"));
        let same = |form: &Form| form.action == self.action && form.names() == self.names;
        all.unwrap_or_default().into_iter().find(same)
    }
}

/// A walk of one person, with what was wrong on it.
struct Walk<'a> {
    person: &'a Person,
    values: Vec<String>,
    /// Times that a form with something to type is sent, at most.
    turns: usize,
    wrong: Vec<String>,
    posts: usize,
    /// How often somebody walked so before: other values stand beside each other then.
    before: usize,
    tally: Tally,
}

impl<'a> Walk<'a> {
    fn new(person: &'a Person, other: &str, before: usize) -> Self {
        Self {
            person,
            values: hostile(other),
            turns: usize::MAX,
            wrong: Vec::new(),
            posts: 0,
            before,
            tally: Tally::default(),
        }
    }

    /// One request, timed. Pages that are only opened are not counted.
    fn timed(&mut self, what: &str, ask: impl FnOnce(&Person) -> Page) -> Page {
        let began = Instant::now();
        let page = ask(self.person);
        let took = began.elapsed();
        if took > self.tally.slowest.0 {
            self.tally.slowest = (took, what.to_owned());
        }
        page
    }

    /// Notes what is wrong with an answer.
    fn look(&mut self, what: &str, page: &Page) {
        if page.status >= 500 {
            self.wrong.push(format!("{what}: {}", page.status));
        }
        if page.header("bcc").is_some() {
            self.wrong.push(format!("{what}: a header was made"));
        }
        let kind = page.header("content-type").unwrap_or_default();
        if !kind.starts_with("text/html") {
            return;
        }
        let source = page.source();
        let named = source.contains("onhostile") && page.has("[onhostile]");
        if source.contains("<x-hostile") || named {
            self.wrong.push(format!("{what}: comes back as markup"));
        }
    }

    /// Opens what a person is led to from a page on, a few of each shape, and answers
    /// with the forms that stand there, those with most fields first: the others end
    /// things more often.
    fn forms(&mut self, first: &str) -> Vec<Found> {
        let mut waiting = VecDeque::from([first.to_owned()]);
        let mut seen = BTreeSet::from([first.to_owned()]);
        let mut opened: BTreeMap<String, usize> = BTreeMap::new();
        let mut found: BTreeMap<Vec<String>, BTreeMap<String, Found>> = BTreeMap::new();
        while let Some(address) = waiting.pop_front() {
            let alike = opened.entry(kind(&address)).or_default();
            if *alike >= ALIKE {
                continue;
            }
            *alike += 1;
            let what = format!("GET {address}");
            let page = self.timed(&what, |person| person.get(&address));
            self.look(&what, &page);
            for target in targets(&page) {
                if seen.insert(target.clone()) {
                    waiting.push_back(target);
                }
            }
            for form in forms_of(&page) {
                let names = form.names();
                let one = Found {
                    page: address.clone(),
                    action: form.action,
                    names: names.clone(),
                };
                let same = found.entry(names).or_default();
                if same.len() < SAME_FIELDS {
                    same.entry(kind(&one.action)).or_insert(one);
                }
            }
        }
        let found = found.into_values().flat_map(BTreeMap::into_values);
        let mut found: Vec<Found> = found.collect();
        found.sort_by_key(|one| Reverse(one.names.len()));
        found
    }

    /// Sends a form once for each hostile value, which each field gets in another turn.
    fn send(&mut self, found: &Found) {
        let Some(mut form) = found.again(self.person) else {
            return;
        };
        let is_free = |name: &String| form.offered(name).is_empty();
        let turns = match found.names.iter().any(is_free) {
            true => self.turns.min(self.values.len()),
            false => TURNS_OF_CHOICES,
        };
        // Where not all turns are taken, each kind of form begins with another value.
        let first = kind(&found.action).bytes().map(usize::from).sum::<usize>();
        for turn in first..first + turns {
            let pairs = self.filled(&form, turn);
            let with_file = found.names.iter().any(|name| name == "file");
            let typed = |(_, value): &(String, String)| self.values.contains(value);
            let hostile = with_file || pairs.iter().any(typed);
            let what = format!("{} {} turn {turn}", form.method, form.action);
            let page = if form.method == "get" {
                let short = |value: &str| value.chars().take(500).collect::<String>();
                let pairs = pairs
                    .iter()
                    .map(|(name, value)| (name.clone(), short(value)));
                let address = format!("{}?{}", form.action, encode(&pairs.collect::<Vec<_>>()));
                self.timed(&what, |person| person.get_once(&address))
            } else if with_file {
                let (body, kind) = (self.file(turn), [MULTIPART]);
                self.timed(&what, |person| {
                    person.ask("POST", &form.action, &kind, Some(&body))
                })
            } else {
                self.timed(&what, |person| person.post(&form.action, &pairs))
            };
            self.posts += 1;
            self.tally.hostile += usize::from(hostile);
            self.look(&what, &page);
            if (301..=303).contains(&page.status) {
                let next = self.timed(&what, |person| person.get(page.location()));
                self.look(&format!("{what}, after it"), &next);
                match found.again(self.person) {
                    Some(again) => form = again,
                    None => return,
                }
            }
        }
        if form.method == "post" {
            self.send_bytes(&form);
        }
    }

    /// The fields of a form in one turn: what can only be chosen is honest in two turns
    /// of three, and so is what nobody sees.
    fn filled(&self, form: &Form, turn: usize) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (place, name) in form.names().into_iter().enumerate() {
            let own = form.filled.iter().find(|(own, _)| *own == name);
            let own = own.map(|(_, value)| value.clone());
            if name == "csrf" {
                pairs.push((name, own.unwrap_or_default()));
                continue;
            }
            let offered = form.offered(&name).into_iter().find(|one| !one.is_empty());
            let honest = turn % 3 != place % 3;
            let value = match offered {
                Some(offered) if honest => own.filter(|own| !own.is_empty()).unwrap_or(offered),
                _ => {
                    let beside = place * (2 * self.before + 1);
                    self.values[(turn + beside) % self.values.len()].clone()
                }
            };
            pairs.push((name, value));
        }
        pairs
    }

    /// A form with a file of a hostile name and a hostile content.
    fn file(&self, turn: usize) -> Vec<u8> {
        let value = &self.values[turn % self.values.len()];
        let kinds = [
            ("a.csv", "text/csv"),
            ("a.pdf", "application/pdf"),
            ("a.json", ""),
        ];
        let (name, kind) = kinds[turn % kinds.len()];
        let content = format!("application,reviewer\n{value},{value}\n\"{value}");
        let file = (&*format!("{value}{name}"), kind, content.as_bytes());
        multipart(&[("csrf", &self.person.csrf())], &[file])
    }

    /// Bytes that are no text, and NUL: never taken.
    fn send_bytes(&mut self, form: &Form) {
        for bytes in ["%FF%FE", "%ED%A0%80", "%00"] {
            let body = format!("{}&x={bytes}", encode(&form.filled));
            let kind = [("content-type", "application/x-www-form-urlencoded")];
            let what = format!("POST {} with {bytes}", form.action);
            let page = self.timed(&what, |person| {
                person.ask("POST", &form.action, &kind, Some(body.as_bytes()))
            });
            self.tally.hostile += 1;
            if !(400..=499).contains(&page.status) {
                self.wrong.push(format!("{what}: {}", page.status));
            }
        }
    }

    /// Walks, sends everything, and walks again to see what has become of it.
    fn whole(mut self, first: &str, least: usize) -> Tally {
        let forms = self.forms(first);
        assert!(forms.len() >= least, "{} forms were found", forms.len());
        for found in &forms {
            self.send(found);
        }
        self.forms(first);
        assert_eq!(self.wrong, [""; 0], "{} posts", self.posts);
        assert!(self.posts >= least * 5, "{} posts", self.posts);
        self.tally
    }
}

/// The forms of a page that are walked into.
fn forms_of(page: &Page) -> Vec<Form> {
    let kind = page.header("content-type").unwrap_or_default();
    if !kind.starts_with("text/html") {
        return Vec::new();
    }
    let mut forms = page.forms("form");
    forms.retain(|form| {
        form.action.starts_with('/') && !PASSED_OVER.contains(&form.action.as_str())
    });
    forms
}

#[test]
fn a_visitor_breaks_nothing() {
    walks("a visitor", |before| {
        let story = Story::new();
        let visitor = story.site.visitor();
        Walk::new(&visitor, "rana.haddad@example.org", before).whole("/", 3)
    });
}

#[test]
fn an_applicant_breaks_nothing() {
    walks("an applicant", |before| {
        let story = Story::new();
        let (_, other) = story.sent("Dov Amir", "Witness");
        let (rana, place) = story.draft("Rana Haddad", "Olive Press");
        let id = |place: &str| place.rsplit('/').next().unwrap_or_default().to_owned();
        let tally = Walk::new(&rana, &id(&other), before).whole(&place, 15);
        assert_eq!(rana.get_once("/account").status, 200, "still signed in");
        // What was typed is seen by those who judge it, and is text there as well.
        let mut ada = Walk::new(&story.ada, &id(&place), before);
        ada.forms("/home");
        assert_eq!(ada.wrong, [""; 0]);
        tally
    });
}

#[test]
fn a_reviewer_breaks_nothing() {
    walks("a reviewer", |before| {
        let (round, _omar) = busy();
        let other = round.applications[3].as_str();
        let tally = Walk::new(&round.maya, other, before).whole("/home", 5);
        assert_eq!(round.maya.get_once("/account").status, 200);
        let mut ada = Walk::new(&round.ada, "", before);
        ada.forms("/home");
        assert_eq!(ada.wrong, [""; 0]);
        tally
    });
}

#[test]
fn an_auditor_breaks_nothing() {
    walks("an auditor", |before| {
        let (round, omar) = busy();
        let other = round.applications[0].as_str();
        let tally = Walk::new(&omar, other, before).whole("/home", 2);
        assert_eq!(omar.get_once("/account").status, 200);
        tally
    });
}

#[test]
fn an_admin_breaks_nothing() {
    walks("an admin", |before| {
        let (round, _omar) = busy();
        let mut walk = Walk::new(&round.ada, round.applications[3].as_str(), before);
        // An admin has more forms than all others together.
        walk.turns = 8;
        let tally = walk.whole("/home", 40);
        assert_eq!(round.ada.get_once("/account").status, 200);
        tally
    });
}
