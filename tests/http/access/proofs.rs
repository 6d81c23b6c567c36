//! What asks first to show again who it is, and what might be thought to and does not.

/// It counts as long as the settings say.
const SET: i64 = i64::MAX;

/// It counts five minutes, or as long as the settings say if that is shorter.
const JUST_NOW: i64 = 5;

/// A method and a path, with at most how many minutes ago whoever calls it showed that it
/// is them. Every other route asks for nothing.
pub const PROOFS: &[(&str, i64)] = &[
    // What is taken out.
    ("GET /admin/applications/{id}/packet.pdf", SET),
    ("GET /admin/applications/{id}/receipt.pdf", SET),
    ("GET /admin/awards/{award}/agreement.pdf", SET),
    (
        "GET /admin/rounds/{slug}/meetings/{meeting}/packet.pdf",
        SET,
    ),
    ("POST /account/data", SET),
    ("POST /admin/applications/{id}/files/{file}", SET),
    ("POST /admin/awards/{award}/signed", SET),
    (
        "POST /admin/organisations/{organisation}/engagement/{entry}/files/{file}",
        SET,
    ),
    ("POST /admin/payments", SET),
    ("POST /admin/pressure/briefing", SET),
    ("POST /admin/rounds/{slug}/exports", SET),
    ("POST /admin/rounds/{slug}/publication", SET),
    ("POST /organisations/{organisation}/data", SET),
    // What is read whole.
    ("POST /admin/awards/{award}/bank", SET),
    ("POST /admin/organisations/{organisation}/identity", SET),
    // Where money goes.
    ("POST /awards/{award}/bank", SET),
    // Who comes in, and as what.
    ("POST /admin/people", SET),
    ("POST /admin/people/sessions", SET),
    ("POST /admin/people/{person}/role", SET),
    ("POST /admin/people/{person}/sign-in/loss", SET),
    ("POST /admin/people/{person}/sign-in/loss/end", SET),
    ("POST /admin/people/{person}/sign-in/loss/taking-back", SET),
    ("POST /admin/people/{person}/sign-in/openid", SET),
    ("POST /admin/people/{person}/sign-in/sessions", SET),
    ("POST /admin/people/{person}/state", SET),
    ("POST /organisations/{organisation}/people", SET),
    (
        "POST /organisations/{organisation}/people/{person}/role",
        SET,
    ),
    // What opens longer than a browser does.
    ("POST /account/passkeys", JUST_NOW),
    ("POST /account/passkeys/removal", JUST_NOW),
    ("POST /account/second-factor", JUST_NOW),
    ("POST /account/second-factor/codes", JUST_NOW),
    ("POST /account/second-factor/removal", JUST_NOW),
    ("POST /admin/access-tokens", JUST_NOW),
    // What is gone for good.
    ("POST /account/erasure", SET),
    ("POST /organisations/{organisation}/erasure", SET),
    ("POST /admin/organisations/{organisation}/purge", JUST_NOW),
    (
        "POST /admin/organisations/{organisation}/purge/backups",
        JUST_NOW,
    ),
    (
        "POST /admin/organisations/{organisation}/purge/confirm",
        JUST_NOW,
    ),
    ("POST /admin/rounds/{slug}/purge", JUST_NOW),
    ("POST /admin/rounds/{slug}/purge/backups", JUST_NOW),
    ("POST /admin/rounds/{slug}/purge/confirm", JUST_NOW),
];

/// Routes that sound as if they took out or opened something, with why they don't ask.
pub const WITHOUT: &[(&str, &str)] = &[
    (
        "GET /applications/{application}/files/{file}",
        "one of the documents that the organisation gave itself",
    ),
    (
        "GET /applications/{application}/receipt.pdf",
        "what the organisation wrote itself",
    ),
    (
        "GET /awards/{award}/agreement.pdf",
        "the organisation reads it before it agrees",
    ),
    (
        "POST /account/passkeys/made",
        "answers a question that was asked after a proof",
    ),
    (
        "POST /admin/access-tokens/{token}/end",
        "shuts what a key opened",
    ),
    (
        "POST /admin/applications/{id}/publication",
        "says what may be told; nothing goes out",
    ),
    (
        "POST /admin/organisations/{organisation}/purge/withdrawal",
        "stops it",
    ),
    ("POST /admin/programmes/{slug}/form/publication", "a form"),
    (
        "POST /admin/programmes/{slug}/rubric/publication",
        "a rubric",
    ),
    ("POST /admin/rounds/{slug}/purge/withdrawal", "stops it"),
    (
        "POST /reviews/{application}/files/{file}",
        "reviewers open documents one by one in their work; each is in the audit log",
    ),
    ("POST /sign-in", "is a proof"),
    ("POST /sign-in/code", "is a proof"),
    (
        "POST /sign-in/openid/logout",
        "the provider signs what it tells; it ends sessions and opens nothing",
    ),
    ("POST /sign-in/passkey", "is a proof"),
    ("POST /sign-in/resume", "is a proof"),
];

/// Last words of paths by which something is taken out or opened.
const TELLING: &[&str] = &[
    "bank",
    "briefing",
    "data",
    "erasure",
    "exports",
    "identity",
    "payments",
    "people",
    "publication",
    "role",
    "sessions",
    "signed",
    "state",
];

/// Words of paths below which something is opened or gone.
const ABOVE: &[&str] = &[
    "/access-tokens",
    "/passkeys",
    "/purge",
    "/second-factor",
    "/sign-in",
];

/// Whether a route sounds as if it took out or opened something.
pub fn sounds_so(route: &str) -> bool {
    let (method, path) = route.split_once(' ').expect("a method and a path");
    let last = path.rsplit('/').next().unwrap_or_default();
    let telling = TELLING.contains(&last) || ABOVE.iter().any(|word| path.contains(word));
    match method {
        "GET" => path.ends_with(".pdf") || path.ends_with("/files/{file}"),
        _ => telling || path.ends_with("/files/{file}"),
    }
}
