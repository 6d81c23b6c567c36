//! Moving a part to any place at once, as dragging does.

use super::{Coded, Form, Home, Spot, at_code};

impl Form {
    /// Puts a part in front of another of a home, or at its end. Only questions
    /// change their home, and only for another section. The part's new place;
    /// nothing where it can't go there or stands there already.
    pub fn place(&mut self, spot: &Spot, home: &Home, before: Option<&str>) -> Option<Spot> {
        let code = spot.code();
        match (spot, home) {
            (Spot::Quiz(_), Home::Quiz) => place(&mut self.quiz, code, before)?,
            (Spot::Section(_), Home::Sections) => place(&mut self.sections, code, before)?,
            (Spot::Question(..), Home::Section(_)) if spot.home() != *home => {
                self.place_elsewhere(spot, home, before)?;
            }
            _ if spot.home() == *home => place(self.questions_in(home)?, code, before)?,
            _ => return None,
        }
        Some(home.spot(code))
    }

    fn place_elsewhere(&mut self, spot: &Spot, home: &Home, before: Option<&str>) -> Option<()> {
        let there = self.questions_in(home)?;
        let to = place_of(there, before)?;
        let here = self.questions_in(&spot.home())?;
        let moved = here.remove(at_code(here, spot.code())?);
        self.questions_in(home)?.insert(to, moved);
        Some(())
    }
}

/// Where something stands once it is in front of a code, or at the end.
fn place_of<T: Coded>(list: &[T], before: Option<&str>) -> Option<usize> {
    match before {
        Some(code) => at_code(list, code),
        None => Some(list.len()),
    }
}

fn place<T: Coded>(list: &mut [T], code: &str, before: Option<&str>) -> Option<()> {
    let from = at_code(list, code)?;
    let to = place_of(list, before)?;
    // Taking it out moves what stands behind it one place up.
    if from < to {
        list.get_mut(from..to)?.rotate_left(1);
        (from + 1 < to).then_some(())
    } else {
        list.get_mut(to..=from)?.rotate_right(1);
        (to < from).then_some(())
    }
}
