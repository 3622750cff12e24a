//! What a console of Windows hands over, spelled as a terminal sends it: keys as escape sequences, UTF-16 as UTF-8.
//! Pure, so that it is tried on every system.

use zeroize::Zeroize as _;

/// Codes of keys, as `winuser.h` calls them, with what a terminal sends for them: the number before a `~`, or the letter
/// after `ESC [`.
const SEQUENCES: [(u16, u8, bool); 10] = [
    (0x21, b'5', true),  // VK_PRIOR
    (0x22, b'6', true),  // VK_NEXT
    (0x23, b'F', false), // VK_END
    (0x24, b'H', false), // VK_HOME
    (0x25, b'D', false), // VK_LEFT
    (0x26, b'A', false), // VK_UP
    (0x27, b'C', false), // VK_RIGHT
    (0x28, b'B', false), // VK_DOWN
    (0x2d, b'2', true),  // VK_INSERT
    (0x2e, b'3', true),  // VK_DELETE
];

/// `VK_MENU`, the Alt key: letting go of it ends a character that was typed by its number.
const ALT_KEY: u16 = 0x12;

/// More often than anybody holds a key down between two looks.
const MOST_REPEATS: u16 = 64;

/// A key that was pressed or let go of (`KEY_EVENT_RECORD`).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stroke {
    /// Pressed; else let go of.
    pub(super) down: bool,
    /// How often, while it is held down.
    pub(super) times: u16,
    /// The key; 0 where the console sends escape sequences itself.
    pub(super) key: u16,
    /// What it types, in UTF-16; 0: nothing.
    pub(super) unit: u16,
    /// What was held down with it.
    pub(super) shift: bool,
    /// Alt, on either side.
    pub(super) alt: bool,
    /// Ctrl, on either side; with Alt it is the AltGr of keyboards that have one.
    pub(super) ctrl: bool,
}

impl Stroke {
    /// Whether it says anything: most of what a console tells is that a key was let go of.
    pub(super) fn types(&self) -> bool {
        match self.unit {
            0 => self.down && sequence(self.key).is_some(),
            _ => self.down || self.key == ALT_KEY,
        }
    }
}

fn sequence(key: u16) -> Option<(u8, bool)> {
    SEQUENCES.iter().find(|(known, ..)| *known == key).map(|(_, sign, is_number)| (*sign, *is_number))
}

/// Bytes that have been typed and not been read yet. What was read is wiped.
#[derive(Debug)]
pub(super) struct Spelling {
    bytes: Vec<u8>,
    /// What of them was read.
    from: usize,
    /// The first half of a character that needs two units.
    high: Option<u16>,
}

impl Spelling {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Self { bytes: Vec::new(), from: 0, high: None }
    }

    /// Whether there is nothing to read.
    pub(super) fn is_empty(&self) -> bool {
        self.from == self.bytes.len()
    }

    /// Adds what a key types.
    pub(super) fn press(&mut self, stroke: &Stroke) {
        if !stroke.types() {
            return;
        }
        for _ in 0..stroke.times.clamp(1, MOST_REPEATS) {
            if stroke.unit == 0 {
                self.sequence(stroke);
            } else {
                if stroke.alt && !stroke.ctrl && stroke.down && stroke.key != 0 {
                    self.bytes.push(0x1b);
                }
                self.unit(stroke.unit);
            }
        }
    }

    /// As xterm writes them: `ESC [ D`, `ESC [ 1 ; 5 D`, `ESC [ 3 ~`.
    fn sequence(&mut self, stroke: &Stroke) {
        let Some((sign, is_number)) = sequence(stroke.key) else { return };
        let held = 1 + u8::from(stroke.shift) + 2 * u8::from(stroke.alt) + 4 * u8::from(stroke.ctrl);
        self.bytes.extend_from_slice(b"\x1b[");
        match (is_number, held) {
            (true, 1) => self.bytes.extend_from_slice(&[sign, b'~']),
            (true, _) => self.bytes.extend_from_slice(&[sign, b';', b'0' + held, b'~']),
            (false, 1) => self.bytes.push(sign),
            (false, _) => self.bytes.extend_from_slice(&[b'1', b';', b'0' + held, sign]),
        }
    }

    /// Adds one unit of UTF-16; half a character waits for the other half, and alone it reads as a replacement character.
    pub(super) fn unit(&mut self, unit: u16) {
        let pair = [self.high.take().unwrap_or_default(), unit];
        let units = if pair[0] == 0 { &pair[1..] } else { &pair[..] };
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
        }
        let whole = if self.high.is_some() { &units[..units.len() - 1] } else { units };
        for read in char::decode_utf16(whole.iter().copied()) {
            let character = read.unwrap_or(char::REPLACEMENT_CHARACTER);
            self.bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }

    /// Moves as much as fits into `buffer`, and says how much that was.
    pub(super) fn hand_out(&mut self, buffer: &mut [u8]) -> usize {
        let left = &mut self.bytes[self.from..];
        let length = left.len().min(buffer.len());
        buffer[..length].copy_from_slice(&left[..length]);
        left[..length].zeroize();
        self.from += length;
        if self.is_empty() {
            self.bytes.clear();
            self.from = 0;
        }
        length
    }

    /// Forgets all that was not read.
    pub(super) fn clear(&mut self) {
        self.bytes.zeroize();
        self.from = 0;
        self.high = None;
    }
}

