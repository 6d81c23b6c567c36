//! Routes of second steps, proofs and sessions.

use super::table::{ADMIN, ANYONE, Row, SIGNED_IN};

pub const SIGNING_IN: &[Row] = &[
    ("GET /account/passkeys", SIGNED_IN),
    ("POST /account/passkeys", SIGNED_IN),
    ("POST /account/passkeys/made", SIGNED_IN),
    ("GET /account/passkeys/removal", SIGNED_IN),
    ("POST /account/passkeys/removal", SIGNED_IN),
    ("GET /account/proof", SIGNED_IN),
    ("POST /account/proof", SIGNED_IN),
    ("GET /account/proof/openid", SIGNED_IN),
    ("POST /account/proof/passkey", SIGNED_IN),
    ("GET /account/second-factor", SIGNED_IN),
    ("POST /account/second-factor", SIGNED_IN),
    ("GET /account/second-factor/codes", SIGNED_IN),
    ("POST /account/second-factor/codes", SIGNED_IN),
    ("GET /account/second-factor/removal", SIGNED_IN),
    ("POST /account/second-factor/removal", SIGNED_IN),
    ("POST /account/sessions/others/end", SIGNED_IN),
    ("GET /admin/people/sessions", ADMIN),
    ("POST /admin/people/sessions", ADMIN),
    ("GET /admin/people/{person}/sign-in", ADMIN),
    ("POST /admin/people/{person}/sign-in/loss", ADMIN),
    ("POST /admin/people/{person}/sign-in/loss/end", ADMIN),
    (
        "POST /admin/people/{person}/sign-in/loss/taking-back",
        ADMIN,
    ),
    ("POST /admin/people/{person}/sign-in/openid", ADMIN),
    ("POST /admin/people/{person}/sign-in/sessions", ADMIN),
    ("POST /sign-in/code", ANYONE),
    ("GET /sign-in/openid", ANYONE),
    ("GET /sign-in/openid/out", ANYONE),
    ("GET /sign-in/openid/out/return", ANYONE),
    ("GET /sign-in/openid/return", ANYONE),
    ("POST /sign-in/passkey", ANYONE),
];
