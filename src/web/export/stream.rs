//! A body that is read piece by piece as the browser takes it. No thread waits for a slow
//! browser: one reads a piece and is free again, and the next is read when that has left.

use std::io::{self, Read};

use actix_web::web::{Bytes, block};
use futures_util::stream::{self, Stream};

/// Bytes of a piece.
const PIECE: usize = 64 * 1024;

/// Hands out what is read, to its end. A failure ends the body early, so that the browser
/// sees an incomplete download, never a whole one.
pub fn of(from: impl Read + Send + 'static) -> impl Stream<Item = io::Result<Bytes>> {
    stream::unfold(Some(from), next)
}

/// The next piece, and where more may come from.
async fn next<R: Read + Send + 'static>(from: Option<R>) -> Option<(io::Result<Bytes>, Option<R>)> {
    let from = from?;
    let read = block(move || piece(from)).await;
    match read.map_err(io::Error::other).flatten() {
        Ok((piece, _)) if piece.is_empty() => None,
        Ok((piece, rest)) => Some((Ok(piece.into()), rest)),
        Err(problem) => {
            tracing::warn!(%problem, "a download ended early");
            Some((Err(problem), None))
        }
    }
}

/// Reads a piece; what it was read from as well, unless that has come to its end.
fn piece<R: Read>(mut from: R) -> io::Result<(Vec<u8>, Option<R>)> {
    let mut piece = Vec::with_capacity(PIECE);
    from.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
    let rest = (piece.len() == PIECE).then_some(from);
    Ok((piece, rest))
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::time::Duration;

    use futures_util::StreamExt;
    use tokio::time::timeout;

    use super::*;

    fn long() -> Vec<u8> {
        (0..20 * PIECE + 7).map(|at| (at % 251) as u8).collect()
    }

    /// With one thread for all that blocks.
    fn runtime() -> tokio::runtime::Runtime {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.max_blocking_threads(1).enable_time();
        runtime.build().unwrap()
    }

    /// What fails where a file ends.
    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::InvalidData.into())
        }
    }

    #[test]
    fn all_of_it_is_handed_out() {
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
            let sent = long()[..length].to_vec();
            let pieces: Vec<_> = runtime().block_on(of(io::Cursor::new(sent.clone())).collect());
            let got: Vec<u8> = pieces.into_iter().flat_map(Result::unwrap).collect();
            assert!(got == sent, "{length}");
        }
    }

    #[test]
    fn who_takes_no_more_keeps_no_thread() {
        runtime().block_on(async {
            let mut slow = pin!(of(io::Cursor::new(long())));
            let first = slow.next().await.unwrap().unwrap();
            assert_eq!(first.len(), PIECE);
            let other = timeout(Duration::from_secs(10), block(|| 7)).await;
            assert_eq!(other.expect("the thread is free").unwrap(), 7);
            let rest: Vec<_> = slow.collect().await;
            let rest = rest.into_iter().map(|piece| piece.unwrap().len());
            assert_eq!(PIECE + rest.sum::<usize>(), long().len());
        });
    }

    #[test]
    fn a_failure_ends_it_early() {
        let broken = long()[..PIECE].to_vec();
        let broken = io::Cursor::new(broken).chain(Broken);
        let pieces: Vec<_> = runtime().block_on(of(broken).collect());
        let told: Vec<bool> = pieces.iter().map(Result::is_ok).collect();
        assert_eq!(told, [true, false]);
    }
}
