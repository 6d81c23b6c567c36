//! The HTTP server: binds, serves, stops when told to, finishing what is in flight.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::middleware::{Compress, from_fn};
use actix_web::web::Data;
use actix_web::{App, HttpServer, dev};

use super::registrar::Registrar;
use super::site::Site;
use super::{errors, guard, metrics, packed, routes};

/// A socket that is bound but not served yet, so that port 0 is known.
pub struct Server {
    listener: TcpListener,
    /// Where what is measured is served.
    metrics: Option<TcpListener>,
    signals: bool,
}

/// Binds an address; port 0 picks a free port.
pub fn bind(listen: &str) -> io::Result<Server> {
    Ok(Server {
        listener: listener(listen)?,
        metrics: None,
        signals: true,
    })
}

fn listener(listen: &str) -> io::Result<TcpListener> {
    let listener = TcpListener::bind(listen)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Has the system end lines on which nothing of an answer is taken for so many milliseconds:
/// what is set for a listener is set for the lines that it takes.
#[cfg(target_os = "linux")]
fn end_when_still(listener: &TcpListener, millis: u64) -> io::Result<()> {
    // The system takes no more.
    let most = i32::MAX.unsigned_abs();
    let millis = u32::try_from(millis).unwrap_or(most).min(most);
    Ok(rustix::net::sockopt::set_tcp_user_timeout(
        listener, millis,
    )?)
}

/// Other systems have no such clock.
#[cfg(not(target_os = "linux"))]
fn end_when_still(_: &TcpListener, _: u64) -> io::Result<()> {
    Ok(())
}

impl Server {
    /// Where the server listens.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves what is measured as well, on an address of its own; on none where it is empty.
    pub fn with_metrics(self, listen: &str) -> io::Result<Self> {
        let metrics = (!listen.is_empty()).then(|| listener(listen)).transpose()?;
        Ok(Self { metrics, ..self })
    }

    /// Where what is measured is served; nothing where it is not.
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.metrics.as_ref()?.local_addr().ok()
    }

    /// For serving inside another program, whose own business signals are.
    #[must_use]
    pub fn without_signals(self) -> Self {
        Self {
            signals: false,
            ..self
        }
    }

    /// Serves until stopped by a signal or by the handle that `started` gets.
    pub async fn run(
        self,
        site: Site,
        workers: usize,
        started: impl FnOnce(dev::ServerHandle),
    ) -> io::Result<()> {
        self.run_with(routes::all, (site, workers), started).await
    }

    /// The same with routes that are named.
    async fn run_with(
        self,
        routes: fn(&mut Registrar),
        (site, workers): (Site, usize),
        started: impl FnOnce(dev::ServerHandle),
    ) -> io::Result<()> {
        if self.signals {
            actix_web::rt::spawn(end_streams(site.clone()));
        }
        let measured = self
            .metrics
            .map(|listener| metrics::serve(listener, site.clone()));
        end_when_still(&self.listener, site.config.answer_ms)?;
        let head_within = Duration::from_millis(site.config.head_ms);
        let keep_alive = Duration::from_millis(site.config.keep_alive_ms);
        let connections = site.config.connections_most / workers.max(1);
        let server = HttpServer::new(move || {
            let mut registrar = Registrar::default();
            routes(&mut registrar);
            App::new()
                .app_data(Data::new(site.clone()))
                .wrap(from_fn(errors::dress))
                .wrap(from_fn(packed::whole))
                .wrap(Compress::default())
                .wrap(from_fn(packed::quickly))
                .wrap(from_fn(guard::watch))
                .configure(|config| registrar.serve(config))
        })
        .workers(workers)
        .shutdown_timeout(10)
        .max_connections(connections.max(1))
        .client_request_timeout(head_within)
        .keep_alive(keep_alive)
        // An answer in two pieces would wait for the browser’s word on the first: 40 ms.
        .tcp_nodelay(true)
        .listen(self.listener)?;
        let server = if self.signals {
            server.run()
        } else {
            server.disable_signals().run()
        };
        let measured = measured.transpose()?.map(|beside| {
            let handle = beside.handle();
            actix_web::rt::spawn(beside);
            handle
        });
        started(server.handle());
        let served = server.await;
        if let Some(beside) = measured {
            beside.stop(false).await;
        }
        served
    }
}

