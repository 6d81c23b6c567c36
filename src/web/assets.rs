//! Stylesheet, script and icon: embedded, named by their hash, cached for ever.
//! The stylesheet is written in parts and served as one.

use std::io::Write;
use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::Embed;
use sha2::{Digest, Sha256};

use super::access::Anyone;
use super::errors::Fault;
use crate::store::hex;

#[derive(Embed)]
#[folder = "static"]
struct Static;

/// A file as it is served.
pub struct Asset {
    /// Its address, which holds its hash.
    pub address: String,
    kind: &'static str,
    content: Bytes,
    /// The same, packed once and tighter than what is packed for each answer.
    packed: Option<Bytes>,
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
    /// The total as it forms on the review page.
    pub review: Asset,
    /// Keeps the pages of a meeting fresh.
    pub meeting: Asset,
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
    review: Asset::new("review.js", "text/javascript", file("review.js")),
    section: Asset::new(
        "section.js",
        "text/javascript",
        joined(&["asked.js", "section.js"]),
    ),
    meeting: Asset::new("meeting.js", "text/javascript", file("meeting.js")),
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
            packed: packed(&content).map(Bytes::from),
            content: content.into(),
        }
    }
}

fn packed(content: &[u8]) -> Option<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(content).ok()?;
    packer.finish().ok()
}

/// Whether the browser unpacks what is packed. One that says how much it likes it
/// is left to what packs every other answer.
fn unpacks(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(header::ACCEPT_ENCODING);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    let mut accepted = accepted.unwrap_or("").split(',');
    accepted.any(|one| one.trim() == "gzip")
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
        &ASSETS.review,
        &ASSETS.meeting,
        &ASSETS.arrange,
        &ASSETS.icon,
    ];
    let found = all.into_iter().find(|asset| asset.address == wanted);
    let asset = found.ok_or(Fault::NotFound)?;
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((
            header::CONTENT_TYPE,
            format!("{}; charset=utf-8", asset.kind),
        ))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    match asset.packed.clone().filter(|_| unpacks(&request)) {
        Some(packed) => Ok(answer
            .insert_header((header::CONTENT_ENCODING, "gzip"))
            .insert_header((header::VARY, "accept-encoding"))
            .body(packed)),
        None => Ok(answer.body(asset.content.clone())),
    }
}
