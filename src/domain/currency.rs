//! Currencies: the codes of ISO 4217 with the digits of their minor units. Knows
//! no names and no rates.

use super::Message;

/// List one of ISO 4217 as of 2026: every active code that has a minor unit, by
/// the number of its digits. Metals and test codes have none and are left out.
const ACTIVE: [(u32, &str); 4] = [
    (
        0,
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    ),
    (
        2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
         CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP \
         GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK \
         LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO \
         NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS \
         SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST \
         XAD XCD XCG YER ZAR ZMW ZWG",
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

/// An ISO 4217 currency code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    pub const USD: Self = Self(*b"USD");

    /// Offered first: the currencies of the region and its funders.
    pub const COMMON: [Self; 6] = [
        Self(*b"USD"),
        Self(*b"EUR"),
        Self(*b"ILS"),
        Self(*b"JOD"),
        Self(*b"GBP"),
        Self(*b"CHF"),
    ];

    /// Takes the code of an active currency, in small letters too.
    pub fn parse(code: &str) -> Result<Self, Message> {
        let wrong = || Message::new("error-currency");
        let typed = Self::kept(&code.trim().to_ascii_uppercase()).ok_or_else(wrong)?;
        typed.listed().map(|_| typed).ok_or_else(wrong)
    }

    /// Takes any three capital letters: what was typed while a code was active
    /// stays readable when ISO withdraws it.
    pub fn kept(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        let capitals = bytes.iter().all(u8::is_ascii_uppercase);
        capitals.then_some(Self(bytes))
    }

    /// Every active currency: the common ones first, the others by their code.
    pub fn all() -> impl Iterator<Item = Self> {
        let codes = ACTIVE.iter().flat_map(|(_, codes)| codes.split(' '));
        let mut others: Vec<Self> = codes.filter_map(Self::kept).collect();
        others.retain(|code| !Self::COMMON.contains(code));
        others.sort();
        Self::COMMON.into_iter().chain(others)
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Digits of the minor unit; 2 for a code that was withdrawn.
    pub fn decimals(self) -> u32 {
        self.listed().unwrap_or(2)
    }

    fn listed(self) -> Option<u32> {
        let has = |codes: &str| codes.split(' ').any(|code| code == self.code());
        let mut groups = ACTIVE.iter();
        groups.find_map(|(decimals, codes)| has(codes).then_some(*decimals))
    }
}

impl std::fmt::Debug for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_active_codes_are_taken_and_old_ones_are_still_read() {
        for code in ["USD", "ils", " JOD ", "XCG"] {
            assert!(Currency::parse(code).is_ok(), "{code}");
        }
        for code in ["", "US", "USDX", "ZZZ", "XAU", "XTS", "HRK", "US$", "₪"] {
            assert!(Currency::parse(code).is_err(), "{code}");
        }
        assert_eq!(Currency::kept("HRK").map(Currency::decimals), Some(2));
        assert_eq!(Currency::kept("hrk"), None);
    }

    #[test]
    fn every_code_stands_once_and_has_its_minor_unit() {
        let all: Vec<Currency> = Currency::all().collect();
        let mut codes: Vec<&str> = all.iter().map(Currency::code).collect();
        assert_eq!(codes[..3], ["USD", "EUR", "ILS"]);
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all.len());
        let decimals = |code| Currency::parse(code).map(Currency::decimals);
        for (code, expected) in [("JPY", 0), ("EUR", 2), ("IQD", 3), ("TND", 3), ("CLF", 4)] {
            assert_eq!(decimals(code), Ok(expected), "{code}");
        }
    }
}
