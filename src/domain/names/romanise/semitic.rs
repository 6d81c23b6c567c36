//! Arabic (with the letters of Persian, Urdu, Pashto and Kurdish) and Hebrew, letter by
//! letter. Ayin and hamza are not heard: Latin spellings leave them out.

use super::super::sounds::Sound::{self, *};

/// A word of the Arabic script.
pub fn arabic(word: &str) -> Vec<Sound> {
    let mut sounds: Vec<Sound> = word.chars().filter_map(arabic_letter).collect();
    // Ta marbuta and the Persian silent h stand for a vowel.
    if sounds.len() > 1 && word.ends_with('ه') {
        sounds.pop();
        sounds.push(FinalH);
    }
    sounds
}

fn arabic_letter(c: char) -> Option<Sound> {
    Some(match c {
        'ا' => A,
        'ب' => B,
        'ت' | 'ط' | 'ټ' | 'ٹ' => T,
        'ث' => Th,
        'ج' => J,
        'ح' | 'ه' => H,
        'خ' => Kh,
        'د' | 'ډ' | 'ڈ' => D,
        'ذ' | 'ض' | 'ظ' => Dh,
        'ر' | 'ړ' | 'ڑ' | 'ڕ' => R,
        'ز' | 'ځ' => Z,
        'س' | 'ص' => S,
        'ش' | 'ښ' => Sh,
        'ژ' => Zh,
        'ږ' | 'غ' => Gh,
        'ف' => F,
        'ڤ' => V,
        'ق' => Q,
        'ك' => K,
        'گ' | 'ګ' => G,
        'چ' => Ch,
        'څ' => Ts,
        'پ' => P,
        'ل' | 'ڵ' => L,
        'م' => M,
        'ن' | 'ڼ' | 'ں' => N,
        'و' | 'ۆ' => Waw,
        'ي' | 'ې' | 'ے' | 'ێ' => Yod,
        other => return digit(other),
    })
}

/// A Hebrew word.
pub fn hebrew(word: &str) -> Vec<Sound> {
    let mut sounds: Vec<Sound> = word.chars().filter_map(hebrew_letter).collect();
    if sounds.len() > 1 && word.ends_with('ה') {
        sounds.pop();
        sounds.push(FinalH);
    }
    sounds
}

fn hebrew_letter(c: char) -> Option<Sound> {
    Some(match c {
        'א' => A,
        'ב' => B,
        'ג' => G,
        'ד' => D,
        'ה' => H,
        'ו' => Waw,
        'ז' => Z,
        'ח' => Kh,
        'ט' | 'ת' => T,
        'י' => Yod,
        'כ' => K,
        'ל' => L,
        'מ' => M,
        'נ' => N,
        'ס' => S,
        'פ' => P,
        'צ' => Ts,
        'ק' => Q,
        'ר' => R,
        'ש' => Sh,
        other => return digit(other),
    })
}

/// Digits of every script have a value.
pub fn digit(c: char) -> Option<Sound> {
    const DIGITS: [Sound; 10] = [D0, D1, D2, D3, D4, D5, D6, D7, D8, D9];
    let zeros = ['0', '\u{0660}', '\u{06F0}'];
    let value = zeros
        .iter()
        .find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|n| *n < 10));
    value.and_then(|value| DIGITS.get(value as usize)).copied()
}
