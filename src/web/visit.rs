//! One request of one browser: who asks, in which language, with which right to
//! read and write. Access extractors hand it to handlers.

mod entry;
mod sender;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use askama::Template;

use super::cookies::{self, Token};
use super::errors::Fault;
use super::guard::RequestId;
use super::kept::Kept;
use super::site::Site;
use super::turn::Turn;
use super::waiting::{PAGE, ROUND, wait};
use crate::actions::Refusal;
use crate::domain::{Language, Moment, SessionId};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::session::SessionRow;
use crate::store::{Database, Reader, Stamp, StoreError, Tx};

/// A request, seen by a handler. Cheap to clone.
#[derive(Clone)]
pub struct Visit(Rc<Inner>);

/// The parts of a [`Visit`].
#[derive(Clone)]
pub struct Inner {
    pub site: Site,
    pub actor: Option<Actor>,
    pub session: Option<SessionId>,
    /// A second step has to be set up before anything else.
    pub owes_factor: bool,
    /// When the person last showed that it is them.
    proved_at: Option<Moment>,
    pub token: Token,
    /// The browser has no token yet: the answer must set it.
    fresh: bool,
    pub t: Locale,
    /// Path and query, to come back to.
    pub here: String,
    pub request_id: String,
    /// Key of the notice of the last action.
    pub notice: Option<String>,
    /// The client's address as far as the configuration trusts it.
    pub client: String,
    /// What the browser says it is, shortened.
    pub agent: String,
    /// What tells this browser from others since it signed in first.
    pub mark: Option<String>,
    /// The form that was posted, until a page is made of it.
    posted: RefCell<String>,
    /// The turn to read a whole round.
    pub turn: Turn,
}

impl std::ops::Deref for Visit {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Visit {
    /// Reads the request; loads the session when the browser sent a token.
    pub async fn of(request: &HttpRequest) -> Result<Self, Fault> {
        if let Some(known) = request.extensions().get::<Self>() {
            return Ok(known.clone());
        }
        let site = request.app_data::<Data<Site>>().ok_or(Fault::Lost)?;
        let site = site.get_ref().clone();
        let sent = Token::of(request, site.config.is_https());
        let signed_in = match &sent {
            // Nobody can be looked up before the database is ready.
            Some(token) if site.database.waits_for().is_none() => {
                entry::signed_in(&site, token).await?
            }
            _ => None,
        };
        let visit = Self::made(request, site, sent, signed_in);
        request.extensions_mut().insert(visit.clone());
        Ok(visit)
    }

    /// The request as far as it is known, without looking up who asks: for pages that
    /// tell that nothing can be looked up.
    pub fn unasked(request: &HttpRequest) -> Result<Self, Fault> {
        if let Some(known) = request.extensions().get::<Self>() {
            return Ok(known.clone());
        }
        let site = request.app_data::<Data<Site>>().ok_or(Fault::Lost)?;
        let site = site.get_ref().clone();
        let sent = Token::of(request, site.config.is_https());
        Ok(Self::made(request, site, sent, None))
    }

    fn made(
        request: &HttpRequest,
        site: Site,
        sent: Option<Token>,
        signed_in: Option<(SessionRow, Actor)>,
    ) -> Self {
        let (session, actor) = signed_in.unzip();
        let language = sender::language(request, actor.as_ref());
        Self(Rc::new(Inner {
            fresh: sent.is_none(),
            token: sent.unwrap_or_else(Token::random),
            session: session.as_ref().map(|row| row.id),
            owes_factor: session.as_ref().is_some_and(|row| row.owes_factor),
            proved_at: session.as_ref().map(SessionRow::proved_at),
            actor,
            t: Locale::of(language),
            here: request
                .uri()
                .path_and_query()
                .map_or("/", |p| p.as_str())
                .to_owned(),
            request_id: RequestId::of(request),
            notice: request
                .cookie(cookies::NOTICE)
                .map(|cookie| cookie.value().to_owned()),
            client: sender::client(request, &site),
            agent: sender::agent(request),
            mark: cookies::mark_of(request, site.config.is_https()),
            posted: RefCell::default(),
            turn: Turn::default(),
            site,
        }))
    }

    /// Keeps a form as it was posted, for a page that shows it again.
    pub fn remember(&self, posted: &str) {
        posted.clone_into(&mut self.posted.borrow_mut());
    }

    /// What was posted, without what nobody types and without passwords.
    pub fn typed(&self) -> Option<Kept> {
        Kept::posted(&self.posted.borrow())
    }

