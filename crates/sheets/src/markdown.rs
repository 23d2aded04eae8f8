//! Markdown of exported descriptions becomes plain lines. Only marks that are surely marks go:
//! a star or an underscore inside a word stays.

/// The text without headings' signs, emphasis, escapes, images and the addresses of links.
#[must_use]
pub(crate) fn without_markdown(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(line).collect();
    lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
    lines.join("\n").trim().to_owned()
}

fn line(line: &str) -> String {
    let line = line.trim();
    let heading = line.trim_start_matches('#');
    let line = if heading.starts_with(' ') && line.starts_with('#') {
        heading.trim()
    } else {
        line
    };
    let line = links(line);
    unescape(&line.replace("**", "").replace("__", "").replace('`', ""))
}

/// `![alt](address)` goes, `[words](address)` becomes its words.
fn links(line: &str) -> String {
    let (mut out, mut rest) = (String::new(), line);
    while let Some((before, after)) = rest.split_once('[') {
        let link = after
            .split_once("](")
            .filter(|(words, _)| !words.contains(['[', ']']))
            .and_then(|(words, tail)| Some((words, tail.split_once(')')?.1)));
        match link {
            Some((words, tail)) => {
                let image = before.strip_suffix('!');
                out.push_str(image.unwrap_or(before));
                out.push_str(if image.is_some() { "" } else { words });
                rest = tail;
            }
            None => {
                out.push_str(before);
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// `1\.` is `1.`: a backslash before punctuation is Markdown's, before a letter it is a path's.
fn unescape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' || !chars.peek().is_some_and(char::is_ascii_punctuation) {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_marks_and_leaves_the_words() {
        let text = "**1\\. 调用说明：**\n\n\n请求方式：post `GET`\n## 标题\n见[文档](https://x.example/a)![图](b.png)";
        assert_eq!(
            without_markdown(text),
            "1. 调用说明：\n\n请求方式：post GET\n标题\n见文档"
        );
    }

    #[test]
    fn leaves_what_is_not_markdown() {
        for text in [
            "a * b",
            "snake_case",
            "C:\\data",
            "[未闭合",
            "#1 in rank",
            "a[0](b",
        ] {
            assert_eq!(without_markdown(text), text);
        }
    }
}
