//! The frame of every page: title, navigation, language switch, notices.

use super::assets::ASSETS;
use super::ui::{Language as LanguageLink, Link, Notice, Problem, Tone};
use super::url;
use super::visit::Visit;
use crate::domain::account::Role;
use crate::domain::{Language, Problems};
use crate::i18n::Locale;
use crate::policy::Actor;

/// Everything that `layout.html` prints.
pub struct Chrome {
    pub lang: &'static str,
    pub dir: &'static str,
    pub title: String,
    pub csrf: String,
    pub stylesheet: &'static str,
    pub script: &'static str,
    /// More scripts, of pages that have comforts of their own.
    pub scripts: Vec<&'static str>,
    pub icon: &'static str,
    pub service: &'static str,
    pub home: String,
    pub person: Option<String>,
    pub nav: Vec<Link>,
    pub languages: Vec<LanguageLink>,
    pub here: String,
    /// What was typed, on a page that answers a post: the language switch takes it along.
    pub typed: Option<String>,
    pub back: Option<Link>,
    pub notice: Option<Notice>,
    pub problems: Vec<Problem>,
    pub wide: bool,
    pub demo: bool,
    pub exit: bool,
    pub account: &'static str,
    pub words: Words,
}

/// The layout's own words.
pub struct Words {
    pub skip: String,
    pub menu: String,
    pub sign_in: String,
    pub sign_out: String,
    pub account: String,
    pub exit: String,
    /// Which keys do the same.
    pub exit_keys: String,
    pub language: String,
    pub problem_heading: String,
    pub demo_strip: String,
    pub demo_inbox: String,
    pub footer: String,
    pub optional: String,
    pub not_answered: String,
    pub change: String,
    pub earlier: String,
    pub later: String,
    pub privacy: String,
    pub show_password: String,
    pub hide_password: String,
}

/// The name of the program: the same in every language.
const SERVICE: &str = "Evenhand";

impl Chrome {
    /// The frame of a page whose task is `task` (already in the reader's language).
    pub fn new(visit: &Visit, task: &str) -> Self {
        let t = visit.t;
        let actor = visit.actor.as_ref();
        Self {
            lang: t.language().code(),
            dir: t.language().direction(),
            title: format!("{task} - {SERVICE}"),
            csrf: visit.token.csrf(),
            stylesheet: &ASSETS.stylesheet.address,
            script: script(actor),
            scripts: Vec::new(),
            icon: &ASSETS.icon.address,
            service: SERVICE,
            home: if actor.is_some() {
                url::HOME
            } else {
                url::ROOT
            }
            .to_owned(),
            person: actor.map(|actor| actor.name.clone()),
            nav: actor
                .map(|actor| nav(t, actor, &visit.here))
                .unwrap_or_default(),
            languages: languages(t.language()),
            here: visit.here.clone(),
            typed: visit.typed().map(|kept| kept.sealed()),
            back: None,
            notice: notice(visit).or_else(|| not_saving(visit)),
            problems: Vec::new(),
            wide: false,
            demo: visit.site.config.demo(),
            exit: actor.is_none_or(|actor| actor.is(Role::Applicant)),
            account: url::ACCOUNT,
            words: Words::in_language(t),
        }
    }

    /// With a link back to where the reader came from.
    #[must_use]
    pub fn back(mut self, link: Link) -> Self {
        self.back = Some(link);
        self
    }

    /// With the comfort of pages that save themselves, where it is not there already.
    pub fn save_itself(&mut self) {
        if self.script != ASSETS.reviewer.address {
            self.scripts.push(&ASSETS.section.address);
        }
    }

    /// Over the full width, for dense pages of staff.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// With the problems of a refused form, told in the title too.
    #[must_use]
    pub fn problems(mut self, t: Locale, problems: &Problems) -> Self {
        if !problems.is_empty() {
            self.problems = super::forms::summary(t, problems);
            self.title = t.with("page-error-title", "title", self.title.as_str());
        }
        self
    }
}

/// One script for all pages of a person: it comes once.
fn script(actor: Option<&Actor>) -> &'static str {
    if actor.is_some_and(|actor| actor.is(Role::Reviewer)) {
        &ASSETS.reviewer.address
    } else {
        &ASSETS.script.address
    }
}

fn languages(current: Language) -> Vec<LanguageLink> {
    let link = |language: Language| LanguageLink {
        code: language.code(),
        name: language.own_name(),
        current: language == current,
    };
    Language::ALL.into_iter().map(link).collect()
}

/// The notice of the last action; a cookie that names no notice is ignored.
fn notice(visit: &Visit) -> Option<Notice> {
    let key = visit
        .notice
        .as_deref()
        .filter(|key| key.starts_with("notice-"))?;
    visit.t.knows(key).then(|| Notice {
        tone: Tone::Good,
        text: visit.t.say(key),
    })
}

/// Said while nothing can be kept, before somebody types.
fn not_saving(visit: &Visit) -> Option<Notice> {
    let fails = visit.site.writing.fails(visit.now());
    fails.then(|| Notice {
        tone: Tone::Warn,
        text: visit.t.say("fault-not-saving"),
    })
}

fn nav(t: Locale, actor: &Actor, here: &str) -> Vec<Link> {
    let entries = [
        (
            actor.is(Role::Applicant),
            "/applications",
            "nav-applications",
        ),
        (
            actor.is(Role::Applicant),
            "/organisations",
            "nav-organisations",
        ),
        (actor.is(Role::Reviewer), "/reviews", "nav-reviews"),
        (actor.is_staff(), "/admin/dashboard", "nav-dashboard"),
        (actor.is_staff(), "/admin/rounds", "nav-rounds"),
        (actor.is_staff(), "/admin/awards", "nav-awards"),
        (actor.is_staff(), url::DIRECTORY, "nav-directory"),
        (actor.is_staff(), "/admin/pressure", "nav-pressure"),
        (actor.is_staff(), "/admin/threads", "nav-threads"),
        (actor.is_staff(), "/admin/people", "nav-people"),
        (actor.is_staff(), "/admin/audit", "nav-audit"),
    ];
    let shown = entries.into_iter().filter(|(shown, _, _)| *shown);
    shown
        .map(|(_, href, key)| Link {
            current: here.starts_with(href),
            ..Link::new(href, t.say(key))
        })
        .collect()
}

impl Words {
    /// In a language; of a preview another one than the reader’s.
    pub fn in_language(t: Locale) -> Self {
        Self {
            skip: t.say("frame-skip"),
            menu: t.say("frame-menu"),
            sign_in: t.say("nav-sign-in"),
            sign_out: t.say("nav-sign-out"),
            account: t.say("nav-account"),
            exit: t.say("frame-exit"),
            exit_keys: t.say("frame-exit-keys"),
            language: t.say("frame-language"),
            problem_heading: t.say("frame-problems"),
            demo_strip: t.say("frame-demo"),
            demo_inbox: t.say("frame-demo-inbox"),
            footer: t.say("frame-footer"),
            optional: t.say("frame-optional"),
            not_answered: t.say("frame-not-answered"),
            change: t.say("frame-change"),
            earlier: t.say("frame-earlier"),
            later: t.say("frame-later"),
            privacy: t.say("frame-privacy"),
            show_password: t.say("frame-show-password"),
            hide_password: t.say("frame-hide-password"),
        }
    }
}
