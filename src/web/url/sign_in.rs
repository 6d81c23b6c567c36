//! Where one signs in and shows again that it is oneself.

use super::{ROOT, encode, safe_place};
use crate::domain::PasskeyId;

pub const SIGN_IN: &str = "/sign-in";
pub const SIGN_IN_RESUME: &str = "/sign-in/resume";
/// Where one shows again that it is oneself.
pub const PROOF: &str = "/account/proof";
/// Where the code of the second step goes.
pub const SIGN_IN_CODE: &str = "/sign-in/code";
/// Where a script fetches what a device is asked at the sign-in.
pub const SIGN_IN_PASSKEY: &str = "/sign-in/passkey";
/// The same for showing again that it is oneself.
pub const PROOF_PASSKEY: &str = "/account/proof/passkey";
/// One's passkeys.
pub const PASSKEYS: &str = "/account/passkeys";
pub const PASSKEY_REMOVAL: &str = "/account/passkeys/removal";

/// Where it is asked before a passkey is taken away.
pub fn passkey_removal(id: PasskeyId) -> String {
    format!("{PASSKEY_REMOVAL}?passkey={id}")
}

/// Where one is sent on to the provider, and comes back from it.
pub const OPENID: &str = "/sign-in/openid";
pub const OPENID_BACK: &str = "/sign-in/openid/return";
/// Where one is sent on to the provider to sign out there too, and comes back from it.
pub const OPENID_OUT: &str = "/sign-in/openid/out";
pub const OPENID_LEFT: &str = "/sign-in/openid/out/return";
/// Where one is sent on to the provider to show again that it is oneself.
pub const OPENID_PROOF: &str = "/account/proof/openid";

/// Where one is sent on to the provider, leading on to a place.
pub fn openid_to(place: &str) -> String {
    returning(OPENID, place)
}

/// Where one is sent on to the provider before a place that asks for a proof.
pub fn openid_before(place: &str) -> String {
    returning(OPENID_PROOF, place)
}

/// The sign-in page that leads back to a place.
pub fn sign_in_to(place: &str) -> String {
    returning(SIGN_IN, place)
}

/// Where the code of the second step goes, leading on to a place.
pub fn sign_in_code_to(place: &str) -> String {
    returning(SIGN_IN_CODE, place)
}

/// Where one shows again that it is oneself, leading on to a place.
pub fn proof_before(place: &str) -> String {
    returning(PROOF, place)
}

fn returning(page: &str, place: &str) -> String {
    match safe_place(place) {
        Some(place) if place != ROOT => format!("{page}?return_to={}", encode(place)),
        _ => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_led_back_to() {
        assert_eq!(sign_in_to("/a?b=c&d"), "/sign-in?return_to=/a%3Fb%3Dc%26d");
        assert_eq!(sign_in_to("//evil.example"), SIGN_IN);
    }
}
