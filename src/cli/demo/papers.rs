//! Papers that organisations of the demonstration sent: looked into and kept like
//! any upload.

use super::forms::PAPERS;
use super::story::Story;
use crate::actions::attachment::{self, Target};
use crate::cli::Failure;
use crate::domain::ApplicationId;
use crate::domain::file::FileName;
use crate::files::{Stored, accept};

/// A file with the address of who sent it.
struct Paper {
    from: &'static str,
    name: &'static str,
    content: &'static [u8],
}

const SENT: [Paper; 2] = [
    Paper {
        from: "yousef.adasa@apply.example",
        name: "kits and courses.pdf",
        content: include_bytes!("content/papers/kits.pdf"),
    },
    Paper {
        from: "bashar.harf@apply.example",
        name: "notice of the registry.jpg",
        content: include_bytes!("content/papers/notice.jpg"),
    },
];

impl Story<'_> {
    /// Adds what this organisation has to its draft.
    pub fn add_papers(&self, application: ApplicationId) -> Result<(), Failure> {
        let mine = |paper: &&Paper| paper.from == self.organisation.email;
        for paper in SENT.iter().filter(mine) {
            self.add_paper(application, paper)?;
        }
        Ok(())
    }

    fn add_paper(&self, application: ApplicationId, paper: &Paper) -> Result<(), Failure> {
        let (name, stored) = self.keep_file(paper.name, paper.content)?;
        let limits = self.seeder.limits;
        let to = Target {
            application,
            question: PAPERS.to_owned(),
        };
        self.by_applicant(self.hours(19), |tx, actor| {
            attachment::add(tx, actor, &to, (&name, &stored), (limits, None)).map(drop)
        })
    }

    /// Looks into a file and keeps it, as any that is sent.
    pub fn keep_file(&self, name: &str, content: &[u8]) -> Result<(FileName, Stored), Failure> {
        let wrong = |why: String| Failure::Failed(format!("{name}: {why}"));
        let name = FileName::parse(name).map_err(|message| wrong(message.key.to_owned()))?;
        let (storage, limits) = (&self.seeder.storage, self.seeder.limits);
        let mut incoming = storage
            .receive_sealed(limits.bytes)
            .map_err(|e| wrong(e.to_string()))?;
        incoming.add(content).map_err(|e| wrong(e.to_string()))?;
        let mut whole = incoming.whole().map_err(|e| wrong(e.to_string()))?;
        let stored = accept(storage, &mut whole, name.kind(), None);
        let stored = stored.map_err(|bad| wrong(format!("{bad:?}")))?;
        Ok((name, stored))
    }
}
