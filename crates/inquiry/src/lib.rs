//! The inquiry document, its checks and its delivery forms.
