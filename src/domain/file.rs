//! Files that answer a question: which kinds are taken, what a name may be, how
//! many and how large. Knows names and sizes, never what a file contains.

use zeroize::Zeroizing;

use super::Message;
use super::numerals::{is_bidi_control, one_line};

/// Longest name, in characters.
pub const MOST_NAME: usize = 200;

/// What may be uploaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Jpeg,
    Png,
    Docx,
    Xlsx,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Docx, Self::Xlsx];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// How names of this kind may end, in small letters.
    fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
        }
    }

    /// How a name that is made for it ends.
    pub fn extension(self) -> &'static str {
        self.extensions().first().copied().unwrap_or_default()
    }

    /// What it is called on the wire.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// Whether a browser's word for the type agrees. Browsers that don't know a
    /// type say nothing or "octet-stream", which claims nothing.
    pub fn agrees_with(self, declared: &str) -> bool {
        let declared = declared.split(';').next().unwrap_or_default().trim();
        let declared = declared.to_ascii_lowercase();
        let nothing = ["", "application/octet-stream"].contains(&declared.as_str());
        let old = self == Self::Jpeg && ["image/jpg", "image/pjpeg"].contains(&declared.as_str());
        nothing || old || declared == self.media_type()
    }
}

/// The name of a file: on one line, without folders, of a kind that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    text: String,
    kind: FileKind,
}

impl FileName {
    /// Reads a name as a browser sent it. Control and direction characters are
    /// dropped; one that is too long or says a folder is refused, not cut.
    pub fn parse(sent: &str) -> Result<Self, Message> {
        let visible: String = sent.chars().filter(|c| !is_mark(*c)).collect();
        let text = one_line(&visible);
        if text.is_empty() {
            return Err(Message::new("error-file-choose"));
        }
        if text.chars().count() > MOST_NAME {
            let most = i64::try_from(MOST_NAME).unwrap_or(i64::MAX);
            return Err(Message::new("error-file-name").with("most", most));
        }
        if text.contains(['/', '\\']) {
            return Err(Message::new("error-file-path").with("name", text));
        }
        let kind = text.rsplit_once('.').and_then(|(stem, extension)| {
            let extension = extension.to_lowercase();
            let fits = |kind: &FileKind| kind.extensions().contains(&extension.as_str());
            let known = FileKind::ALL.into_iter().find(fits);
            known.filter(|_| stem.chars().any(char::is_alphanumeric))
        });
        match kind {
            Some(kind) => Ok(Self { text, kind }),
            None => Err(Message::new("error-file-kind").with("name", text)),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The kind that its ending claims.
    pub fn kind(&self) -> FileKind {
        self.kind
    }
}

/// Characters that are not seen and can make a name read as another one.
fn is_mark(c: char) -> bool {
    let invisible = matches!(
        c,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{FEFF}'
    );
    invisible || is_bidi_control(c)
}

/// How much an application may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub bytes: u64,
    /// Files of one application.
    pub files: u32,
}

impl Limits {
    /// Checks the size that is announced before anything is read.
    pub fn check_size(&self, name: &FileName, size: u64) -> Result<(), Message> {
        if size == 0 {
            return Err(Message::new("error-file-empty").with("name", name.as_str()));
        }
        if size > self.bytes {
            return Err(self.too_large(name));
        }
        Ok(())
    }

    /// What to say of a file that is larger than allowed.
    pub fn too_large(&self, name: &FileName) -> Message {
        let most = i64::try_from(self.bytes / 1_048_576).unwrap_or(i64::MAX);
        Message::new("error-file-large")
            .with("name", name.as_str())
            .with("most", most.max(1))
    }

    /// Checks whether one more file has room: `here` answer the question, which
    /// takes `most`; `all` belong to the application.
    pub fn check_count(&self, here: usize, most: u32, all: usize) -> Result<(), Message> {
        let full = |count: usize, most: u32| count >= most as usize;
        if full(here, most) {
            return Err(Message::new("error-too-many-files").with("most", i64::from(most)));
        }
        if full(all, self.files) {
            return Err(Message::new("error-file-many-all").with("most", i64::from(self.files)));
        }
        Ok(())
    }
}

/// The key with which the content of one file is sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct FileSecret(Zeroizing<[u8; 32]>);

impl FileSecret {
    /// The key of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads its 32 bytes.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::new)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// It is told to no log.
impl std::fmt::Debug for FileSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileSecret")
    }
}

