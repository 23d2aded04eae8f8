//! The ways to hand an inquiry over, and what a catalog may not make of them.

#![expect(clippy::unwrap_used, reason = "a test may end at once")]

use catalog::{InquiryKind, InquiryTarget};
use inquiry::{
    Document, Draft, Prepared, Subject, Target, TargetError, Way, WebhookMode, document, prepare,
};

fn sample(lang: &str, purpose: &str) -> Document {
    let draft = Draft {
        name: "周明".to_owned(),
        organization: "示例公司".to_owned(),
        uscc: "91440300708461136T".to_owned(),
        email: "zhou@example.org".to_owned(),
        tel: "13800138000".to_owned(),
        purpose: purpose.to_owned(),
        consent: true,
        ..Draft::default()
    };
    let subject = Subject {
        key: "shop~1".to_owned(),
        title: "Rivers & lakes, 50% more?".to_owned(),
        recipients: vec!["Exchange".to_owned()],
        ..Subject::default()
    };
    let id = "8f1c2a90-5b7e-4d31-9c1e-0a1b2c3d4e5f";
    document(&draft, &subject, id, "2026-11-23T09:00:00.000Z", lang)
}

fn from(kind: InquiryKind, href: &str) -> Result<Target, TargetError> {
    Target::from_catalog(&InquiryTarget {
        kind,
        href: Some(href.to_owned()),
        label: None,
        public: None,
    })
}

fn decoded(encoded: &str) -> String {
    let bytes = encoded.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        if bytes[at] == b'%' {
            let hex = &encoded[at + 1..at + 3];
            out.push(u8::from_str_radix(hex, 16).unwrap());
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn a_short_inquiry_is_a_whole_mail_with_crlf_line_ends() {
    let document = sample("en", "A map.");
    let target = from(
        InquiryKind::Mailto,
        "mailto:ask@exchange.example?bcc=spy@evil.example",
    )
    .unwrap();
    let Prepared::Mailto { href, attach } = prepare(&document, &target) else {
        panic!("not a mail")
    };
    assert_eq!(attach, None);
    assert!(href.len() <= 1_900);
    assert!(!href.contains("evil"));
    let (address, rest) = href.split_once('?').unwrap();
    assert_eq!(address, "mailto:ask@exchange.example");
    let (subject, body) = rest.split_once('&').unwrap();
    assert_eq!(
        decoded(subject),
        "subject=Data inquiry: Rivers & lakes, 50% more?"
    );
    assert!(body.contains("%0D%0A") && !body.contains('\n'));
    let text = decoded(body.strip_prefix("body=").unwrap());
    assert_eq!(text.replace("\r\n", "\n"), document.to_text("en"));
}

#[test]
fn a_long_inquiry_is_a_short_mail_that_names_its_attachment() {
    let document = sample("zh", &"用途很长。".repeat(300));
    let target = from(InquiryKind::Mailto, "ask@exchange.example").unwrap();
    let Prepared::Mailto { href, attach } = prepare(&document, &target) else {
        panic!("not a mail")
    };
    let attach = attach.unwrap();
    assert!(href.len() <= 1_900, "{}", href.len());
    assert!(decoded(&href).contains(&attach.name));
    assert!(decoded(&href).contains("8f1c2a90-5b7e-4d31-9c1e-0a1b2c3d4e5f"));
    assert_eq!(Document::from_json(&attach.content).unwrap(), document);
}

#[test]
fn even_the_longest_fields_make_a_mail_within_the_limit() {
    let mut document = sample("zh", &"长".repeat(2_000));
    let listing = document.listing.as_mut().unwrap();
    listing.title = "题".repeat(500);
    listing.id = "标".repeat(500);
    document.requester.tel = Some("１".repeat(40));
    document.requester.email = Some(format!("{}@example.org", "a".repeat(64)));
    let to = format!("{}@{}.example", "b".repeat(64), "c".repeat(60));
    let target = from(InquiryKind::Mailto, &to).unwrap();
    let Prepared::Mailto { href, .. } = prepare(&document, &target) else {
        panic!("not a mail")
    };
    assert!(href.len() <= 1_900, "{}", href.len());
}

#[test]
fn a_webhook_gets_the_id_twice_unless_it_cannot_answer_a_preflight() {
    let document = sample("en", "A map.");
    let url = "https://exchange.example/hook?a=1";
    let Prepared::Webhook {
        url: to,
        headers,
        body,
    } = prepare(&document, &from(InquiryKind::Webhook, url).unwrap())
    else {
        panic!("not a webhook")
    };
    assert_eq!(to, url);
    let key = "\"8f1c2a90-5b7e-4d31-9c1e-0a1b2c3d4e5f\"".to_owned();
    assert!(headers.contains(&("Idempotency-Key", key)));
    assert!(headers.contains(&("Content-Type", "application/json".to_owned())));
    assert_eq!(Document::from_json(&body).unwrap(), document);

    let plain = Target::plain(Way::Webhook {
        url: url.to_owned(),
        mode: WebhookMode::Text,
    });
    let Prepared::Webhook {
        headers,
        body: same,
        ..
    } = prepare(&document, &plain)
    else {
        panic!("not a webhook")
    };
    assert_eq!(
        headers,
        [("Content-Type", "text/plain;charset=UTF-8".to_owned())]
    );
    assert_eq!(same, body);
}

#[test]
fn a_form_service_gets_flat_keys_only() {
    let target = from(InquiryKind::Formspree, "https://formspree.example/f/abc").unwrap();
    let Prepared::Webhook { body, .. } = prepare(&sample("en", "A map."), &target) else {
        panic!("not a webhook")
    };
    let flat: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&body).unwrap();
    assert!(
        flat.values()
            .all(|value| !value.is_object() && !value.is_array())
    );
    assert_eq!(flat["email"], "zhou@example.org");
    assert_eq!(flat["request.purpose"], "A map.");
    assert_eq!(flat["consent.recipients"], "Exchange");
}

#[test]
fn what_anyone_can_read_holds_no_contact_data() {
    let document = sample("zh", "一张图。");
    let issue = from(InquiryKind::GithubIssue, "owner/repo").unwrap();
    let public_hook = Target {
        public: true,
        ..from(InquiryKind::Webhook, "https://board.example/post").unwrap()
    };
    for target in [issue, public_hook] {
        assert!(target.public);
        let handed = match prepare(&document, &target) {
            Prepared::Link {
                href,
                text,
                filled,
                public,
            } => {
                assert!(filled && public);
                format!("{}{text}", decoded(&href))
            }
            Prepared::Webhook { body, .. } => body,
            other => panic!("{other:?}"),
        };
        assert!(handed.contains("一张图。"));
        for secret in [
            "周明",
            "zhou",
            "13800138000",
            "示例公司",
            "91440300708461136T",
        ] {
            assert!(!handed.contains(secret), "{secret}");
        }
    }
}

#[test]
fn a_text_too_long_for_an_issue_is_left_to_the_clipboard() {
    let document = sample("zh", &"用途很长。".repeat(300));
    let target = from(
        InquiryKind::GithubIssue,
        "https://github.com/owner/repo/issues/new",
    )
    .unwrap();
    let Prepared::Link { href, filled, .. } = prepare(&document, &target) else {
        panic!("not a link")
    };
    assert!(!filled && href.len() < 8_000 && !href.contains("body="));
}

#[test]
fn files_hold_everything_and_have_plain_names() {
    let document = sample("zh", "一张图。");
    let Prepared::Download { files } = prepare(&document, &Target::plain(Way::Download)) else {
        panic!("not files")
    };
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "inquiry-2026-11-23-8f1c2a90.json",
            "inquiry-2026-11-23-8f1c2a90.txt"
        ]
    );
    assert_eq!(Document::from_json(&files[0].content).unwrap(), document);
    assert!(files[1].content.contains("一张图。"));
}

