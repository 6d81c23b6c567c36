//! Stylesheet, script and icon: embedded, named by their hash, cached for ever.
//! The stylesheet is written in parts and served as one.

use std::sync::LazyLock;

use actix_web::http::header::{self, ContentEncoding, ETag};
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use rust_embed::Embed;
use sha2::{Digest, Sha256};

use super::access::Anyone;
use super::errors::Fault;
use super::packed::{self, Packed};
use crate::store::hex;

#[derive(Embed)]
#[folder = "static"]
struct Static;

/// A file as it is served.
pub struct Asset {
    /// Its address, which holds its hash.
    pub address: String,
    kind: &'static str,
    /// What its tags begin with.
    hash: String,
    content: Bytes,
    packed: Packed,
}

/// The files that pages link.
pub struct Assets {
    pub stylesheet: Asset,
    pub script: Asset,
    /// Only for pages with a budget.
    pub sums: Asset,
    /// Loaded only where files are uploaded.
    pub files: Asset,
    /// Comfort of the pages that save themselves.
    pub section: Asset,
    /// All that reviewers make use of in one, so that every page of theirs has the same:
    /// pages that save themselves, the total as it forms on the review page.
    pub reviewer: Asset,
    /// Keeps the pages of a meeting fresh.
    pub meeting: Asset,
    /// Hands to a device what it is asked, and its answer to the form.
    pub passkey: Asset,
    /// Comfort of the pages on which staff order the parts of a form or rubric.
    pub arrange: Asset,
    /// Inside the offline form; never linked.
    pub offline: Asset,
    pub icon: Asset,
}

/// The files of this build.
pub static ASSETS: LazyLock<Assets> = LazyLock::new(|| Assets {
    stylesheet: Asset::new("evenhand.css", "text/css", stylesheet()),
    script: Asset::new(
        "evenhand.js",
        "text/javascript",
        joined(&["counted.js", "evenhand.js"]),
    ),
    sums: Asset::new("sums.js", "text/javascript", file("sums.js")),
    files: Asset::new("files.js", "text/javascript", file("files.js")),
    reviewer: Asset::new(
        "reviewer.js",
        "text/javascript",
        joined(&[
            "counted.js",
            "evenhand.js",
            "asked.js",
            "section.js",
            "review.js",
        ]),
    ),
    section: Asset::new(
        "section.js",
        "text/javascript",
        joined(&["asked.js", "section.js"]),
    ),
    meeting: Asset::new("meeting.js", "text/javascript", file("meeting.js")),
    passkey: Asset::new("passkey.js", "text/javascript", file("passkey.js")),
    arrange: Asset::new("arrange.js", "text/javascript", file("arrange.js")),
    offline: Asset::new(
        "offline.js",
        "text/javascript",
        joined(&["asked.js", "counted.js", "offline.js"]),
    ),
    icon: Asset::new("favicon.svg", "image/svg+xml", file("favicon.svg")),
});

fn file(name: &str) -> Vec<u8> {
    Static::get(name).map_or_else(Vec::new, |file| file.data.into_owned())
}

/// Scripts as one: pages on the line and the offline form ask and count by the same
/// rules.
fn joined(names: &[&str]) -> Vec<u8> {
    names.iter().flat_map(|name| file(name)).collect()
}

/// The parts in the order of their names.
fn stylesheet() -> Vec<u8> {
    let mut parts: Vec<_> = Static::iter()
        .filter(|name| name.starts_with("css/"))
        .collect();
    parts.sort();
    parts.iter().flat_map(|name| file(name)).collect()
}

impl Asset {
    /// What it holds, to be put into a page that is kept.
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    fn new(name: &str, kind: &'static str, content: Vec<u8>) -> Self {
        let hash = hex(&Sha256::digest(&content)[..8]);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        Self {
            address: format!("/assets/{stem}-{hash}.{extension}"),
            kind,
            hash,
            packed: Packed::default(),
            content: content.into(),
        }
    }
}

/// Serves an asset by its hashed name.
pub async fn asset(
    _: Anyone,
    name: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Fault> {
    let wanted = format!("/assets/{name}");
    let all = [
        &ASSETS.stylesheet,
        &ASSETS.script,
        &ASSETS.sums,
        &ASSETS.files,
        &ASSETS.section,
        &ASSETS.reviewer,
        &ASSETS.meeting,
        &ASSETS.passkey,
        &ASSETS.arrange,
        &ASSETS.icon,
    ];
    let found = all.into_iter().find(|asset| asset.address == wanted);
    let asset = found.ok_or(Fault::NotFound)?;
    let encoding = packed::asked(&request);
    let ready = asset.packed.of(&asset.content, encoding);
    let tag = ready.as_ref().map(|_| packed::tag(&asset.hash, encoding));
    let kept = tag.as_ref().is_some_and(|tag| packed::keeps(&request, tag));
    let mut answer = if kept {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "accept-encoding"));
    if let Some(tag) = tag {
        answer.insert_header(ETag(tag));
    }
    if kept {
        return Ok(answer.finish());
    }
    answer.insert_header((
        header::CONTENT_TYPE,
        format!("{}; charset=utf-8", asset.kind),
    ));
    if ready.is_some() && encoding != ContentEncoding::Identity {
        answer.insert_header((header::CONTENT_ENCODING, encoding.as_str()));
    }
    // What is not packed here is packed as every other answer is.
    Ok(answer.body(ready.unwrap_or_else(|| asset.content.clone())))
}