/// Ends the answers that last when the program is told to stop: the server waits for
/// what is in flight, and they would be for ever.
async fn end_streams(site: Site) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut told) = signal(SignalKind::terminate()) {
            told.recv().await;
            site.audience.end();
        }
    }
    #[cfg(not(unix))]
    if tokio::signal::ctrl_c().await.is_ok() {
        site.audience.end();
    }
}

#[cfg(test)]
mod tests {
    use std::future::{Ready, ready};
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::sync::mpsc;

    use actix_web::{Error, FromRequest, HttpRequest, HttpResponse};

    use super::*;
    use crate::clock::Clock;
    use crate::config::Config;
    use crate::domain::Language;
    use crate::i18n::Locale;
    use crate::store::trial;
    use crate::web::access::Anyone;

    /// What somebody wrote, which a panic may repeat.
    const WORDS: &str = "Olive Press of the valley";

    async fn panics(_: Anyone) -> HttpResponse {
        panic!("{WORDS} is nothing that is known")
    }

    /// Something beside the handlers that panics.
    struct Beside;

    impl FromRequest for Beside {
        type Error = Error;
        type Future = Ready<Result<Self, Error>>;

        fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
            assert!(request.path().is_empty(), "{WORDS} is nowhere");
            ready(Ok(Self))
        }
    }

    async fn is_never_called(_: Anyone, _: Beside) -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    /// All of the program, and what panics.
    fn routes_that_panic(routes: &mut Registrar) {
        routes::all(routes);
        routes.get("/panics", panics);
        routes.get("/panics-beside", is_never_called);
    }

    fn ask(address: SocketAddr, path: &str, language: &str) -> String {
        let mut line = TcpStream::connect(address).unwrap();
        let patience = Some(Duration::from_secs(20));
        line.set_read_timeout(patience).unwrap();
        let head = format!(
            "GET {path} HTTP/1.1\r\nhost: x\r\naccept-language: {language}\r\n\
             connection: close\r\n\r\n"
        );
        line.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        line.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn what_panics_is_told_as_our_mistake_without_its_words_and_the_next_one_is_served() {
        let (folder, database) = trial::database();
        let config = Config {
            data: folder.path().to_owned(),
            ..Config::default()
        };
        let address = "http://grants.test".to_owned();
        let site = Site::new(config, database, Clock::held(trial::stamp().now), address);
        let bound = bind("127.0.0.1:0").unwrap().without_signals();
        let address = bound.address().unwrap();
        let (started, server) = mpsc::channel();
        let serving = std::thread::spawn(move || {
            let told = move |handle| started.send(handle).unwrap();
            let served = bound.run_with(routes_that_panic, (site, 1), told);
            actix_web::rt::System::new().block_on(served)
        });
        let server = server.recv().unwrap();
        let fault = |path: &str, language: &str| {
            let told = ask(address, path, language);
            assert!(told.starts_with("HTTP/1.1 500 "), "{path}: {told}");
            assert!(told.contains("x-content-type-options: nosniff"), "{told}");
            assert!(!told.contains(WORDS), "{path}: {told}");
            let next = ask(address, "/privacy", language);
            assert!(next.starts_with("HTTP/1.1 200 "), "after {path}: {next}");
            told
        };
        for language in [Language::English, Language::Arabic, Language::Hebrew] {
            let told = fault("/panics", language.code());
            let heading = Locale::of(language).say("fault-lost");
            assert!(told.contains(&heading), "{told}");
            let number = told.split("x-request-id: ").nth(1).unwrap();
            let number = number.split("\r\n").next().unwrap();
            assert_eq!(told.matches(number).count(), 2, "it is on the page: {told}");
        }
        let told = fault("/panics-beside", "en");
        assert!(told.ends_with("\r\n\r\nInternal Server Error"), "{told}");
        drop(server.stop(false));
        serving.join().unwrap().unwrap();
    }
}
