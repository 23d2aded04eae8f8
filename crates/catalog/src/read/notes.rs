//! Notices as they gather: the first ones are kept, the rest are counted.

use crate::{Notice, Severity};

/// Notices in reading order, bounded so that a bad file cannot flood the page.
#[derive(Debug)]
pub(crate) struct Notes {
    kept: Vec<Notice>,
    limit: usize,
    /// Not kept: info, warnings, errors.
    more: [u64; 3],
}

impl Notes {
    /// Keeps at most `limit` notices.
    pub(crate) const fn new(limit: usize) -> Self {
        Self {
            kept: Vec::new(),
            limit,
            more: [0; 3],
        }
    }

    /// Keeps and counts nothing.
    pub(crate) const fn none() -> Self {
        Self::new(0)
    }

    /// Adds a notice, or counts it when the limit is reached.
    pub(crate) fn add(
        &mut self,
        severity: Severity,
        code: &str,
        at: &dyn std::fmt::Display,
        data: &str,
    ) {
        if self.kept.len() < self.limit {
            self.kept
                .push(Notice::new(severity, code, at.to_string(), data));
            return;
        }
        self.count(severity);
    }

    /// Adds the notices of a later part of the reading.
    pub(crate) fn join(&mut self, later: Self) {
        let room = self.limit.saturating_sub(self.kept.len());
        for (number, notice) in later.kept.into_iter().enumerate() {
            if number < room {
                self.kept.push(notice);
            } else {
                self.count(notice.severity);
            }
        }
        for (count, more) in self.more.iter_mut().zip(later.more) {
            *count += more;
        }
    }

    const fn count(&mut self, severity: Severity) {
        let [info, warnings, errors] = &mut self.more;
        *match severity {
            Severity::Info => info,
            Severity::Warning => warnings,
            Severity::Error => errors,
        } += 1;
    }

    /// The notices; if some were not kept, a last one `more-notices` counts them,
    /// as grave as the gravest of them.
    pub(crate) fn finish(mut self) -> Vec<Notice> {
        let [info, warnings, errors] = self.more;
        if info + warnings + errors > 0 {
            let severity = match (errors, warnings) {
                (0, 0) => Severity::Info,
                (0, _) => Severity::Warning,
                _ => Severity::Error,
            };
            self.kept.push(Notice::new(
                severity,
                "more-notices",
                "",
                format!(
                    "{} more: {errors} errors, {warnings} warnings, {info} remarks",
                    info + warnings + errors
                ),
            ));
        }
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_it_does_not_keep() {
        let mut notes = Notes::new(1);
        notes.add(Severity::Info, "a", &"", "");
        notes.add(Severity::Warning, "b", &"", "");
        notes.add(Severity::Error, "c", &"", "");
        let kept = notes.finish();
        assert_eq!(kept.len(), 2);
        assert_eq!(kept[1].code, "more-notices");
        assert_eq!(kept[1].severity, Severity::Error);
        assert_eq!(kept[1].data, "2 more: 1 errors, 1 warnings, 0 remarks");
    }
}
