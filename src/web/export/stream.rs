//! A body that is written on a blocking thread while the browser reads it. A
//! slow reader holds the writer back: no more than a few chunks are in memory.

use std::io::{self, Write};

use actix_web::web::Bytes;
use futures_util::stream::{self, Stream};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Bytes of a chunk, and how many chunks may wait.
const CHUNK: usize = 32 * 1024;
const WAITING: usize = 4;

/// Runs `write` apart and hands out what it writes. A failure ends the body
/// early, so that the browser sees an incomplete download, never a whole one.
pub fn of(
    write: impl FnOnce(Chunks) -> io::Result<()> + Send + 'static,
) -> impl Stream<Item = io::Result<Bytes>> {
    let (sender, receiver) = channel(WAITING);
    let last = sender.clone();
    tokio::task::spawn_blocking(move || {
        let chunks = Chunks {
            sender,
            buffer: Vec::with_capacity(CHUNK),
        };
        if let Err(problem) = write(chunks) {
            tracing::warn!(%problem, "an export ended early");
            // Nobody may be listening any more.
            let _ = last.blocking_send(Err(problem));
        }
    });
    stream::unfold(receiver, next)
}

type Message = io::Result<Bytes>;

async fn next(mut receiver: Receiver<Message>) -> Option<(Message, Receiver<Message>)> {
    let message = receiver.recv().await?;
    Some((message, receiver))
}

/// Collects what is written into chunks.
pub struct Chunks {
    sender: Sender<Message>,
    buffer: Vec<u8>,
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= CHUNK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let full = std::mem::replace(&mut self.buffer, Vec::with_capacity(CHUNK));
        let sent = self.sender.blocking_send(Ok(full.into()));
        sent.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}
