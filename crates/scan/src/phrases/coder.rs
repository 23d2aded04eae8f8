//! Text into the numbers of phrases: at each place the longest that stands there.

use super::Phrases;
use crate::number_into;

/// Phrases as a tree of their bytes. Nodes are numbered, the root is 0.
#[derive(Debug)]
pub struct Coder {
    /// From a node and a byte to the node below: a key and that; key 0 is free.
    below: Vec<(u32, u32)>,
    /// The phrase that ends at each node, its number plus one.
    phrases: Vec<u32>,
}

impl Coder {
    /// A coder with these phrases, among which is every single byte.
    #[must_use]
    pub fn new(phrases: &Phrases) -> Self {
        let mut coder = Self {
            below: vec![(0, 0); 1 << 10],
            phrases: vec![0],
        };
        for number in 0..phrases.len() {
            let mut node = 0;
            for byte in phrases.get(number).unwrap_or_default() {
                node = coder.grow(node, *byte);
            }
            if let Some(phrase) = coder.phrases.get_mut(node as usize) {
                *phrase = number as u32 + 1;
            }
        }
        coder
    }

    /// Appends `text` as numbers.
    pub fn code(&self, text: &[u8], out: &mut Vec<u8>) {
        self.each(text, &mut |number| number_into(out, number));
    }

    /// Hands out the number of every phrase of `text`.
    pub(super) fn each(&self, text: &[u8], emit: &mut impl FnMut(u32)) {
        let mut rest = text;
        while !rest.is_empty() {
            let (mut node, mut phrase, mut len) = (0, 0, 1);
            for (depth, byte) in rest.iter().enumerate() {
                let place = self.place(node, *byte);
                match self.below.get(place) {
                    Some((key, below)) if *key != 0 => node = *below,
                    _ => break,
                }
                let here = self.phrases.get(node as usize).copied().unwrap_or(0);
                if here > 0 {
                    (phrase, len) = (here, depth + 1);
                }
            }
            if phrase > 0 {
                emit(phrase - 1);
            }
            rest = rest.get(len..).unwrap_or_default();
        }
    }

    /// Where it is, or could be, written what is below `node` at `byte`.
    #[inline(always)]
    fn place(&self, node: u32, byte: u8) -> usize {
        self.place_of(key(node, byte))
    }

    #[inline(always)]
    fn place_of(&self, key: u32) -> usize {
        let mask = self.below.len() - 1;
        let mut place = (key.wrapping_mul(0x9E37_79B1) >> 8) as usize & mask;
        while self
            .below
            .get(place)
            .is_some_and(|(k, _)| *k != 0 && *k != key)
        {
            place = (place + 1) & mask;
        }
        place
    }

    /// The node below `node` at `byte`, new or known.
    fn grow(&mut self, node: u32, byte: u8) -> u32 {
        if self.phrases.len() * 2 > self.below.len() {
            self.widen();
        }
        let place = self.place(node, byte);
        let new = self.phrases.len() as u32;
        match self.below.get_mut(place) {
            Some((0, _)) | None => {}
            Some((_, below)) => return *below,
        }
        if let Some(slot) = self.below.get_mut(place) {
            *slot = (key(node, byte), new);
        }
        self.phrases.push(0);
        new
    }

    /// Makes room for twice as many nodes; as little as is needed, since it must be near to be
    /// asked for every byte.
    fn widen(&mut self) {
        let room = self.below.len() * 2;
        let old = std::mem::replace(&mut self.below, vec![(0, 0); room]);
        for (key, node) in old.into_iter().filter(|(key, _)| *key != 0) {
            let place = self.place_of(key);
            if let Some(slot) = self.below.get_mut(place) {
                *slot = (key, node);
            }
        }
    }
}

/// What stands for a byte below a node; never 0.
const fn key(node: u32, byte: u8) -> u32 {
    (node << 8 | byte as u32) + 1
}
