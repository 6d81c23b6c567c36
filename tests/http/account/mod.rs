//! Accounts: joining, signing in and out, sessions, passwords, people.

mod changed;
mod joining;
mod lost;
mod openid;
mod openid_addresses;
mod openid_keys;
mod openid_out;
mod openid_proof;
mod openid_told;
mod passkey;
mod people;
mod proof;
mod recovery;
mod rescue;
mod sealed_steps;
mod second_factor;
mod sessions;
mod sign_in;

use crate::support::Page;

/// What a page says, without what differs between any two browsers: the token.
fn without_token(page: &Page) -> String {
    page.source()
        .replace(&page.value_of_hidden("csrf"), "TOKEN")
}
