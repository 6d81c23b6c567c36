//! Encodings that spreadsheets write beside UTF-8.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, WINDOWS_1252};

/// Bytes of text that are decoded at once.
const PIECE: usize = 16 * 1024;

/// UTF-16 as UTF-8, piece by piece. What is no UTF-16 ends it behind the last sound text.
pub struct Utf16<R> {
    input: R,
    decoder: Decoder,
    text: Vec<u8>,
    /// What of the text was not taken yet.
    from: usize,
    to: usize,
    ended: bool,
    broken: bool,
}

impl<R: BufRead> Utf16<R> {
    /// Decodes what stands behind the byte order mark.
    pub fn new(input: R, encoding: &'static Encoding) -> Self {
        Self {
            input,
            decoder: encoding.new_decoder_without_bom_handling(),
            text: vec![0; PIECE],
            from: 0,
            to: 0,
            ended: false,
            broken: false,
        }
    }
}

impl<R: BufRead> BufRead for Utf16<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.from == self.to && !self.ended {
            if self.broken {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let input = self.input.fill_buf()?;
            let last = input.is_empty();
            let (result, read, written) =
                self.decoder
                    .decode_to_utf8_without_replacement(input, &mut self.text, last);
            self.input.consume(read);
            (self.from, self.to) = (0, written);
            match result {
                DecoderResult::InputEmpty => self.ended = last,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => self.broken = true,
            }
        }
        Ok(&self.text[self.from..self.to])
    }

    fn consume(&mut self, amount: usize) {
        self.from = self.to.min(self.from + amount);
    }
}

impl<R: BufRead> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut text = self.fill_buf()?;
        let count = text.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

/// The text of a cell in Windows-1252, where that is beyond doubt: each of its letters
/// beyond ASCII stands alone among others, as accents, quotation marks and signs of
/// currencies do. Words in Hebrew or Arabic letters, or in UTF-8, are runs of them.
pub fn western(cell: &[u8]) -> Option<String> {
    let alone = !cell
        .windows(2)
        .any(|pair| pair.iter().all(|byte| !byte.is_ascii()));
    let letters = cell.iter().any(u8::is_ascii_alphanumeric);
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(cell);
    let defined = !text.chars().any(|c| ('\u{80}'..='\u{9F}').contains(&c));
    (alone && letters && defined).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn western_letters_stand_alone() {
        assert_eq!(western(b"Caf\xE9 \x9610").as_deref(), Some("Café –10"));
        assert_eq!(western(b"\xA35,000").as_deref(), Some("£5,000"));
        let hebrew = b"\xF9\xEC\xE5\xED abc";
        assert_eq!(western(hebrew), None, "a word of Windows-1255");
        assert_eq!(western(b"a\x81b"), None, "not defined");
        assert_eq!(western(b"\xE9"), None, "nothing to tell by");
    }
}
