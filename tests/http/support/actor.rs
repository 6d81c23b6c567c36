//! A person with a browser: cookies, links, forms. Knows only what pages and
//! letters say.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use evenhand::domain::account::Role;
use evenhand::store::Database;
use evenhand::store::outbox::{self, OutboxRow};
use ureq::Agent;
use ureq::http::{Method, Request};

use super::page::Page;
use super::server::PUBLIC;

/// The password that people choose when nothing else is said.
pub const PASSWORD: &str = "olive trees by the old road";

/// Redirects followed in a row before the story fails.
const MOST_REDIRECTS: usize = 5;

/// A person with a browser of their own.
pub struct Person {
    pub name: String,
    pub email: String,
    pub password: String,
    /// Sent with every request, such as `Accept-Language`.
    pub headers: Vec<(&'static str, String)>,
    address: String,
    agent: Agent,
    cookies: Mutex<BTreeMap<String, String>>,
    database: Database,
}

impl Person {
    /// Somebody at the door of a site.
    pub fn new(address: String, database: Database) -> Self {
        let config = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .proxy(None)
            .user_agent("Browser of a story")
            .build();
        Self {
            name: String::new(),
            email: String::new(),
            password: PASSWORD.to_owned(),
            headers: Vec::new(),
            address,
            agent: config.new_agent(),
            cookies: Mutex::default(),
            database,
        }
    }

    /// The same person with a name, and an address made of it.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self.email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        self
    }

    /// The same person at another browser, not signed in there.
    pub fn at_another_browser(&self) -> Self {
        Self {
            name: self.name.clone(),
            email: self.email.clone(),
            password: self.password.clone(),
            ..Self::new(self.address.clone(), self.database.clone())
        }
    }

    /// The same browser, led to another server by whatever stands in front of both.
    pub fn led_to(&self, address: &str) -> Self {
        Self {
            cookies: Mutex::new(self.jar().clone()),
            ..Self {
                address: address.to_owned(),
                ..self.at_another_browser()
            }
        }
    }

    /// Opens a page, following redirects within the site as a browser does.
    pub fn get(&self, path: &str) -> Page {
        self.follow(self.get_once(path))
    }

    /// Opens a page and stays at whatever the first answer is.
    pub fn get_once(&self, path: &str) -> Page {
        self.ask("GET", path, &[], None)
    }

    /// Follows a link of a page by its words.
    pub fn click(&self, page: &Page, words: &str) -> Page {
        self.get(&page.link(words))
    }

    /// Fills in a form of the page and sends it, following redirects. `form` is
    /// its action (`/sign-in`) or a CSS selector; fields that are not given keep
    /// what the page put into them. A pressed button is given like a field.
    pub fn submit(&self, page: &Page, form: &str, given: &[(&str, &str)]) -> Page {
        self.follow(self.submit_once(page, form, given))
    }

    /// The same, staying at the first answer.
    pub fn submit_once(&self, page: &Page, form: &str, given: &[(&str, &str)]) -> Page {
        let form = page.form(form, given);
        let pairs = form.filled(given);
        if form.method == "get" {
            return self.get_once(&format!("{}?{}", form.action, encode(&pairs)));
        }
        self.post(&form.action, &pairs)
    }

    /// Posts pairs that no page may have offered, as an attacker would; stays at
    /// the first answer. The token is the caller's business: see [`Person::csrf`].
    pub fn post(&self, path: &str, pairs: &[(String, String)]) -> Page {
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        self.ask("POST", path, &kind, Some(encode(pairs).as_bytes()))
    }

