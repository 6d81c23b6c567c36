//! What lies in a bucket: all at once, or some at a time where it may be more than memory
//! holds.

use std::io;

use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::{Error, ObjectMeta};

use super::{Bucket, wait};

/// An object as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Seconds since 1970 by the store's clock.
    pub changed: i64,
}

impl Object {
    fn of(found: &ObjectMeta, prefix: &str) -> Self {
        let place: &str = found.location.as_ref();
        Self {
            name: place.strip_prefix(prefix).unwrap_or(place).to_owned(),
            size: found.size,
            changed: found.last_modified.timestamp(),
        }
    }
}

/// Everything in a bucket, some objects at a time, in the store's own order.
pub struct Pages {
    /// Nothing behind an end.
    rest: Option<BoxStream<'static, Vec<Result<ObjectMeta, Error>>>>,
    prefix: String,
}

impl Iterator for Pages {
    type Item = io::Result<Vec<Object>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut rest = self.rest.take()?;
        let read = wait(async move {
            let page = rest.next().await;
            let page = page.map(|found| found.into_iter().collect::<Result<Vec<_>, Error>>());
            Ok((page.transpose()?, rest))
        });
        let (page, rest) = match read {
            Ok(read) => read,
            Err(problem) => return Some(Err(problem)),
        };
        let page = page?;
        self.rest = Some(rest);
        let objects = page.iter().map(|one| Object::of(one, &self.prefix));
        Some(Ok(objects.collect()))
    }
}

impl Bucket {
    /// Everything below a folder, by name; of the whole bucket below an empty one.
    pub fn list(&self, folder: &str) -> io::Result<Vec<Object>> {
        let (store, at) = self.object(folder)?;
        let found = wait(async move { store.list(Some(&at)).try_collect::<Vec<_>>().await })?;
        let objects = found.iter().map(|one| Object::of(one, &self.prefix));
        let mut objects: Vec<Object> = objects.collect();
        objects.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(objects)
    }

    /// Everything in it, so many objects at a time. What is taken away meanwhile hides
    /// nothing else.
    pub fn pages(&self, at_once: usize) -> io::Result<Pages> {
        let (store, at) = self.object("")?;
        Ok(Pages {
            rest: Some(store.list(Some(&at)).chunks(at_once).boxed()),
            prefix: self.prefix.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_everything_once_and_no_more_than_they_may() {
        for prefix in ["", "grants/files"] {
            let bucket = Bucket::in_memory(prefix);
            let pages = || bucket.pages(2).unwrap().map(Result::unwrap);
            assert_eq!(pages().count(), 0);
            for name in ["ab/one", "ab/two", "cd/three", "four", "five"] {
                bucket.put(name, &b"x"[..]).unwrap();
            }
            assert_eq!(pages().map(|page| page.len()).max(), Some(2));
            let mut found: Vec<Object> = pages().flatten().collect();
            found.sort_by(|one, other| one.name.cmp(&other.name));
            assert_eq!(found, bucket.list("").unwrap());
        }
    }
}
