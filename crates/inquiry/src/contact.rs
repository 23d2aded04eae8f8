//! Whether a mail address or telephone could be one. Shape only: nothing is looked up.

use crate::clean;
use catalog::parse::is_letter_or_digit;

/// The address without spaces at its ends and with full-width signs narrowed, if it could be one
/// (RFC 5321 without quoted names; letters of every script are allowed, RFC 6531).
pub(crate) fn email(typed: &str) -> Option<String> {
    if typed.trim().contains(char::is_whitespace) {
        return None;
    }
    let address = clean::code(typed);
    let (local, domain) = address.rsplit_once('@')?;
    let is_local = !local.is_empty()
        && local.len() <= 64
        && local.split('.').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| is_letter_or_digit(c) || "!#$%&'*+-/=?^_`{|}~".contains(c))
        });
    let labels: Vec<&str> = domain.split('.').collect();
    let is_domain = labels.len() > 1
        && labels.iter().all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| is_letter_or_digit(c) || c == '-')
        })
        && labels
            .last()
            .is_some_and(|top| !top.bytes().all(|b| b.is_ascii_digit()));
    (is_local && is_domain && address.len() <= 254).then_some(address)
}

/// Whether a telephone could be one: five to twenty digits, perhaps `+`, an extension and the
/// usual signs between. As typed it goes into the document; a number has no one right form.
pub(crate) fn is_tel(typed: &str) -> bool {
    let text = clean::code(typed);
    let (main, extension) = split_extension(&text);
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let main = main.strip_prefix('+').unwrap_or(main);
    (5..=20).contains(&digits(main))
        && main
            .chars()
            .all(|c| c.is_ascii_digit() || "-.()/~–—".contains(c))
        && extension.is_none_or(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        })
}

fn split_extension(text: &str) -> (&str, Option<&str>) {
    for word in ["转分机", "分机", "转", "ext.", "ext", "x", "#"] {
        if let Some((main, rest)) = text.split_once(word) {
            return (main, Some(rest.trim_start_matches([':', '.'])));
        }
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_addresses_from_slips() {
        for good in [
            "zhou@example.org",
            "a.b+c@sub.example.cn",
            "周@例子.中国",
            "ｚ＠example.org",
        ] {
            assert!(email(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "zhou",
            "zhou@",
            "@example.org",
            "a@b",
            "a..b@example.org",
            "a@example..org",
            "a b@example.org",
            "a@-x.org",
            "a@1.2.3.4",
            "a@example.org,b@example.org",
            ".a@example.org",
        ] {
            assert!(email(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn tells_telephones_from_words() {
        for good in [
            "13800138000",
            "+86 138-0013-8000",
            "（010）6655 4433 转 802",
            "400-800-1234",
            "95588",
        ] {
            assert!(is_tel(good), "{good}");
        }
        for bad in [
            "",
            "1234",
            "打给我",
            "010-66554433转",
            "123456789012345678901",
            "++8613800138000",
        ] {
            assert!(!is_tel(bad), "{bad}");
        }
    }
}
