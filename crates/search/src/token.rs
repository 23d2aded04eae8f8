//! Normalised words: full and half width, case, CJK runs.
