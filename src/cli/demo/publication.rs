//! What the demonstration publishes of its awards, and a key for a program.

use super::seed::{ROUND, Seeder};
use super::story::Panel;
use crate::actions::{access_token, publication as actions};
use crate::cli::Failure;
use crate::domain::access_token::TokenDraft;
use crate::domain::publication::Publication;
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::{Reader, StoreError, publication, round};

/// Says of each award what its organisation lets be published, and makes a key.
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
    let rows: Vec<&ApplicationRow> = awards.iter().map(|(row, _)| row).collect();
    let allowed = seeder
        .database
        .read(|reader: &mut Reader| actions::allowed(reader, &rows))?;
    for (id, chosen) in allowed {
        if chosen == Publication::Withheld {
            continue;
        }
        seeder.act(Some(admin), 2, |tx| {
            actions::choose(tx, admin, id, chosen.code())
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
