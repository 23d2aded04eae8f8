//! Rows and columns, whatever file they came from; the profile of each column.
