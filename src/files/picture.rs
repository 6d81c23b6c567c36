//! Pictures: decoded with bounds, turned upright, and written anew. What a camera
//! adds (place, time, owner, thumbnails) and what hides behind the picture stays
//! behind.

use std::io::{BufReader, Read, Seek, Write};

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, Limits};

use super::accept::Bad;
use crate::domain::file::FileKind;

/// Most points of a picture: more than telephones take, less than fills the memory.
const MOST_POINTS: u64 = 50_000_000;
/// Most bytes that decoding may ask for.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// Of JPEG, out of 100: no loss that is seen on a scanned page.
const QUALITY: u8 = 90;

/// Writes the picture of `from`, and nothing else of it.
pub fn rewrite(from: impl Read + Seek, kind: FileKind, to: &mut impl Write) -> Result<(), Bad> {
    let from = BufReader::new(from);
    let written = if kind == FileKind::Png {
        let picture = decode(PngDecoder::new(from).map_err(|_| Bad::Broken)?)?;
        picture.write_with_encoder(PngEncoder::new_with_quality(
            to,
            CompressionType::Default,
            FilterType::Adaptive,
        ))
    } else {
        let picture = decode(JpegDecoder::new(from).map_err(|_| Bad::Broken)?)?;
        let plain = match picture.color() {
            ColorType::L8 | ColorType::Rgb8 => picture,
            _ => DynamicImage::from(picture.to_rgb8()),
        };
        plain.write_with_encoder(JpegEncoder::new_with_quality(to, QUALITY))
    };
    written.map_err(|error| match error {
        image::ImageError::IoError(error) => Bad::Io(error),
        _ => Bad::Broken,
    })
}

fn decode(mut decoder: impl ImageDecoder) -> Result<DynamicImage, Bad> {
    let (width, height) = decoder.dimensions();
    let points = u64::from(width) * u64::from(height);
    if points > MOST_POINTS || decoder.total_bytes() > MOST_MEMORY {
        return Err(Bad::Huge);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(|_| Bad::Huge)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Bad::Broken)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{GenericImageView, ImageFormat, RgbImage};

    /// Four by two points, the left half dark.
    fn picture(format: ImageFormat) -> Vec<u8> {
        let picture = RgbImage::from_fn(4, 2, |x, _| image::Rgb([if x < 2 { 0 } else { 255 }; 3]));
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// A JPEG whose camera was held upright (Exif orientation 6) and knew a secret.
    fn from_camera() -> Vec<u8> {
        let tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0 secret place";
        let body = [b"Exif\0\0", &tiff[..]].concat();
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        let plain = picture(ImageFormat::Jpeg);
        [&plain[..2], &[0xFF, 0xE1], &length, &body, &plain[2..]].concat()
    }

    fn rewritten(bytes: &[u8], kind: FileKind) -> Result<Vec<u8>, Bad> {
        let mut out = Vec::new();
        rewrite(std::io::Cursor::new(bytes), kind, &mut out).map(|()| out)
    }

    #[test]
    fn a_photograph_is_turned_upright_and_tells_nothing_else() {
        let out = rewritten(&from_camera(), FileKind::Jpeg).unwrap();
        assert!(
            !out.windows(6)
                .any(|part| part == b"secret" || part == b"Exif\0\0")
        );
        let upright = image::load_from_memory(&out).unwrap();
        assert_eq!(upright.dimensions(), (2, 4));
        assert!(upright.get_pixel(0, 0)[0] < 100 && upright.get_pixel(0, 3)[0] > 150);
    }

    #[test]
    fn what_hangs_behind_a_picture_is_left_behind() {
        let page = [&picture(ImageFormat::Png)[..], b"<script>alert(1)</script>"].concat();
        let out = rewritten(&page, FileKind::Png).unwrap();
        assert!(!out.windows(8).any(|part| part == b"<script>"));
        assert_eq!(image::load_from_memory(&out).unwrap().dimensions(), (4, 2));
    }

    #[test]
    fn broken_and_huge_pictures_are_refused() {
        let cut = &picture(ImageFormat::Png)[..40];
        assert!(matches!(rewritten(cut, FileKind::Png), Err(Bad::Broken)));
        let mut huge = picture(ImageFormat::Png);
        // The width in the header, with the checksum of the header put right.
        huge[16..24].copy_from_slice(&[0, 0, 0x40, 0, 0, 0, 0x40, 0]);
        let mut sum = crc(&huge[12..29]);
        huge[29..33].swap_with_slice(&mut sum);
        assert!(matches!(rewritten(&huge, FileKind::Png), Err(Bad::Huge)));
    }

    fn crc(bytes: &[u8]) -> [u8; 4] {
        let step = |mut sum: u32, byte: &u8| {
            sum ^= u32::from(*byte);
            (0..8).fold(sum, |sum, _| {
                (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
            })
        };
        (!bytes.iter().fold(u32::MAX, step)).to_be_bytes()
    }
}
