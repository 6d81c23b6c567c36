//! Files packed once in every way that browsers unpack, tighter than what is packed for
//! each answer, with a tag for each of them: two encodings are two byte strings. And pages,
//! packed in one piece.

use std::cell::RefCell;
use std::io::{Read, Write};
use std::sync::OnceLock;

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT_ENCODING, AcceptEncoding, CONTENT_ENCODING, CONTENT_TYPE, ContentEncoding, Encoding,
    EntityTag, HeaderMap, HeaderValue, IfNoneMatch, Preference, Quality, VARY,
};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage, HttpRequest};
use flate2::Compression;
use flate2::write::GzEncoder;

/// One file in all encodings, each made when it is first asked for.
#[derive(Default)]
pub struct Packed {
    brotli: OnceLock<Option<Bytes>>,
    zstd: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
}

/// Of Brotli, from 0 to 11: the last step takes twice as long for a fiftieth less.
const BROTLI: u32 = 10;
/// How far it looks back at most, as a power of two.
const WINDOW: u32 = 22;
/// Of Zstandard, from 1 to 22: what is small gets no smaller above.
const ZSTD: i32 = 19;

impl Packed {
    /// The content in an encoding; nothing in one that is not kept ready.
    pub fn of(&self, content: &Bytes, encoding: ContentEncoding) -> Option<Bytes> {
        match encoding {
            ContentEncoding::Identity => Some(content.clone()),
            ContentEncoding::Brotli => once(&self.brotli, || brotli(content, BROTLI)),
            ContentEncoding::Zstd => once(&self.zstd, || zstd(content)),
            ContentEncoding::Gzip => once(&self.gzip, || gzip(content, Compression::best())),
            _ => None,
        }
    }
}

fn once(kept: &OnceLock<Option<Bytes>>, pack: impl FnOnce() -> Option<Vec<u8>>) -> Option<Bytes> {
    kept.get_or_init(|| pack().map(Bytes::from)).clone()
}

fn brotli(content: &[u8], level: u32) -> Option<Vec<u8>> {
    let mut packed = Vec::new();
    let mut packer = brotli::CompressorReader::new(content, 0, level, WINDOW);
    packer.read_to_end(&mut packed).ok()?;
    Some(packed)
}

fn zstd(content: &[u8]) -> Option<Vec<u8>> {
    zstd::encode_all(content, ZSTD).ok()
}

fn gzip(content: &[u8], level: Compression) -> Option<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), level);
    packer.write_all(content).ok()?;
    packer.finish().ok()
}

/// The encoding that a browser gets of a file that is packed once: the tightest.
pub fn asked(request: &HttpRequest) -> ContentEncoding {
    let known = [
        Encoding::identity(),
        Encoding::brotli(),
        Encoding::zstd(),
        Encoding::gzip(),
        Encoding::deflate(),
    ];
    let accepted = request.get_header::<AcceptEncoding>();
    match accepted.and_then(|accepted| accepted.negotiate(known.iter())) {
        Some(Encoding::Known(encoding)) => encoding,
        _ => ContentEncoding::Identity,
    }
}

/// Where the files lie that are packed once.
const ONCE: &str = "/assets/";

/// Lets whoever takes Zstandard as gladly as anything have pages in it: in a third to a half
/// of the time that Brotli takes for them, and within a fiftieth as small.
pub async fn quickly<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if !request.path().starts_with(ONCE) && takes_zstd(&request) {
        let only = HeaderValue::from_static("zstd");
        request.headers_mut().insert(ACCEPT_ENCODING, only);
    }
    next.call(request).await
}

/// Most bytes of an answer that is packed in one piece: more would keep other answers waiting.
const PIECE: u64 = 256 * 1024;
/// How tightly answers are packed, of Brotli and of Zstandard.
const AT_ONCE: (u32, i32) = (4, 3);

thread_local! {
    /// Kept for the next answer: to make one takes longer than to pack a page.
    static ZSTD_AT_ONCE: RefCell<Option<zstd::bulk::Compressor<'static>>> =
        RefCell::new(zstd::bulk::Compressor::new(AT_ONCE.1).ok());
}

/// Packs an answer that is there whole in one piece, so that its length is told and it leaves at
/// once. What is left, streams and large ones, is packed piece by piece as it leaves.
pub async fn whole<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let encoding = asked(request.request());
    let answer = next.call(request).await?;
    let sized = matches!(answer.response().body().size(), BodySize::Sized(1..=PIECE));
    if !sized || !is_text(answer.headers()) {
        return Ok(answer.map_into_boxed_body());
    }
    let (request, answer) = answer.into_parts();
    let (mut answer, body) = answer.into_parts();
    let body = match body.try_into_bytes() {
        Ok(content) => match at_once(&content, encoding) {
            Some(packed) => {
                let headers = answer.headers_mut();
                let name = HeaderValue::from_static(encoding.as_str());
                headers.insert(CONTENT_ENCODING, name);
                headers.append(VARY, HeaderValue::from_static("accept-encoding"));
                BoxBody::new(packed)
            }
            None => BoxBody::new(content),
        },
        Err(body) => body.boxed(),
    };
    Ok(ServiceResponse::new(request, answer.set_body(body)))
}

/// Whether an answer is a text that is not packed yet.
fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    let kind = kind.unwrap_or_default().trim_end();
    let text = kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("xml");
    text && !headers.contains_key(CONTENT_ENCODING)
}

/// The content in an encoding; nothing in one that is not packed in one piece.
fn at_once(content: &[u8], encoding: ContentEncoding) -> Option<Vec<u8>> {
    match encoding {
        ContentEncoding::Brotli => brotli(content, AT_ONCE.0),
        ContentEncoding::Gzip => gzip(content, Compression::default()),
        ContentEncoding::Zstd => ZSTD_AT_ONCE
            .with_borrow_mut(|packer| packer.as_mut().and_then(|one| one.compress(content).ok())),
        _ => None,
    }
}

/// Whether nothing is preferred to Zstandard.
fn takes_zstd(request: &ServiceRequest) -> bool {
    let Some(accepted) = request.get_header::<AcceptEncoding>() else {
        return false;
    };
    let most = accepted.iter().map(|one| one.quality).max();
    let most = most.filter(|most| *most > Quality::ZERO);
    let zstd = Preference::Specific(Encoding::zstd());
    let mut ways = accepted.iter();
    ways.any(|one| one.item == zstd && Some(one.quality) == most)
}

/// The strong tag of a content with this hash in an encoding.
pub fn tag(hash: &str, encoding: ContentEncoding) -> EntityTag {
    EntityTag::new_strong(format!("{hash}-{}", encoding.as_str()))
}

/// Whether the browser says that it keeps what the tag stands for.
pub fn keeps(request: &HttpRequest, tag: &EntityTag) -> bool {
    match request.get_header::<IfNoneMatch>() {
        Some(IfNoneMatch::Any) => true,
        Some(IfNoneMatch::Items(tags)) => tags.iter().any(|one| one.weak_eq(tag)),
        None => false,
    }
}
