//! A bucket of objects, in S3 or a store that speaks like it. Every call waits for the
//! network, half a minute at most for each request: they are made where waiting hurts nobody.

pub(super) mod listed;

use std::fs::File;
use std::io::{self, Read, Write};
use std::sync::{Arc, LazyLock, mpsc};
use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::path::Path;
use object_store::{Error, GetOptions, ObjectStore, PutOptions, PutPayload, RetryConfig};
use tokio::runtime::{Builder, Runtime};

/// Drives the calls beside whoever waits for them; it is never dropped, since that may not
/// happen everywhere.
static RUNTIME: LazyLock<io::Result<Runtime>> = LazyLock::new(|| {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(1).enable_all().build()
});

/// How often a request that failed is made again, and until when: people wait for it.
const TRIES: usize = 2;
const PATIENCE: Duration = Duration::from_secs(10);

/// How an error is told that is the disk's, not the bucket's.
const OWN: &str = "file";

/// Why nothing can be kept: a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unready {
    /// As long as the settings are what they are.
    Settings(String),
    /// For now.
    Away(String),
}

/// The bucket, or why there is none. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Bucket {
    store: Result<Arc<dyn ObjectStore>, String>,
    /// How people know it.
    shown: String,
    /// Before every name, with a slash behind it; empty for none.
    prefix: String,
}

impl Bucket {
    /// `BUCKET` or `BUCKET/PREFIX`, behind which `?NAME=VALUE&…` may stand. What is not
    /// said there comes from the variables `AWS_…`.
    pub fn s3(place: &str) -> Self {
        let (place, settings) = place.split_once('?').unwrap_or((place, ""));
        let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
        let prefix = prefix.trim_matches('/');
        let store = open((bucket, prefix), settings);
        let store = store.map_err(|problem| format!("files: {problem}"));
        Self::of(store, (place, prefix))
    }

    /// One that is forgotten with the program.
    #[cfg(test)]
    pub fn in_memory(prefix: &str) -> Self {
        let store = object_store::memory::InMemory::new();
        Self::of(Ok(Arc::new(store)), ("memory", prefix))
    }

    fn of(store: Result<Arc<dyn ObjectStore>, String>, (place, prefix): (&str, &str)) -> Self {
        let prefix = match prefix {
            "" => String::new(),
            prefix => format!("{prefix}/"),
        };
        Self {
            store,
            shown: format!("s3://{place}"),
            prefix,
        }
    }

    /// How people know it, without its settings.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Whether something can be kept in it under a name, and taken away again.
    pub fn check(&self, name: &str) -> Result<(), Unready> {
        if let Err(problem) = &self.store {
            return Err(Unready::Settings(problem.clone()));
        }
        let kept = self.put(name, &b"check"[..]);
        let done = kept.and_then(|()| self.remove(name));
        done.map_err(|problem| self.unready(&problem))
    }

    fn unready(&self, problem: &io::Error) -> Unready {
        let (shown, told) = (&self.shown, in_full(problem));
        match problem.kind() {
            io::ErrorKind::PermissionDenied => Unready::Settings(format!(
                "{shown} refuses these keys: check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and \
                 AWS_REGION, the clock of this machine, and that they may list, read, write and \
                 delete there ({told})"
            )),
            io::ErrorKind::NotFound => Unready::Settings(format!(
                "there is no bucket {shown}: make it, or name another one in files ({told})"
            )),
            _ if told.contains(ROLE) => Unready::Settings(format!(
                "nobody says with which keys {shown} opens: set AWS_ACCESS_KEY_ID and \
                 AWS_SECRET_ACCESS_KEY, or give this machine a role ({told})"
            )),
            _ if told.contains("configured region") => Unready::Settings(format!(
                "{shown} lies in another region: set AWS_REGION ({told})"
            )),
            _ => Unready::Away(format!(
                "{shown} does not answer: check the network and AWS_ENDPOINT ({told})"
            )),
        }
    }

    fn object(&self, name: &str) -> io::Result<(Arc<dyn ObjectStore>, Path)> {
        let store = self.store.clone().map_err(io::Error::other)?;
        Ok((store, Path::from(format!("{}{name}", self.prefix))))
    }

    /// Keeps everything that is read under a name, or nothing.
    pub fn put(&self, name: &str, mut from: impl Read) -> io::Result<()> {
        let ((store, at), mut bytes) = (self.object(name)?, Vec::new());
        from.read_to_end(&mut bytes)?;
        let payload = PutPayload::from(bytes);
        wait(async move { store.put_opts(&at, payload, PutOptions::default()).await })?;
        Ok(())
    }

    /// Writes what is kept under a name behind what the file holds.
    pub fn get(&self, name: &str, to: &File) -> io::Result<()> {
        let ((store, at), mut to) = (self.object(name)?, to.try_clone()?);
        wait(async move {
            let found = store.get_opts(&at, GetOptions::default()).await?;
            let mut pieces = found.into_stream();
            while let Some(bytes) = pieces.try_next().await? {
                to.write_all(&bytes).map_err(|problem| Error::Generic {
                    store: OWN,
                    source: Box::new(problem),
                })?;
            }
            Ok(())
        })
    }

    /// How many bytes are kept under a name.
    pub fn size(&self, name: &str) -> io::Result<u64> {
        let (store, at) = self.object(name)?;
        let asked = GetOptions::default().with_head(true);
        wait(async move { Ok(store.get_opts(&at, asked).await?.meta.size) })
    }

