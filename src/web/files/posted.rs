//! A form with files as a browser posts it: from our own pages only, the token
//! first, then files one after the other as they come. Nothing of it is held in
//! memory whole.

use std::io;
use std::time::Duration;

use actix_multipart::{Field, Multipart};
use actix_web::dev::Payload;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::web::{Bytes, Data, block};
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;

use crate::domain::file::Limits;
use crate::files::{Incoming, SealedIncoming, Storage, Whole};
use crate::web::errors::Fault;
use crate::web::forms::{is_token, same_origin};
use crate::web::site::Site;
use crate::web::visit::Visit;

/// A line that brings nothing for so long is given up.
const SILENCE: Duration = Duration::from_secs(60);
/// Longest token that is read.
const MOST_TOKEN: usize = 256;
/// What a form holds beside its files.
const AROUND: u64 = 64 * 1024;

/// The next bytes; a broken or silent line is a fault.
pub async fn next(
    stream: &mut (impl StreamExt<Item = Result<Bytes, impl std::fmt::Debug>> + Unpin),
) -> Result<Option<Bytes>, Fault> {
    let next = tokio::time::timeout(SILENCE, stream.next()).await;
    let next = next.map_err(|_| Fault::Unreadable)?;
    next.transpose().map_err(|_| Fault::Unreadable)
}

/// A posted form whose token was right.
pub enum FileForm {
    Files(Multipart),
    /// It announced more than any form may hold; nothing of it was read.
    TooLarge,
}

impl FromRequest for FileForm {
    type Error = Fault;
    type Future = LocalBoxFuture<'static, Result<Self, Fault>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            same_origin(&request)?;
            let site = request.app_data::<Data<Site>>().ok_or(Fault::Lost)?;
            if announced(&request)? > most(site.file_limits) {
                return Ok(Self::TooLarge);
            }
            let mut form = Multipart::new(request.headers(), payload);
            let token = token(&mut form).await?;
            is_token(&request, &token)?;
            Ok(Self::Files(form))
        })
    }
}

/// Most bytes that a form may announce.
fn most(limits: Limits) -> u64 {
    let files = limits.bytes.saturating_mul(limits.files.into());
    files.saturating_add(AROUND)
}

/// What the browser says that it will send; a form with files always says it.
fn announced(request: &HttpRequest) -> Result<u64, Fault> {
    let header = |name| {
        let value = request.headers().get(name)?;
        value.to_str().ok()
    };
    let kind = header(CONTENT_TYPE).unwrap_or_default();
    if !kind.to_ascii_lowercase().starts_with("multipart/form-data") {
        return Err(Fault::Unreadable);
    }
    let length = header(CONTENT_LENGTH).ok_or(Fault::Unreadable)?;
    length.parse().map_err(|_| Fault::Unreadable)
}

/// The first field, which must be the token.
async fn token(form: &mut Multipart) -> Result<String, Fault> {
    let field = tokio::time::timeout(SILENCE, form.next()).await;
    let field = field.map_err(|_| Fault::Unreadable)?;
    let mut field = field
        .ok_or(Fault::Expired)?
        .map_err(|_| Fault::Unreadable)?;
    if field.name() != Some("csrf") {
        return Err(Fault::Expired);
    }
    let read = field.bytes(MOST_TOKEN).await;
    let bytes = read.map_err(|_| Fault::Expired)?;
    let bytes = bytes.map_err(|_| Fault::Unreadable)?;
    String::from_utf8(bytes.to_vec()).map_err(|_| Fault::Expired)
}

/// A file of the form, before anything of it is read.
pub struct PostedFile {
    field: Field,
    /// As the browser sent it.
    pub name: String,
    pub declared: String,
}

/// The next file of a form; other fields are not of our pages.
pub async fn next_file(form: &mut Multipart) -> Result<Option<PostedFile>, Fault> {
    let field = tokio::time::timeout(SILENCE, form.next()).await;
    let field = field.map_err(|_| Fault::Unreadable)?;
    let Some(field) = field.transpose().map_err(|_| Fault::Unreadable)? else {
        return Ok(None);
    };
    if field.name() != Some("file") {
        return Err(Fault::Unreadable);
    }
    let told = field.content_disposition();
    let name = told
        .and_then(|told| told.get_filename())
        .unwrap_or_default();
    let declared = field.content_type().map(ToString::to_string);
    Ok(Some(PostedFile {
        // So browsers write a quotation mark in a name.
        name: name.replace("%22", "\""),
        declared: declared.unwrap_or_default(),
        field,
    }))
}

impl PostedFile {
    /// Writes the file to the disk as it comes, sealed; nothing when it is larger than
    /// `most`, and then the rest of it is read without being kept.
    pub async fn receive(&mut self, storage: &Storage, most: u64) -> Result<Option<Whole>, Fault> {
        let storage = storage.clone();
        let begin = move || storage.receive_sealed(most);
        let Some(incoming) = self.written(begin, SealedIncoming::add).await? else {
            return Ok(None);
        };
        let whole = block(move || incoming.whole()).await;
        Ok(Some(whole.map_err(|_| Fault::Lost)?.map_err(disk)?))
    }

    /// The same for what is published anyway: it lies as it comes.
    pub async fn receive_in_clear(
        &mut self,
        storage: &Storage,
        most: u64,
    ) -> Result<Option<Incoming>, Fault> {
        let storage = storage.clone();
        self.written(move || storage.receive(most), Incoming::write)
            .await
    }

    async fn written<T: Send + 'static>(
        &mut self,
        begin: impl FnOnce() -> io::Result<T> + Send + 'static,
        add: fn(&mut T, &[u8]) -> io::Result<bool>,
    ) -> Result<Option<T>, Fault> {
        let begun = block(begin).await;
        let mut incoming = Some(begun.map_err(|_| Fault::Lost)?.map_err(disk)?);
        while let Some(bytes) = next(&mut self.field).await? {
            let Some(mut file) = incoming.take() else {
                continue;
            };
            let written = block(move || add(&mut file, &bytes).map(|fits| fits.then_some(file)));
            incoming = written.await.map_err(|_| Fault::Lost)?.map_err(disk)?;
        }
        Ok(incoming)
    }

    /// Reads a small text whole; nothing when it is larger than `most` bytes or
    /// no UTF-8.
    pub async fn text(&mut self, most: usize) -> Result<Option<String>, Fault> {
        let mut text = Vec::new();
        while let Some(bytes) = next(&mut self.field).await? {
            if text.len() + bytes.len() <= most {
                text.extend_from_slice(&bytes);
            } else {
                self.skip().await?;
                return Ok(None);
            }
        }
        Ok(String::from_utf8(text).ok())
    }

    /// Reads a file to its end without keeping it.
    pub async fn skip(&mut self) -> Result<(), Fault> {
        while next(&mut self.field).await?.is_some() {}
        Ok(())
    }
}

/// Takes away what no row names any more: nobody waits for that. What can't be now, the
/// next sweep does.
pub async fn let_go(visit: &Visit, key: String) -> Result<(), Fault> {
    let storage = visit.site.storage.clone();
    let removed = block(move || storage.remove(&key)).await;
    if let Err(problem) = removed.map_err(|_| Fault::Lost)? {
        tracing::warn!(%problem, "what no row names stays until the next sweep");
    }
    Ok(())
}

/// The disk or the bucket did not take part.
pub fn disk(problem: io::Error) -> Fault {
    tracing::error!(%problem, "a file could not be kept");
    Fault::NoDisk
}
