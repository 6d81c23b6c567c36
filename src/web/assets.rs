//! Stylesheet, script and icon: embedded, named by their hash, cached for ever.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use rust_embed::Embed;

use super::access::Anyone;
use super::errors::Fault;
use crate::store::hex;

#[derive(Embed)]
#[folder = "static"]
struct Static;

/// The hashed addresses that pages link.
pub struct Assets {
    pub stylesheet: String,
    pub script: String,
    pub icon: String,
}

/// The addresses of this build.
pub static ASSETS: LazyLock<Assets> = LazyLock::new(|| Assets {
    stylesheet: address("evenhand.css"),
    script: address("evenhand.js"),
    icon: address("favicon.svg"),
});

fn address(name: &str) -> String {
    let hash = Static::get(name).map(|file| hex(&file.metadata.sha256_hash()[..8]));
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("/assets/{stem}-{}.{extension}", hash.unwrap_or_default())
}

/// Serves an asset by its hashed name.
pub async fn asset(_: Anyone, name: Path<String>) -> Result<HttpResponse, Fault> {
    let wanted = format!("/assets/{name}");
    let file = Static::iter().find(|file| address(file) == wanted);
    let found = file.and_then(|file| Static::get(&file).map(|content| (file, content)));
    let (file, content) = found.ok_or(Fault::NotFound)?;
    let kind = match file.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        _ => "image/svg+xml; charset=utf-8",
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(content.data.into_owned()))
}
