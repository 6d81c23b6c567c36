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
            routes::all(&mut registrar);
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
