//! What holds other records: options, lists, boxes, maps, and the few fixed shapes in use.

use crate::{Reader, Record, Value, object};
use std::collections::{BTreeMap, BTreeSet};

impl<T: Record> Record for Option<T> {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        match value {
            None | Some(Value::Null) => None,
            some => Some(T::read(some, reader)),
        }
    }

    fn write(&self) -> Value {
        match self {
            Some(value) => value.write(),
            None => Value::Null,
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Record> Record for Box<T> {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        Self::new(T::read(value, reader))
    }

    fn write(&self) -> Value {
        T::write(self)
    }

    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }
}

impl<T: Record> Record for Vec<T> {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let items = reader.open_list(value);
        let read = items.iter_mut().enumerate().map(|(index, item)| {
            reader.stand_at(index);
            T::read(Some(item), reader)
        });
        let read = read.collect();
        reader.close();
        read
    }

    fn write(&self) -> Value {
        write_items(&|index| Some(self.get(index)? as &dyn Record))
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// The items of a list, one after another until there is none: one loop for every kind.
#[inline(never)]
fn write_items<'a>(item: &dyn Fn(usize) -> Option<&'a dyn Record>) -> Value {
    let mut items = Vec::new();
    while let Some(item) = item(items.len()) {
        items.push(item.write());
    }
    Value::Array(items)
}

impl<T: Record + Ord> Record for BTreeSet<T> {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let mut set = Self::new();
        // One by one: collecting would sort them first, by an algorithm of its own.
        for item in Vec::read(value, reader) {
            set.insert(item);
        }
        set
    }

    fn write(&self) -> Value {
        Value::Array(self.iter().map(T::write).collect())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// Keys are records that are written as texts.
impl<K: Record + Ord, T: Record> Record for BTreeMap<K, T> {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let mut read = Self::new();
        let members = reader.open(value).map(std::mem::take).unwrap_or_default();
        for (index, (name, mut member)) in members.into_iter().enumerate() {
            reader.stand_at(index);
            let key = K::read(Some(&mut Value::String(name)), reader);
            read.insert(key, T::read(Some(&mut member), reader));
        }
        reader.close();
        read
    }

    fn write(&self) -> Value {
        let mut value = object();
        for (key, member) in self {
            if let Value::String(name) = key.write() {
                crate::put(&mut value, &name, member);
            }
        }
        value
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Record + Copy + Default, const N: usize> Record for [T; N] {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let is_there = value.is_some();
        let items = reader.open_list(value);
        let mut read = [T::default(); N];
        for (index, (place, item)) in read.iter_mut().zip(items.iter_mut()).enumerate() {
            reader.stand_at(index);
            *place = T::read(Some(item), reader);
        }
        reader.close();
        if is_there && items.len() != N {
            reader.refuse("a list of its fixed length", None);
        }
        read
    }

    fn write(&self) -> Value {
        Value::Array(self.iter().map(T::write).collect())
    }
}

impl<T: Record + Copy + Default> Record for (T, T) {
    fn read(value: Option<&mut Value>, reader: &mut Reader) -> Self {
        let [first, second] = <[T; 2]>::read(value, reader);
        (first, second)
    }

    fn write(&self) -> Value {
        [self.0, self.1].write()
    }
}