#[cfg(test)]
mod tests {
    use super::{Spelling, Stroke};
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    fn read(spelling: &mut Spelling, piece: usize) -> Vec<u8> {
        let (mut all, mut buffer) = (Vec::new(), vec![0; piece]);
        while !spelling.is_empty() {
            let length = spelling.hand_out(&mut buffer);
            all.extend_from_slice(&buffer[..length]);
        }
        all
    }

    fn spelled(strokes: &[Stroke]) -> String {
        let mut spelling = Spelling::new();
        for stroke in strokes {
            spelling.press(stroke);
        }
        String::from_utf8(read(&mut spelling, 4096)).unwrap()
    }

    const DOWN: Stroke = Stroke { down: true, times: 1, key: 0, unit: 0, shift: false, alt: false, ctrl: false };

    #[test]
    fn keys_without_characters_are_sequences() {
        for (key, expected) in [
            (0x25, "\x1b[D"),
            (0x26, "\x1b[A"),
            (0x24, "\x1b[H"),
            (0x23, "\x1b[F"),
            (0x2e, "\x1b[3~"),
            (0x21, "\x1b[5~"),
            (0x70, ""),
            (0x10, ""),
        ] {
            assert_eq!(spelled(&[Stroke { key, ..DOWN }]), expected, "{key:#x}");
            assert_eq!(spelled(&[Stroke { key, ..Stroke::default() }]), "", "let go of {key:#x}");
        }
        assert_eq!(spelled(&[Stroke { key: 0x25, ctrl: true, ..DOWN }]), "\x1b[1;5D");
        assert_eq!(spelled(&[Stroke { key: 0x2e, shift: true, alt: true, ..DOWN }]), "\x1b[3;4~");
        assert_eq!(spelled(&[Stroke { key: 0x28, times: 3, ..DOWN }]), "\x1b[B\x1b[B\x1b[B");
    }

    #[test]
    fn characters_are_themselves() {
        let typed = |unit: u16| Stroke { key: 0x41, unit, ..DOWN };
        assert_eq!(spelled(&[typed(b'a'.into())]), "a");
        assert_eq!(spelled(&[Stroke { alt: true, ..typed(b'b'.into()) }]), "\x1bb");
        // AltGr types a character of its own.
        assert_eq!(spelled(&[Stroke { alt: true, ctrl: true, ..typed(b'@'.into()) }]), "@");
        // Let go of Alt after 2 0 1 0 2 on the number pad.
        assert_eq!(spelled(&[Stroke { key: 0x12, unit: 0x4e86, ..Stroke::default() }]), "了");
        assert_eq!(spelled(&[typed(0), Stroke { down: false, ..typed(b'a'.into()) }]), "");
        let pair: Vec<Stroke> = "\u{1f511}".encode_utf16().map(typed).collect();
        assert_eq!(spelled(&pair), "\u{1f511}");
        assert_eq!(spelled(&[pair[0], typed(b'x'.into())]), "\u{fffd}x");
        assert_eq!(spelled(&[pair[0], pair[0], pair[1]]), "\u{fffd}\u{1f511}");
        assert_eq!(spelled(&[pair[1]]), "\u{fffd}");
    }

    #[test]
    fn what_was_read_is_wiped() {
        let mut spelling = Spelling::new();
        "4111 1111".encode_utf16().for_each(|unit| spelling.unit(unit));
        let mut buffer = [0; 5];
        assert_eq!(spelling.hand_out(&mut buffer), 5);
        assert_eq!(spelling.bytes, b"\0\0\0\0\x001111");
        spelling.clear();
        assert!(spelling.is_empty());
        assert_eq!(spelling.hand_out(&mut buffer), 0);
    }

    proptest! {
        #[test]
        fn any_text_arrives_whole(text: String, piece in 1..7_usize) {
            let mut spelling = Spelling::new();
            text.encode_utf16().for_each(|unit| spelling.unit(unit));
            prop_assert_eq!(read(&mut spelling, piece), text.into_bytes());
        }

        #[test]
        fn no_units_make_anything_but_utf8(units: Vec<u16>, keys in any::<[u16; 4]>()) {
            let mut spelling = Spelling::new();
            for (at, unit) in units.into_iter().enumerate() {
                let key = keys[at % 4];
                spelling.press(&Stroke { down: at % 3 > 0, times: key, key: key % 64, unit, alt: key & 1 > 0, ..DOWN });
            }
            prop_assert!(String::from_utf8(read(&mut spelling, 64)).is_ok());
        }
    }
}
