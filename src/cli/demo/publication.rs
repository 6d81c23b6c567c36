//! What the demonstration publishes of its awards, and a key for a program.

use super::seed::{ROUND, Seeder};
use super::story::Panel;
use crate::actions::{access_token, publication as actions};
use crate::cli::Failure;
use crate::domain::access_token::TokenDraft;
use crate::domain::publication::Publication;
use crate::policy::Reach;
use crate::store::{Reader, StoreError, publication, round};

/// What is said of the awards in their order; the others stay withheld.
const CHOICES: [Publication; 2] = [Publication::Full, Publication::Anonymised];

/// Says what may be published of the first awards, and makes a key.
pub fn tell(seeder: &Seeder, panel: &Panel) -> Result<(), Failure> {
    let Some(admin) = panel.admins.first() else {
        return Ok(());
    };
    let awards = seeder.database.read(|reader: &mut Reader| {
        let Some(round) = round::by_slug(reader, ROUND)? else {
            return Ok::<_, StoreError>(Vec::new());
        };
        publication::awards(reader, Reach::admin(admin.id, admin.at), round.id, None, 10)
    })?;
    for ((row, _), chosen) in awards.iter().zip(CHOICES) {
        seeder.act(Some(admin), 2, |tx| {
            actions::choose(tx, admin, row.id, chosen.code())
        })?;
    }
    let draft = TokenDraft {
        name: "Figures of the board, the office’s own server".to_owned(),
        scopes: vec!["awards".to_owned()],
        days: "90".to_owned(),
    };
    // Nobody learns the secret: the key only shows what one looks like.
    seeder.act(Some(admin), 2, |tx| access_token::make(tx, admin, &draft))?;
    Ok(())
}
