//! The HTTP server: binds, serves, stops when told to, finishing what is in flight.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::middleware::{Compress, from_fn};
use actix_web::web::Data;
use actix_web::{App, HttpServer, dev};

use super::registrar::Registrar;
use super::site::Site;
use super::{errors, guard, routes};

/// A socket that is bound but not served yet, so that port 0 is known.
pub struct Server {
    listener: TcpListener,
    signals: bool,
}

/// Binds an address; port 0 picks a free port.
pub fn bind(listen: &str) -> io::Result<Server> {
    let listener = TcpListener::bind(listen)?;
    listener.set_nonblocking(true)?;
    Ok(Server {
        listener,
        signals: true,
    })
}

impl Server {
    /// Where the server listens.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
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
        let server = HttpServer::new(move || {
            let mut registrar = Registrar::default();
            routes::all(&mut registrar);
            App::new()
                .app_data(Data::new(site.clone()))
                .wrap(from_fn(errors::dress))
                .wrap(Compress::default())
                .wrap(from_fn(guard::watch))
                .configure(|config| registrar.serve(config))
        })
        .workers(workers)
        .shutdown_timeout(10)
        .client_request_timeout(Duration::from_secs(10))
        .listen(self.listener)?;
        let server = if self.signals {
            server.run()
        } else {
            server.disable_signals().run()
        };
        started(server.handle());
        server.await
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
