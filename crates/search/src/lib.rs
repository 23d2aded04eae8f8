//! Query, facets, ranking, and the query's form in a URL.
