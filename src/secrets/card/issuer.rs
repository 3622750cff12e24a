//! Who issues a card number: its first digits and lengths (ISO/IEC 7812-1, and what the networks publish).

/// Numbers that begin alike.
struct Issuer {
    /// The first six digits, from and to.
    from: u32,
    to: u32,
    /// Lengths that are printed on cards.
    typical: &'static [usize],
    /// Lengths that occur.
    longest: usize,
    /// Whether an order number of such a form would be a strange coincidence.
    common: bool,
}

const fn issuer(from: u32, to: u32, typical: &'static [usize], longest: usize, common: bool) -> Issuer {
    Issuer { from, to, typical, longest, common }
}

const UNION_PAY: &[usize] = &[16, 17, 18, 19];
const SIXTEEN: &[usize] = &[16];
const DINERS: &[usize] = &[14, 16];

/// In the order of their digits.
const ISSUERS: [Issuer; 45] = [
    issuer(220_000, 220_499, SIXTEEN, 19, false),      // Mir
    issuer(222_100, 272_099, SIXTEEN, 16, true),       // Mastercard
    issuer(300_000, 305_999, DINERS, 19, false),       // Diners Club
    issuer(340_000, 349_999, &[15], 15, true),         // American Express
    issuer(352_800, 358_999, SIXTEEN, 19, true),       // JCB
    issuer(360_000, 369_999, DINERS, 19, false),       // Diners Club
    issuer(370_000, 379_999, &[15], 15, true),         // American Express
    issuer(380_000, 399_999, DINERS, 19, false),       // Diners Club
    issuer(400_000, 499_999, &[13, 16, 19], 19, true), // Visa
    issuer(501_800, 501_899, SIXTEEN, 19, false),      // Maestro
    issuer(502_000, 502_099, SIXTEEN, 19, false),      // Maestro
    issuer(503_800, 503_899, SIXTEEN, 19, false),      // Maestro
    issuer(508_500, 508_999, SIXTEEN, 16, false),      // RuPay
    issuer(510_000, 559_999, SIXTEEN, 16, true),       // Mastercard
    issuer(589_300, 589_399, SIXTEEN, 19, false),      // Maestro
    issuer(601_100, 601_199, SIXTEEN, 19, true),       // Discover
    issuer(601_382, 601_382, UNION_PAY, 19, true),     // UnionPay, as the next ones that begin with 60
    issuer(601_428, 601_428, UNION_PAY, 19, true),
    issuer(602_907, 602_907, UNION_PAY, 19, true),
    issuer(602_969, 602_969, UNION_PAY, 19, true),
    issuer(603_265, 603_265, UNION_PAY, 19, true),
    issuer(603_367, 603_367, UNION_PAY, 19, true),
    issuer(603_445, 603_445, UNION_PAY, 19, true),
    issuer(603_506, 603_506, UNION_PAY, 19, true),
    issuer(603_601, 603_602, UNION_PAY, 19, true),
    issuer(603_694, 603_694, UNION_PAY, 19, true),
    issuer(603_708, 603_708, UNION_PAY, 19, true),
    issuer(606_985, 607_984, SIXTEEN, 16, false),       // RuPay
    issuer(608_001, 608_500, SIXTEEN, 16, false),       // RuPay
    issuer(620_000, 629_999, UNION_PAY, 19, true),      // UnionPay
    issuer(630_400, 630_499, SIXTEEN, 19, false),       // Maestro
    issuer(644_000, 649_999, SIXTEEN, 19, true),        // Discover
    issuer(650_000, 659_999, SIXTEEN, 19, true),        // Discover, RuPay
    issuer(675_900, 675_999, SIXTEEN, 19, false),       // Maestro
    issuer(676_100, 676_399, SIXTEEN, 19, false),       // Maestro
    issuer(690_755, 690_755, &[15, 16, 18], 18, false), // UnionPay
    issuer(810_000, 817_199, UNION_PAY, 19, true),      // UnionPay
    issuer(817_200, 829_999, SIXTEEN, 16, false),       // RuPay
    issuer(955_100, 955_100, UNION_PAY, 19, true),      // UnionPay, as the next ones that begin with 9
    issuer(955_550, 955_559, UNION_PAY, 19, true),
    issuer(955_590, 955_599, UNION_PAY, 19, true),
    issuer(955_850, 955_859, UNION_PAY, 19, true),
    issuer(955_880, 955_888, UNION_PAY, 19, true),
    issuer(984_301, 984_303, UNION_PAY, 19, true),
    issuer(998_800, 998_802, UNION_PAY, 19, true),
];

/// How well the digits fit an issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// A length that hardly occurs.
    Rare,
    /// A length that is printed on cards.
    Typical,
    /// The same of a network that nearly everybody has.
    Common,
}

/// How well a number fits the issuer that its first digits name, if they name one.
pub(super) fn fit(digits: &str) -> Option<Fit> {
    let first: u32 = digits.get(..6)?.parse().ok()?;
    let issuer = ISSUERS.get(ISSUERS.partition_point(|issuer| issuer.to < first))?;
    let length = digits.len();
    let everyday = issuer.typical.len() != 3 || length == 16;
    match (issuer.from <= first, issuer.typical.contains(&length)) {
        (false, _) => None,
        (true, true) if issuer.common && everyday => Some(Fit::Common),
        (true, true) => Some(Fit::Typical),
        (true, false) => {
            let shortest = issuer.typical.first().copied().unwrap_or(usize::MAX);
            // Visa has no lengths between its three.
            (issuer.typical.len() != 3 && shortest <= length && length <= issuer.longest).then_some(Fit::Rare)
        }
    }
}

/// The check digit of ISO/IEC 7812-1, Annex B (Luhn).
pub(super) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, digit)| {
            let value = u32::from(digit.wrapping_sub(b'0'));
            if index % 2 == 0 { value } else { value * 2 / 10 + value * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::{Fit, ISSUERS, fit, luhn};

    #[test]
    fn issuers_are_in_order() {
        assert!(ISSUERS.windows(2).all(|pair| pair[0].to < pair[1].from));
        assert!(ISSUERS.iter().all(|issuer| issuer.from <= issuer.to));
    }

    #[test]
    fn known_numbers() {
        for (digits, expected) in [
            ("4111111111111111", Some(Fit::Common)),
            ("4222222222222", Some(Fit::Typical)),
            ("411111111111111", None),
            ("5555555555554444", Some(Fit::Common)),
            ("2223003122003222", Some(Fit::Common)),
            ("2220003122003222", None),
            ("378282246310005", Some(Fit::Common)),
            ("6011111111111117", Some(Fit::Common)),
            ("3530111333300000", Some(Fit::Common)),
            ("30569309025904", Some(Fit::Typical)),
            ("6222021234567890128", Some(Fit::Common)),
            ("6759649826438453", Some(Fit::Typical)),
            ("6799990100000000019", None),
            ("1234567890123456", None),
            ("35301113333000001", Some(Fit::Rare)),
        ] {
            assert_eq!(fit(digits), expected, "{digits}");
        }
        assert!(luhn("4111111111111111") && !luhn("4111111111111112"));
    }
}