/// How the content of a file lies on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// As former releases kept it, or because everybody may read it.
    InClear,
    Sealed(FileSecret),
    /// Sealed with a key that can't be opened now, or is gone.
    Shut,
}

/// What a virus scanner said of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    Clean,
    /// No scanner is set up.
    NotScanned,
}

impl Scan {
    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::NotScanned => "not_scanned",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Clean, Self::NotScanned]
            .into_iter()
            .find(|scan| scan.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sent: &str) -> Result<(String, FileKind), &'static str> {
        let name = FileName::parse(sent).map_err(|message| message.key)?;
        Ok((name.as_str().to_owned(), name.kind()))
    }

    #[test]
    fn a_name_is_read_on_one_line() {
        for (sent, text, kind) in [
            ("report.pdf", "report.pdf", FileKind::Pdf),
            ("..scan.JPG", "..scan.JPG", FileKind::Jpeg),
            ("a\u{202E}fdp.png", "afdp.png", FileKind::Png),
            ("ميزانية.xlsx", "ميزانية.xlsx", FileKind::Xlsx),
            ("two\r\nlines.docx", "two lines.docx", FileKind::Docx),
            ("a\"; x=\".jpeg", "a\"; x=\".jpeg", FileKind::Jpeg),
        ] {
            assert_eq!(read(sent), Ok((text.to_owned(), kind)), "{sent:?}");
        }
    }

    #[test]
    fn other_names_are_refused() {
        for (sent, key) in [
            ("", "error-file-choose"),
            ("folder/", "error-file-path"),
            ("../../etc/passwd.PDF", "error-file-path"),
            ("C:\\Users\\r\\scan.JPG", "error-file-path"),
            ("\u{202E}", "error-file-choose"),
            ("page.html", "error-file-kind"),
            ("report.pdf.exe", "error-file-kind"),
            ("report", "error-file-kind"),
            (".pdf", "error-file-kind"),
            ("...pdf", "error-file-kind"),
            ("sheet.xlsm", "error-file-kind"),
        ] {
            assert_eq!(read(sent), Err(key), "{sent:?}");
        }
        let long = |count: usize| format!("{}.pdf", "ن".repeat(count));
        assert!(read(&long(MOST_NAME - 4)).is_ok());
        assert_eq!(read(&long(MOST_NAME - 3)), Err("error-file-name"));
        assert_eq!(read(&long(4096)), Err("error-file-name"));
    }

    #[test]
    fn a_declared_type_must_agree() {
        for declared in [
            "",
            "application/octet-stream",
            "Image/JPEG",
            "image/pjpeg; q=1",
        ] {
            assert!(FileKind::Jpeg.agrees_with(declared), "{declared}");
        }
        for declared in ["image/png", "text/html", "application/zip"] {
            assert!(!FileKind::Jpeg.agrees_with(declared), "{declared}");
        }
    }

    #[test]
    fn sizes_and_counts_have_bounds() {
        let limits = Limits {
            bytes: 10,
            files: 3,
        };
        let name = FileName::parse("a.pdf").unwrap();
        let size = |size| limits.check_size(&name, size).map_err(|m| m.key);
        assert_eq!(size(0), Err("error-file-empty"));
        assert_eq!(size(10), Ok(()));
        assert_eq!(size(11), Err("error-file-large"));
        let count = |here, most, all| limits.check_count(here, most, all).map_err(|m| m.key);
        assert_eq!(count(1, 2, 2), Ok(()));
        assert_eq!(count(2, 2, 2), Err("error-too-many-files"));
        assert_eq!(count(1, 2, 3), Err("error-file-many-all"));
    }

    #[test]
    fn codes_are_read_back() {
        for kind in FileKind::ALL {
            assert_eq!(FileKind::from_code(kind.code()), Some(kind));
        }
        for scan in [Scan::Clean, Scan::NotScanned] {
            assert_eq!(Scan::from_code(scan.code()), Some(scan));
        }
    }
}
