//! What stands between the program and its PostgreSQL: it hands on what both say, late, in
//! part, or not at all.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use crate::storm::Draw;

/// What becomes of what passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weather {
    Fair,
    /// Every packet of the server comes so much later.
    Slow(Duration),
    /// Of so many of a hundred packets of the server half is handed on, and their line cut.
    Cutting(u64),
    /// Lines stay open, and nothing passes.
    Still,
    /// The same for what the server says.
    Unanswered,
    /// As fair, until somebody says these words to the server: from them on nothing is
    /// answered any more.
    UnansweredFrom(&'static str),
}

struct State {
    weather: Weather,
    draw: Draw,
    /// Lines that were cut.
    cut: usize,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panicked at the weather")
    }

    /// Waits as the weather wills; how much of a packet is handed on.
    fn pass(&self, packet: &[u8], of_server: bool) -> usize {
        let mut state = self.state();
        if let Weather::UnansweredFrom(words) = state.weather {
            let words = words.as_bytes();
            if !of_server && packet.windows(words.len()).any(|some| some == words) {
                state.weather = Weather::Unanswered;
            }
        }
        let still = |state: &mut State| match state.weather {
            Weather::Still => true,
            Weather::Unanswered => of_server,
            _ => false,
        };
        let waited = self.changed.wait_while(state, still);
        let mut state = waited.expect("nobody panicked at the weather");
        let weather = state.weather;
        match weather {
            Weather::Slow(time) if of_server => {
                let so = |state: &mut State| state.weather == weather;
                let waited = self.changed.wait_timeout_while(state, time, so);
                drop(waited.expect("nobody panicked at the weather"));
                packet.len()
            }
            Weather::Cutting(share) if of_server && state.draw.below(100) < share => {
                state.cut += 1;
                packet.len() / 2
            }
            _ => packet.len(),
        }
    }

    /// Hands on what one side says, until it ends or is cut.
    fn hand_on(&self, mut from: TcpStream, mut to: TcpStream, of_server: bool) {
        let mut packet = [0; 16 * 1024];
        while let Ok(length @ 1..) = from.read(&mut packet) {
            let part = self.pass(&packet[..length], of_server);
            if to.write_all(&packet[..part]).is_err() || part < length {
                break;
            }
        }
        // One of them may be gone already.
        let _ = from.shutdown(Shutdown::Both);
        let _ = to.shutdown(Shutdown::Both);
    }
}

/// It lasts as long as the process of the tests.
pub struct Relay {
    /// Where it listens.
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

impl Relay {
    /// In fair weather, in front of a server.
    pub fn before(server: &str) -> Self {
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                weather: Weather::Fair,
                draw: Draw::new(1),
                cut: 0,
            }),
            changed: Condvar::new(),
        });
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it is known");
        let (server, lines) = (server.to_owned(), shared.clone());
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                // A server that takes nobody is no answer either.
                if let Ok(server) = TcpStream::connect(&server) {
                    join(&client, &server, &lines);
                }
            }
        });
        Self { address, shared }
    }

    /// From now on the weather is so.
    pub fn set(&self, weather: Weather) {
        self.shared.state().weather = weather;
        self.shared.changed.notify_all();
    }

    /// How many lines were cut.
    pub fn cut(&self) -> usize {
        self.shared.state().cut
    }
}

/// Hands on in both directions from now on.
fn join(client: &TcpStream, server: &TcpStream, shared: &Arc<Shared>) {
    for (from, to, of_server) in [(client, server, false), (server, client, true)] {
        from.set_nodelay(true).expect("it is open");
        let own = |stream: &TcpStream| stream.try_clone().expect("one more handle");
        let (from, to, shared) = (own(from), own(to), shared.clone());
        thread::spawn(move || shared.hand_on(from, to, of_server));
    }
}