#[test]
fn a_catalog_cannot_name_an_unsafe_target() {
    for href in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host/x",
        "/hook",
        "hook",
        "https://",
        "https://user@host/x",
        "https://ho st/x",
        "https:\\\\host\\x",
        "ftp://host/x",
        "https://host/\u{0}",
        "",
    ] {
        for kind in [
            InquiryKind::Webhook,
            InquiryKind::Link,
            InquiryKind::Formspree,
        ] {
            assert!(from(kind, href).is_err(), "{kind:?} {href:?}");
        }
    }
    for href in [
        "mailto:",
        "mailto:a",
        "mailto:a@b.example,c@d.example",
        "mailto:a@b.example%0d%0aBcc:x@y.example",
        "https://x",
    ] {
        assert!(from(InquiryKind::Mailto, href).is_err(), "{href}");
    }
    for href in [
        "owner",
        "a/b/c",
        "../..",
        "https://evil.example/a/b",
        "a/b?x=y",
    ] {
        assert!(from(InquiryKind::GithubIssue, href).is_err(), "{href}");
    }
    assert_eq!(
        from(InquiryKind::Netlify, "/form.html"),
        Err(TargetError::Unsupported(InquiryKind::Netlify))
    );
}

#[test]
fn the_visitor_is_told_who_gets_it() {
    for (kind, href, who) in [
        (
            InquiryKind::Mailto,
            "mailto:ask@exchange.example",
            Some("ask@exchange.example"),
        ),
        (
            InquiryKind::Webhook,
            "https://hooks.example:8443/a/b?c",
            Some("hooks.example:8443"),
        ),
        (
            InquiryKind::Link,
            "http://form.example",
            Some("form.example"),
        ),
        (InquiryKind::Download, "", None),
    ] {
        assert_eq!(from(kind, href).unwrap().recipient(), who);
    }
}
