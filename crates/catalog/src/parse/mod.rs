//! Words of real listings become values: prices, dates, sizes, update promises.
