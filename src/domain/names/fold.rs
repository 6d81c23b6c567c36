//! The plain form of a name: without case, accents, vowel signs and forms of letters.
//! Keeps the script; other spellings are for [`super::compare`].

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A name without case, accents, vowel signs, punctuation and forms of letters; words with one
/// space between them.
pub fn folded(name: &str) -> String {
    const NORMALIZER: DecomposingNormalizerBorrowed<'static> =
        DecomposingNormalizerBorrowed::new_nfkd();
    let mut out = String::with_capacity(name.len());
    // Taken apart, this one would leave a space behind.
    let kept = name.chars().filter(|c| *c != '´');
    let decomposed = NORMALIZER.normalize_iter(kept);
    for c in decomposed.flat_map(char::to_lowercase) {
        if is_mark(c) {
            continue;
        }
        match plain(c) {
            Some(text) => out.push_str(text),
            None if c.is_alphanumeric() => out.push(letter(c)),
            // "Ben-Ami" and "Ben Ami" are one; so are "O'Neil" and "ONeil".
            None if is_silent(c) => {}
            None => out.push(' '),
        }
    }
    let mut words = out.split_whitespace();
    let mut folded = String::with_capacity(out.len());
    folded.extend(words.next());
    for word in words {
        folded.push(' ');
        folded.push_str(word);
    }
    folded
}

/// Accents that stand behind their letter, Arabic and Hebrew vowel signs, tatweel, and
/// the invisible marks of direction.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05BD}' | '\u{05BF}'..='\u{05C7}'
        | '\u{0610}'..='\u{061A}' | '\u{061C}' | '\u{0640}' | '\u{064B}'..='\u{065F}'
        | '\u{0670}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

/// Apostrophes, also those that stand for ayin, geresh and gershayim.
fn is_silent(c: char) -> bool {
    const SILENT: &str = "'\"`‘’ʻʼʽʾʿ“”״׳ء";
    SILENT.contains(c)
}

/// The letter that another one is a form of.
fn letter(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' | 'ۍ' => 'ي',
        'ؤ' => 'و',
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' => 'ه',
        'ک' => 'ك',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        other => other,
    }
}

/// What a Latin letter is that no accent can be taken off.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'ð' | 'đ' | 'ɖ' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ŧ' => "t",
        _ => return None,
    })
}