    /// The same request answered in another language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        Self(Rc::new(Inner {
            t: Locale::of(language),
            ..Inner::clone(&self.0)
        }))
    }

    /// The present instant.
    pub fn now(&self) -> Moment {
        self.site.clock.now()
    }

    /// The person as they are now: for answers that last, as the door is passed once.
    /// Looking is no use of a session, which would never end as idle.
    pub async fn actor_now(&self) -> Result<Option<Actor>, Fault> {
        let found = entry::session_of(&self.site, &self.token).await?;
        Ok(found.map(|(_, actor)| actor))
    }

    /// Whether a session of the list still opens the site.
    pub fn is_alive(&self, row: &SessionRow) -> bool {
        entry::is_alive(&self.site, row, self.now())
    }

    /// Whether the person showed not long ago that it is them: within so many minutes, and
    /// within those of the settings.
    pub fn is_proved(&self, at_most: i64) -> bool {
        let minutes = self.site.config.proof_minutes.min(at_most);
        self.proved_at
            .is_some_and(|at| self.now() <= at.plus_minutes(minutes))
    }

    /// The zone in which this reader is told times.
    pub fn zone(&self) -> &str {
        self.actor
            .as_ref()
            .map_or(&self.site.config.time_zone, |actor| &actor.time_zone)
    }

    /// Runs reads off the event loop, on a connection that cannot write.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Reader) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Fault> {
        self.ask(PAGE, move |database| database.read(work)).await
    }

    async fn ask<T: Send + 'static>(
        &self,
        patience: Duration,
        work: impl FnOnce(&Database) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Fault> {
        Ok(wait(&self.site.database, (patience, Fault::Unavailable), work).await??)
    }

    /// The same of a whole round, in turn with other requests that read one.
    pub async fn survey<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Reader) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Fault> {
        self.turn.take(&self.site).await?;
        self.ask(ROUND, move |database| database.read(work)).await
    }

    /// The same for what may be a little old, as `database_read_lag_seconds` allows.
    pub async fn report<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Reader) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Fault> {
        let read = move |database: &Database| database.report(work);
        self.ask(ROUND, read).await
    }

    /// Runs an action in one write transaction off the event loop. What the
    /// action refuses comes back as a value, so that a form can show it again.
    pub async fn act<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Tx) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<Result<T, Refusal>, Fault> {
        let stamp = self.stamp();
        let done = self
            .run(move |database| database.write(stamp, work))
            .await?;
        self.site.writing.ended(&done, self.now());
        match done {
            Err(Refusal::Store(problem)) => Err(problem.into()),
            other => Ok(other),
        }
    }

    /// The same where every refusal is a fault: for posts without a form to show again.
    pub async fn act_or_fault<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Tx) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Fault> {
        self.act(work).await?.map_err(Fault::from)
    }

    /// Runs work of several transactions off the event loop; its refusal comes back as it is.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Database) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<Result<T, Refusal>, Fault> {
        self.change(PAGE, work).await
    }

    /// The same of work that is as long as reading a whole round, and ends in its own way.
    pub async fn run_long<R: Send + 'static>(
        &self,
        work: impl FnOnce(&Database) -> R + Send + 'static,
    ) -> Result<R, Fault> {
        self.change(ROUND, work).await
    }

    async fn change<R: Send + 'static>(
        &self,
        patience: Duration,
        work: impl FnOnce(&Database) -> R + Send + 'static,
    ) -> Result<R, Fault> {
        let done = wait(&self.site.database, (patience, Fault::Uncertain), work).await;
        if let Err(Fault::Uncertain) = &done {
            self.site.writing.failed(self.now());
        }
        self.site.mail.notify_one();
        done
    }

    /// Who writes, when, in answer to which request.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            now: self.now(),
            actor: self.actor.as_ref().map(|actor| actor.id),
            request: self.request_id.clone(),
        }
    }

    /// The page, 200.
    pub fn page(&self, page: &impl Template) -> Result<HttpResponse, Fault> {
        self.answer(StatusCode::OK, page)
    }

    /// The page of a refused form, 422.
    pub fn refused(&self, page: &impl Template) -> Result<HttpResponse, Fault> {
        self.answer(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// A page with a status.
    pub fn answer(&self, status: StatusCode, page: &impl Template) -> Result<HttpResponse, Fault> {
        let body = page.render().map_err(|problem| {
            tracing::error!(%problem, "a template failed");
            Fault::Lost
        })?;
        let https = self.site.config.is_https();
        let mut answer = HttpResponse::build(status);
        answer.insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"));
        if self.fresh {
            answer.cookie(cookies::session(&self.token, https));
        }
        if self.notice.is_some() {
            answer.cookie(cookies::gone(cookies::NOTICE, https));
        }
        Ok(answer.body(body))
    }

    /// Leads on after a post (303).
    pub fn see(&self, place: &str) -> HttpResponse {
        HttpResponse::SeeOther()
            .insert_header((header::LOCATION, place))
            .finish()
    }

    /// Leads on after a post and tells there what was done; `notice` is a message key.
    pub fn see_with(&self, place: &str, notice: &'static str) -> HttpResponse {
        HttpResponse::SeeOther()
            .insert_header((header::LOCATION, place))
            .cookie(cookies::notice(notice, self.site.config.is_https()))
            .finish()
    }
}
