//! A browser that somebody sits at. Every call waits until the page has answered.

#![allow(dead_code, reason = "more stories will need more of it")]

mod commands;

use std::future::Future;
use std::path::Path;
use std::time::Duration;

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

pub use crate::kind::Kind;
use crate::support::{Person, TestSite};

/// How long a page may take to become what a story waits for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser with a profile of its own, closed when it is dropped.
pub struct Browser {
    // Taken when the browser closes.
    client: Option<Client>,
    runtime: Runtime,
    address: String,
    driver: String,
}

impl Browser {
    /// Opens a browser that will visit a site.
    pub fn open(site: &TestSite, kind: &Kind) -> Self {
        Self::open_at(&site.address, kind)
    }

    /// The same by another address, such as that of a bad line to the site.
    pub fn open_at(address: &str, kind: &Kind) -> Self {
        let driver = std::env::var("EVENHAND_CHROMEDRIVER").unwrap_or_else(|_| {
            panic!("EVENHAND_CHROMEDRIVER must name a chromedriver, such as http://127.0.0.1:9515; tests/run starts one")
        });
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder
                .capabilities(kind.capabilities())
                .connect(&driver)
                .await
        });
        let client = client.unwrap_or_else(|problem| panic!("no browser at {driver}: {problem}"));
        Self {
            client: Some(client),
            runtime,
            address: address.to_owned(),
            driver,
        }
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("the browser is open")
    }

    fn wait<T>(&self, what: &str, work: impl Future<Output = Result<T, CmdError>>) -> T {
        let done = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, work).await });
        let done = done.unwrap_or_else(|_| panic!("{what}: nothing within {PATIENCE:?}"));
        done.unwrap_or_else(|problem| panic!("{what}: {problem}"))
    }

    fn find(&self, css: &str) -> Element {
        self.wait(css, self.client().find(Locator::Css(css)))
    }

    // Where.

    /// Opens a page of the site.
    pub fn visit(&self, path: &str) {
        self.wait(path, self.client().goto(&format!("{}{path}", self.address)));
    }

    /// Path and query of the page that is shown, or the whole address when it is
    /// not of the site.
    pub fn place(&self) -> String {
        let url = self
            .wait("address", self.client().current_url())
            .to_string();
        url.strip_prefix(&self.address)
            .map_or(url.clone(), str::to_owned)
    }

    /// The browser's own Back.
    pub fn back(&self) {
        self.wait("back", self.client().back());
    }

    // What is seen.

    /// The text that an element shows.
    pub fn text(&self, css: &str) -> String {
        let element = self.find(css);
        self.wait(css, element.text())
    }

    /// The texts of all elements of a selector.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let found = self.wait(css, self.client().find_all(Locator::Css(css)));
        found
            .iter()
            .map(|element| self.wait(css, element.text()))
            .collect()
    }

    /// Whether anything is found and displayed.
    pub fn shows(&self, css: &str) -> bool {
        let found = self.wait(css, self.client().find_all(Locator::Css(css)));
        found
            .iter()
            .any(|element| self.wait(css, element.is_displayed()))
    }

    /// The one main heading.
    pub fn heading(&self) -> String {
        self.text("h1")
    }

    /// An attribute of an element, empty when it has none.
    pub fn attribute(&self, css: &str, name: &str) -> String {
        let element = self.find(css);
        self.wait(css, element.attr(name)).unwrap_or_default()
    }

    /// What a script answers; works where pages may not run any.
    pub fn script(&self, words: &str) -> Value {
        self.wait(words, self.client().execute(words, Vec::new()))
    }

    /// A property of an element as it is drawn.
    pub fn style(&self, css: &str, property: &str) -> String {
        let words = format!("return getComputedStyle(document.querySelector(`{css}`)).{property}");
        self.script(&words).as_str().unwrap_or_default().to_owned()
    }

    /// Nobody has to scroll sideways.
    pub fn fits(&self) {
        let wide = "return [document.documentElement.scrollWidth, window.innerWidth, \
            [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))]";
        let found = self.script(wide);
        let (content, window) = (found[0].as_u64(), found[1].as_u64());
        assert!(
            content <= window,
            "{}: {content:?} in {window:?}: {}",
            self.place(),
            found[2]
        );
    }

    // What is done.

    /// Clicks the first element of a selector, which leads nowhere else.
    pub fn click(&self, css: &str) {
        let element = self.find(css);
        // As a person scrolls to what a bar at the foot of the window covers.
        self.script(&format!(
            "document.querySelector(`{css}`).scrollIntoView({{ block: 'center' }})"
        ));
        self.wait(css, element.click());
    }

    /// Drags something with the mouse onto something else that is in the window with
    /// it, and waits for the page that comes of it.
    pub fn drag(&self, css: &str, onto: &str) {
        let (old, grip, target) = (self.find("html"), self.find(css), self.find(onto));
        self.script(&format!(
            "document.querySelector(`{onto}`).scrollIntoView({{ block: 'center' }})"
        ));
        let move_to = |element| PointerAction::MoveToElement {
            element,
            duration: None,
            x: 0.0,
            y: 0.0,
        };
        let way = MouseActions::new("mouse".to_owned())
            .then(move_to(grip))
            .then(PointerAction::Down { button: 0 })
            .then(move_to(target))
            .then(PointerAction::Up { button: 0 });
        self.wait("drag", self.client().perform_actions(way));
        self.gone(&old);
    }

    /// Clicks what leads to another page, and waits for it.
    pub fn go(&self, css: &str) {
        self.leave(css, &self.find(css));
    }

    /// Follows a link by its words.
    pub fn follow(&self, words: &str) {
        let link = self.wait(words, self.client().find(Locator::LinkText(words)));
        self.leave(words, &link);
    }

    /// Presses a button of the main part by its words.
    pub fn press(&self, words: &str) {
        let path = format!("//main//button[normalize-space(.)={words:?}]");
        let button = self.wait(words, self.client().find(Locator::XPath(&path)));
        self.leave(words, &button);
    }

    /// Clicks, and waits until the page that was shown is gone.
    fn leave(&self, what: &str, element: &Element) {
        let old = self.find("html");
        self.wait(what, element.click());
        self.gone(&old);
    }

    /// Waits until an element is no longer there.
    fn gone(&self, old: &Element) {
        self.wait("gone", async {
            while old.tag_name().await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Ok(())
        });
    }

    /// Types into the field of a name, in place of what stands there.
    pub fn fill(&self, name: &str, text: &str) {
        let css = format!("main [name='{name}']");
        let field = self.find(&css);
        self.wait(&css, field.clear());
        self.wait(&css, field.send_keys(text));
    }

    /// Chooses a file of this machine.
    pub fn choose_file(&self, name: &str, path: &Path) {
        let css = format!("main [name='{name}']");
        let path = path.to_string_lossy();
        self.wait(&css, self.find(&css).send_keys(&path));
    }

    /// Waits until the page shows these words somewhere in a part of it.
    pub fn sees(&self, css: &str, words: &str) {
        let quoted = words.replace('`', "");
        let look = format!(
            "return [...document.querySelectorAll(`{css}`)].some(e => e.innerText.includes(`{quoted}`))"
        );
        self.wait(words, async {
            // A page that is just being left answers nothing.
            while self.client().execute(&look, Vec::new()).await.ok() != Some(true.into()) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Ok(())
        });
    }

    /// Chooses a radio button or box.
    pub fn choose(&self, name: &str, value: &str) {
        self.click(&format!("main [name='{name}'][value='{value}']"));
    }

    /// Answers a question however it is asked: by typing, choosing or ticking.
    pub fn answer(&self, name: &str, value: &str) {
        let kind = format!("return document.querySelector(`main [name='{name}']`).type");
        match self.script(&kind).as_str() {
            Some("radio" | "checkbox") => self.choose(name, value),
            Some("select-one") => {
                self.click(&format!("main [name='{name}'] option[value='{value}']"));
            }
            _ => self.fill(name, value),
        }
    }

    /// Presses a key where the focus is.
    pub fn key(&self, key: Key) {
        let focus = self.wait("focus", self.client().active_element());
        self.wait("key", focus.send_keys(&key.to_string()));
    }

    /// The text of the element that has the focus.
    pub fn focused(&self) -> String {
        let focus = self.wait("focus", self.client().active_element());
        self.wait("focus", focus.text())
    }

    // Shortcuts.

    /// Signs in by typing.
    pub fn sign_in(&self, person: &Person) {
        self.visit("/sign-in");
        self.fill("email", &person.email);
        self.fill("password", &person.password);
        self.go("main form button.button");
    }

    /// Sits down at a browser where a person is signed in already.
    pub fn be(&self, person: &Person) {
        self.visit("/privacy");
        let token = person.cookie("evenhand").expect("the person is signed in");
        self.wait("cookie", self.client().delete_cookie("evenhand"));
        self.script(&format!("document.cookie = 'evenhand={token}; path=/'"));
    }

    /// Switches the language.
    pub fn speak(&self, language: &str) {
        self.go(&format!("form.languages button[value='{language}']"));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // Ends Chromium too. A driver that is gone has taken it along.
            let close = async { tokio::time::timeout(PATIENCE, client.close()).await };
            let _ = self.runtime.block_on(close);
        }
    }
}