    /// Posts pairs with the right token added.
    pub fn post_with_token(&self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let mut all = vec![("csrf".to_owned(), self.csrf())];
        all.extend(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        self.post(path, &all)
    }

    /// The token that forms of this browser carry, read from a page as any script
    /// of the same site could.
    pub fn csrf(&self) -> String {
        self.get_once("/privacy").value_of_hidden("csrf")
    }

    /// One request with these headers beside the person's own.
    pub fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&[u8]>,
    ) -> Page {
        let method: Method = method.parse().expect("a method");
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.address));
        if let Some(cookies) = self.cookie_header() {
            request = request.header("cookie", cookies);
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = match body {
            Some(body) => self
                .agent
                .run(request.body(body.to_vec()).expect("a request")),
            None => self.agent.run(request.body(()).expect("a request")),
        };
        let answer = answer.unwrap_or_else(|problem| panic!("{path} was not answered: {problem}"));
        let page = Page::read(path, answer);
        self.keep(&page);
        page
    }

    fn follow(&self, first: Page) -> Page {
        let mut page = first;
        for _ in 0..MOST_REDIRECTS {
            let place = match (page.status, page.header("location")) {
                (301..=303 | 307 | 308, Some(place)) if place.starts_with('/') => place.to_owned(),
                _ => return page,
            };
            page = self.get_once(&place);
        }
        panic!("{} leads round in circles", page.path);
    }

    // Cookies.

    fn jar(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().expect("nobody panicked at the jar")
    }

    fn cookie_header(&self) -> Option<String> {
        let jar = self.jar();
        let pairs: Vec<String> = jar
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    fn keep(&self, page: &Page) {
        let mut jar = self.jar();
        for line in page.headers_named("set-cookie") {
            let (pair, traits) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            if traits.to_lowercase().contains("max-age=0") {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
        if page
            .header("clear-site-data")
            .is_some_and(|what| what.contains("\"cookies\""))
        {
            jar.clear();
        }
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.jar().get(name).cloned()
    }

    /// Puts a cookie into the browser, as somebody who stole or planted it.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar().insert(name.to_owned(), value.to_owned());
    }

    // Mail.

    /// The latest letter to this person.
    pub fn letter(&self) -> OutboxRow {
        let letters = self.database.read(|reader| outbox::latest(reader, 10_000));
        let letters = letters.expect("the outbox is read");
        let mine = letters
            .into_iter()
            .find(|letter| letter.recipient == self.email);
        mine.unwrap_or_else(|| panic!("{} got no letter", self.email))
    }

    /// The path of the link in the latest letter to this person.
    pub fn link_in_letter(&self) -> String {
        let body = self.letter().body;
        let mut words = body.split_whitespace();
        let path = words.find_map(|word| word.strip_prefix(PUBLIC));
        path.unwrap_or_else(|| panic!("no link in: {body}"))
            .to_owned()
    }

    // What people do at accounts.

    /// Asks for an account.
    pub fn sign_up(&self) -> Page {
        let form = self.get("/sign-up");
        let fields = [
            ("name", self.name.as_str()),
            ("email", self.email.as_str()),
            ("password", self.password.as_str()),
        ];
        self.submit(&form, "/sign-up", &fields)
    }

    /// Opens the link of the latest letter and presses its one button.
    pub fn confirm(&self) -> Page {
        let link = self.link_in_letter();
        self.submit(&self.get(&link), &link, &[])
    }

    /// Joins by an invitation's link.
    pub fn join(&self, link: &str) -> Page {
        let form = self.get(link);
        let fields = [
            ("name", self.name.as_str()),
            ("email", self.email.as_str()),
            ("password", self.password.as_str()),
        ];
        self.submit(&form, link, &fields)
    }

    /// Signs in; fails the story when the site refuses.
    pub fn sign_in(&self) -> Page {
        let page = self.try_to_sign_in();
        assert_eq!(page.problems(), [""; 0], "{} signs in", self.email);
        page
    }

    /// Types address and password and sends them.
    pub fn try_to_sign_in(&self) -> Page {
        let form = self.get("/sign-in");
        let fields = [
            ("email", self.email.as_str()),
            ("password", self.password.as_str()),
        ];
        self.submit(&form, "form[action^='/sign-in']", &fields)
    }

    /// Shows again by the password that it is them.
    pub fn proves(&self) {
        let asked = self.get("/account/proof?return_to=/account");
        let typed = [("present", self.password.as_str())];
        let led = self.submit_once(&asked, "/account/proof", &typed);
        assert_eq!((led.status, led.location()), (303, "/account"));
    }

    /// Presses "Sign out".
    pub fn sign_out(&self) -> Page {
        self.submit(&self.get("/account"), "/sign-out", &[])
    }

    /// As an admin: invites somebody, who joins and signs in.
    pub fn invites(&self, name: &str, role: Role) -> Self {
        let person = Self::new(self.address.clone(), self.database.clone()).named(name);
        let people = self.get("/admin/people");
        let fields = [("email", person.email.as_str()), ("role", role.code())];
        let sent = self.submit(&people, "/admin/people", &fields);
        assert_eq!(sent.notice(), "The invitation is on its way.");
        person.join(&person.link_in_letter());
        person.sign_in();
        person
    }
}

/// `application/x-www-form-urlencoded`, everything but letters and digits escaped.
pub fn encode(pairs: &[(String, String)]) -> String {
    let escape = |text: &str| {
        text.bytes().fold(String::new(), |mut out, byte| {
            if byte.is_ascii_alphanumeric() {
                out.push(char::from(byte));
            } else {
                out.push_str(&format!("%{byte:02X}"));
            }
            out
        })
    };
    let pairs = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)));
    pairs.collect::<Vec<_>>().join("&")
}