    /// Takes away what is kept under a name; what is gone already is gone.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        let (store, at) = self.object(name)?;
        let removed = wait(async move {
            let one = stream::iter([Ok(at)]).boxed();
            store.delete_stream(one).try_collect::<Vec<Path>>().await
        });
        match removed {
            Err(problem) if problem.kind() != io::ErrorKind::NotFound => Err(problem),
            _ => Ok(()),
        }
    }
}

/// Where a machine asks for the keys of its role.
const ROLE: &str = "169.254.169.254";

/// The error says what is wrong with the settings.
fn open((bucket, prefix): (&str, &str), settings: &str) -> Result<Arc<dyn ObjectStore>, String> {
    if bucket.is_empty() {
        return Err("s3:// names no bucket".to_owned());
    }
    let is_plain = |part: &str| {
        let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
        !part.is_empty() && part.bytes().all(plain)
    };
    if !prefix.is_empty() && !prefix.split('/').all(is_plain) {
        return Err(format!(
            "{prefix:?} is no prefix: letters without marks, digits, hyphens and slashes are"
        ));
    }
    // TLS with what the mail uses already; done twice it changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = AmazonS3Builder::from_env();
    for pair in settings.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let key: Result<AmazonS3ConfigKey, Error> = name.parse();
        let key = key.map_err(|_| format!("{name:?} is no setting of a bucket"))?;
        builder = builder.with_config(key, value);
    }
    let retry = RetryConfig {
        max_retries: TRIES,
        retry_timeout: PATIENCE,
        ..RetryConfig::default()
    };
    // One by one: not every store that speaks like S3 takes away many at once.
    let builder = builder.with_bucket_name(bucket).with_retry(retry);
    let built = builder.with_disable_bulk_delete(true).build();
    let store = built.map_err(|problem| in_full(&problem))?;
    Ok(Arc::new(store))
}

/// Lets the work be done elsewhere and waits for it, wherever this is.
fn wait<T: Send + 'static>(
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> io::Result<T> {
    let runtime = RUNTIME.as_ref();
    let runtime = runtime.map_err(|problem| io::Error::other(problem.to_string()))?;
    let (tell, told) = mpsc::channel();
    runtime.spawn(async move {
        // Whoever asked waits below.
        let _ = tell.send(work.await);
    });
    told.recv().map_err(io::Error::other)?.map_err(in_kinds)
}

/// An error with what it began with.
fn in_full(problem: &(dyn std::error::Error + 'static)) -> String {
    let (said, mut first) = (problem.to_string(), problem);
    while let Some(cause) = first.source() {
        first = cause;
    }
    match first.to_string() {
        cause if said.contains(&cause) => said,
        cause => format!("{said}: {cause}"),
    }
}

/// What the caller tells apart.
fn in_kinds(problem: Error) -> io::Error {
    let problem = match problem {
        Error::Generic { store: OWN, source } => match source.downcast::<io::Error>() {
            Ok(own) => return *own,
            Err(source) => Error::Generic { store: OWN, source },
        },
        other => other,
    };
    let kind = match &problem {
        Error::NotFound { .. } => io::ErrorKind::NotFound,
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => {
            io::ErrorKind::PermissionDenied
        }
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_listed_read_and_removed() {
        for prefix in ["", "grants/files"] {
            let bucket = Bucket::in_memory(prefix);
            bucket.check("checks/one").unwrap();
            bucket.put("ab/one", &b"hello"[..]).unwrap();
            bucket.put("cd/two", &b""[..]).unwrap();
            let names = |folder: &str| {
                let found = bucket.list(folder).unwrap().into_iter();
                found.map(|one| (one.name, one.size)).collect::<Vec<_>>()
            };
            let (one, two) = (("ab/one".to_owned(), 5), ("cd/two".to_owned(), 0));
            assert_eq!(names(""), [one.clone(), two]);
            assert_eq!(names("ab"), [one]);
            assert_eq!(bucket.size("ab/one").unwrap(), 5);
            let mut file = tempfile::tempfile().unwrap();
            bucket.get("ab/one", &file).unwrap();
            io::Seek::rewind(&mut file).unwrap();
            assert_eq!(io::read_to_string(file).unwrap(), "hello");
            bucket.remove("ab/one").unwrap();
            bucket.remove("ab/one").unwrap();
            let gone = bucket.size("ab/one").unwrap_err();
            assert_eq!(gone.kind(), io::ErrorKind::NotFound);
        }
    }

    #[test]
    fn settings_with_which_nothing_opens_are_told() {
        for (place, told) in [
            ("", "files: s3:// names no bucket"),
            ("grants/a b", "files: \"a b\" is no prefix"),
            ("grants/../other", "files: \"../other\" is no prefix"),
            ("grants?colour=red", "files: \"colour\" is no setting"),
        ] {
            let bucket = Bucket::s3(place);
            let Err(Unready::Settings(said)) = bucket.check("checks/one") else {
                panic!("{place}");
            };
            assert!(said.starts_with(told), "{said}");
            assert!(bucket.put("ab/one", &b"x"[..]).is_err());
        }
    }

    #[test]
    fn a_bucket_that_does_not_answer_is_away() {
        // Nobody listens at port 1.
        let there = "endpoint=http://127.0.0.1:1&allow_http=true";
        let keys = "access_key_id=one&secret_access_key=olives";
        let bucket = Bucket::s3(&format!("grants/files?{there}&{keys}"));
        let Err(Unready::Away(said)) = bucket.check("checks/one") else {
            panic!("nobody is there");
        };
        assert!(
            said.starts_with("s3://grants/files does not answer"),
            "{said}"
        );
        assert!(!said.contains("olives"), "{said}");
    }
}
