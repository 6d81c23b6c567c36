//! Forms that were read before. A version never changes once it is kept and no id is given
//! twice, so that a process parses each once: a page took longer over that than over
//! anything else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::FormVersion;
use crate::domain::FormId;
use crate::domain::form::{Form, Stage};

/// Bytes of the documents that are kept at most. Parsed, they take several times as much.
const MOST: usize = 1 << 20;

/// A version as a whole, and as it is asked in a stage.
pub(in crate::store) struct Parsed {
    pub version: FormVersion,
    short: OnceLock<Arc<Form>>,
}

impl Parsed {
    /// The form as it is asked in a stage; in the last one that is the whole.
    pub fn at(&self, stage: Stage) -> Arc<Form> {
        let whole = &self.version.form;
        Arc::clone(match stage {
            Stage::Short => self.short.get_or_init(|| {
                let asked = Form::clone(whole).at(stage);
                Arc::new(asked)
            }),
            Stage::Full => whole,
        })
    }
}

#[derive(Default)]
struct Known {
    bytes: usize,
    forms: BTreeMap<FormId, Arc<Parsed>>,
}

/// The forms of a database that were read before.
#[derive(Default)]
pub(in crate::store) struct KeptForms(Mutex<Known>);

impl KeptForms {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A form that was read before.
    pub fn get(&self, id: FormId) -> Option<Arc<Parsed>> {
        self.known().forms.get(&id).cloned()
    }

    /// Keeps a form whose document has so many bytes; where that are too many together,
    /// those of before are let go.
    pub fn keep(&self, version: FormVersion, bytes: usize) -> Arc<Parsed> {
        let id = version.id;
        let parsed = Arc::new(Parsed {
            version,
            short: OnceLock::new(),
        });
        let mut known = self.known();
        if known.bytes + bytes > MOST {
            *known = Known::default();
        }
        if known.forms.insert(id, Arc::clone(&parsed)).is_none() {
            known.bytes += bytes;
        }
        parsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::mint;

    fn version() -> FormVersion {
        FormVersion {
            id: mint(),
            version: 1,
            form: Arc::default(),
        }
    }

    #[test]
    fn forms_are_kept_until_they_are_too_large_together() {
        let kept = KeptForms::default();
        let (one, two, three) = (version(), version(), version());
        let ids = [one.id, two.id, three.id];
        let known = || ids.map(|id| kept.get(id).is_some());
        kept.keep(one.clone(), MOST / 2);
        // Two that read the same form at once keep it once.
        kept.keep(one, MOST / 2);
        kept.keep(two, MOST / 2);
        assert_eq!(known(), [true, true, false]);
        kept.keep(three, 1);
        assert_eq!(known(), [false, false, true]);
    }
}
