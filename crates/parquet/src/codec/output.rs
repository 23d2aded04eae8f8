//! Where unpacked bytes go for the formats that copy from what they wrote before.

use crate::fault::Fault;

/// A buffer of fixed size that is written from its beginning. Short copies are done sixteen
/// bytes at once, beyond their end where there is room: it is overwritten by what follows.
pub(super) struct Output {
    bytes: Vec<u8>,
    at: usize,
}

impl Output {
    /// `most` is what the caller has found believable, for the memory is taken at once.
    pub(super) fn new(most: usize) -> Self {
        Self {
            bytes: vec![0; most],
            at: 0,
        }
    }

    /// Bytes written.
    pub(super) fn len(&self) -> usize {
        self.at
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bytes.truncate(self.at);
        self.bytes
    }

    /// Writes `count` bytes from `input` at `from`, or fewer where the input ends; gives how many.
    #[inline(always)]
    pub(super) fn literal(
        &mut self,
        input: &[u8],
        from: usize,
        count: usize,
        name: &'static str,
    ) -> Result<usize, Fault> {
        if count <= 16
            && let Some(source) = input.get(from..from + 16)
            && let Some(target) = self.bytes.get_mut(self.at..self.at + 16)
        {
            target.copy_from_slice(source);
            self.at += count;
            return Ok(count);
        }
        let rest = input.get(from..).unwrap_or_default();
        let source = rest.get(..count).unwrap_or(rest);
        let end = self.at.saturating_add(source.len());
        let Some(target) = self.bytes.get_mut(self.at..end) else {
            return Err(Fault::Damaged(name));
        };
        target.copy_from_slice(source);
        self.at = end;
        Ok(source.len())
    }

    /// Writes again `count` bytes that stand `back` bytes before the end.
    #[inline(always)]
    pub(super) fn again(
        &mut self,
        back: usize,
        count: usize,
        name: &'static str,
    ) -> Result<(), Fault> {
        let end = self.at.saturating_add(count);
        if back == 0 || back > self.at || end > self.bytes.len() {
            return Err(Fault::Damaged(name));
        }
        let from = self.at - back;
        if back >= 16 && count <= 64 && self.at + 64 <= self.bytes.len() {
            let mut done = 0;
            while done < count {
                let mut few = [0; 16];
                few.copy_from_slice(&self.bytes[from + done..from + done + 16]);
                self.bytes[self.at + done..self.at + done + 16].copy_from_slice(&few);
                done += 16;
            }
        } else if back >= count {
            self.bytes.copy_within(from..from + count, self.at);
        } else {
            // What is written is read again: the pattern doubles each time.
            let mut done = 0;
            while done < count {
                let now = (back + done).min(count - done);
                self.bytes.copy_within(from..from + now, self.at + done);
                done += now;
            }
        }
        self.at = end;
        Ok(())
    }
}
