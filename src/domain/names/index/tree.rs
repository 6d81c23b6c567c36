//! Spellings by their sounds, beginnings shared: a word is compared with all of them at
//! once, and what begins too unlike it is passed over together.

use super::super::sounds::{LONGEST, Row, Sound, Spoken, Target, cut, step_over};

/// How far spellings may be apart.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// How alike they have to be, in thousandths.
    pub least: u32,
    /// What the one may cost at most, whatever the two weigh.
    pub most: u32,
}

/// A spelling that is not in its place yet.
struct Spelling {
    sounds: Box<[Sound]>,
    totals: [u16; 2],
    most: u16,
    unit: u32,
}

/// A beginning of spellings; those that go on follow it.
#[derive(Clone, Copy)]
struct Node {
    sound: Sound,
    /// How many sounds it is.
    length: u8,
    /// What the heaviest spelling that begins so weighs, as in [`Spoken::total`].
    heaviest: [u16; 2],
    /// What another word may cost at most, whatever the two weigh.
    most: u16,
    /// Where the spellings that begin so end among the nodes.
    end: u32,
    /// Where those begin that are just this; they end where the next node's do.
    units: u32,
}

/// Spellings of units.
#[derive(Default)]
pub struct Tree {
    spellings: Vec<Spelling>,
    nodes: Vec<Node>,
    units: Vec<u32>,
}

impl Tree {
    /// Notes a spelling of a unit, of which no other may differ by more than `most`.
    pub fn add(&mut self, unit: u32, sounds: &Spoken, most: u32) {
        let totals =
            [false, true].map(|open| u16::try_from(sounds.total(open)).unwrap_or(u16::MAX));
        self.spellings.push(Spelling {
            sounds: cut(&sounds.sounds).into(),
            totals,
            most: u16::try_from(most).unwrap_or(u16::MAX),
            unit,
        });
    }

    /// Puts what was noted in order.
    pub fn finish(&mut self) {
        let mut spellings = std::mem::take(&mut self.spellings);
        spellings.sort_unstable_by(|one, other| {
            (&one.sounds, one.unit).cmp(&(&other.sounds, other.unit))
        });
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        // The nodes of the spelling at hand, from its first sound on.
        let mut open: Vec<usize> = Vec::new();
        for spelling in &spellings {
            let same = open.iter().zip(&spelling.sounds);
            let same = same.take_while(|(at, sound)| self.nodes[**at].sound == **sound);
            let same = same.count();
            for at in open.drain(same..) {
                self.nodes[at].end = place(self.nodes.len());
            }
            for (at, sound) in spelling.sounds.iter().enumerate().skip(same) {
                open.push(self.nodes.len());
                self.nodes.push(Node {
                    sound: *sound,
                    length: u8::try_from(at + 1).unwrap_or(u8::MAX),
                    heaviest: [0; 2],
                    most: 0,
                    end: 0,
                    units: place(self.units.len()),
                });
            }
            for at in &open {
                let node = &mut self.nodes[*at];
                node.heaviest = [0, 1].map(|open| node.heaviest[open].max(spelling.totals[open]));
                node.most = node.most.max(spelling.most);
            }
            self.units.push(spelling.unit);
        }
        for at in open {
            self.nodes[at].end = place(self.nodes.len());
        }
        self.nodes.shrink_to_fit();
    }

    /// Adds the units that may be as like as `limit` asks to these sounds.
    pub fn near(&self, sounds: &Spoken, open: bool, limit: Limit, found: &mut Vec<u32>) {
        let target = Target::new(&sounds.sounds, open);
        let own = sounds.total(open);
        let mut rows: [Row; LONGEST + 1] = [[0; LONGEST + 1]; LONGEST + 1];
        rows[0] = target.first();
        let mut leasts = [0_u16; LONGEST + 1];
        let mut path = [Sound::A; LONGEST + 1];
        let mut at = 0;
        while let Some(node) = self.nodes.get(at) {
            let length = usize::from(node.length);
            let heavier = own.max(u32::from(node.heaviest[usize::from(open)]));
            let most = heavier * (1000 - limit.least) / 1000;
            let most = most.min(limit.most).min(u32::from(node.most));
            path[length] = node.sound;
            let (done, row) = rows.split_at_mut(length);
            let last = (length > 1).then(|| (path[length - 1], &done[length - 2]));
            leasts[length] = target.next(node.sound, &done[length - 1], last, &mut row[0]);
            let over = leasts[length - 1] + step_over(node.sound);
            if u32::from(leasts[length].min(over)) > most {
                at = node.end as usize;
                continue;
            }
            at += 1;
            if u32::from(target.whole(&row[0])) <= most {
                let end = self.nodes.get(at).map(|next| next.units as usize);
                let range = node.units as usize..end.unwrap_or(self.units.len());
                found.extend(self.units.get(range).unwrap_or_default());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sounds::distance;
    use super::*;

    #[test]
    fn nothing_that_is_alike_is_passed_over() {
        use Sound::{A, H, M, S, Sh, T, Ts};
        let sounds = [A, H, M, S, Sh, T, Ts];
        let word = |number: usize| -> Spoken {
            let places = [1, 7, 49, 343].map(|place| sounds[number / place % sounds.len()]);
            places.to_vec().into()
        };
        let words: Vec<Spoken> = (0..sounds.len().pow(4)).map(word).collect();
        let mut tree = Tree::default();
        for (unit, one) in (0..).zip(&words) {
            tree.add(unit, one, u32::MAX);
        }
        tree.finish();
        let limit = Limit {
            least: 750,
            most: u32::MAX,
        };
        for (open, word) in words
            .iter()
            .step_by(31)
            .flat_map(|word| [(false, word), (true, word)])
        {
            let mut found = Vec::new();
            tree.near(word, open, limit, &mut found);
            found.sort_unstable();
            for (unit, one) in (0_u32..).zip(&words) {
                let heavier = one.total(open).max(word.total(open));
                let cost = distance(&one.sounds, &word.sounds, open, u32::MAX);
                let alike = cost.is_some_and(|cost| cost * 1000 <= heavier * (1000 - limit.least));
                assert!(
                    !alike || found.binary_search(&unit).is_ok(),
                    "{:?} {:?}",
                    one.sounds,
                    word.sounds
                );
            }
        }
    }
}
