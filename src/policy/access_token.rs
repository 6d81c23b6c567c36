//! Who makes and ends keys for programs, and what a key reads: what its maker may read,
//! as long as they are an admin.

use super::{Actor, Hindrance, Reach};
use crate::domain::access_token::{Scope, Scopes};
use crate::domain::account::Role;
use crate::domain::{AccessTokenId, AccountId, Message, Moment};

/// May make and end keys.
#[derive(Debug)]
pub struct MayKeepTokens {
    by: AccountId,
}

impl MayKeepTokens {
    /// Admins may.
    pub fn of(actor: &Actor) -> Result<Self, Hindrance> {
        if actor.is(Role::Admin) {
            Ok(Self { by: actor.id })
        } else {
            Err(Hindrance::Denied(Message::new("denied-admin")))
        }
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// A key as it is kept, with what is known of its maker now.
#[derive(Debug, Clone)]
pub struct Token {
    pub id: AccessTokenId,
    pub scopes: Scopes,
    pub made_by: AccountId,
    pub expires_at: Moment,
    pub ended: bool,
    /// Whether the maker is disabled by now.
    pub maker_disabled: bool,
    /// Whether the maker is an admin still.
    pub maker_admin: bool,
}

/// A program that reads with a key that opens now.
#[derive(Debug, Clone)]
pub struct Program {
    key: AccessTokenId,
    maker: AccountId,
    reach: Reach,
    scopes: Scopes,
}

impl Program {
    /// The program of a key; nothing when the key does not open any more.
    pub fn of(token: &Token, now: Moment) -> Option<Self> {
        let stands = !token.ended && now < token.expires_at;
        let stands = stands && token.maker_admin && !token.maker_disabled;
        stands.then(|| Self {
            key: token.id,
            maker: token.made_by,
            reach: Reach::admin(token.made_by, now),
            scopes: token.scopes.clone(),
        })
    }

    /// The key that it brought.
    pub fn key(&self) -> AccessTokenId {
        self.key
    }

    /// In whose name it reads.
    pub fn maker(&self) -> AccountId {
        self.maker
    }

    /// Whose conflicts of interest count: the maker's.
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// Whether it may read this.
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes.0.contains(&scope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> Token {
        Token {
            id: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
            scopes: Scopes::from_text("awards"),
            made_by: "00000000-0000-7000-8000-000000000002".parse().unwrap(),
            expires_at: Moment::from_micros(10),
            ended: false,
            maker_disabled: false,
            maker_admin: true,
        }
    }

    #[test]
    fn a_key_opens_as_long_as_its_maker_is_an_admin_who_may_sign_in() {
        let opens = |token: Token| Program::of(&token, Moment::from_micros(9)).is_some();
        assert!(opens(token()));
        let ended = Token {
            ended: true,
            ..token()
        };
        let disabled = Token {
            maker_disabled: true,
            ..token()
        };
        let lapsed = Token {
            maker_admin: false,
            ..token()
        };
        assert!(![ended, disabled, lapsed].into_iter().any(opens));
        assert!(Program::of(&token(), Moment::from_micros(10)).is_none());
    }
}
