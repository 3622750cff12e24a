//! A card index: words with what they stand for, in the order of the words. One kind of card for everything that is looked
//! up, so that the program sorts in one place.

/// A word and what it stands for.
pub(super) struct Card {
    pub(super) word: String,
    /// Of what; which one is the business of whoever files it.
    pub(super) number: usize,
    pub(super) weight: u64,
}

/// Cards in order, once they were put in order.
#[derive(Default)]
pub(super) struct Cards(Vec<Card>);

impl Cards {
    pub(super) fn add(&mut self, word: String, number: usize, weight: u64) {
        self.0.push(Card { word, number, weight });
    }

    /// Puts them in order; cards that say the same become one, with their weights together.
    pub(super) fn put_in_order(&mut self) {
        self.0.sort_by(|a, b| a.word.cmp(&b.word));
        self.0.dedup_by(|next, kept| {
            let same = next.number == kept.number && next.word == kept.word;
            kept.weight += if same { next.weight } else { 0 };
            same
        });
    }

    /// The cards of a word.
    pub(super) fn of(&self, word: &str) -> &[Card] {
        let from = self.0.partition_point(|card| card.word.as_str() < word);
        let rest = self.0.get(from..).unwrap_or(&[]);
        &rest[..rest.iter().take_while(|card| card.word == word).count()]
    }

    pub(super) fn has(&self, word: &str) -> bool {
        !self.of(word).is_empty()
    }

    /// Every word, some of them several times.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|card| card.word.as_str())
    }
}
