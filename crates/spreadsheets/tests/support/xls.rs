//! XLS files of handwritten records.

/// A record.
pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut out = kind.to_le_bytes().to_vec();
    out.extend((data.len() as u16).to_le_bytes());
    out.extend(data);
    out
}

/// Numbers one behind the other, low byte first.
pub(crate) fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// A cell: its place and style, and what follows.
pub(crate) fn cell(kind: u16, row: u16, column: u16, style: u16, data: &[u8]) -> Vec<u8> {
    let mut all = words(&[row, column, style]);
    all.extend(data);
    record(kind, &all)
}

/// A number in a cell.
pub(crate) fn number(row: u16, column: u16, style: u16, value: f64) -> Vec<u8> {
    cell(0x0203, row, column, style, &value.to_le_bytes())
}

/// Records of all sheets and one sheet's, as one stream.
pub(crate) fn stream(version: u16, globals: &[Vec<u8>], name: &[u8], sheet: &[Vec<u8>]) -> Vec<u8> {
    let bof = |kind| record(0x0809, &words(&[version, kind, 0, 0]));
    let eof = record(0x000A, &[]);
    let mut front = bof(5);
    front.extend(globals.concat());
    let length = front.len() + 4 + 6 + name.len() + eof.len();
    let mut bound = (length as u32).to_le_bytes().to_vec();
    bound.extend([0, 0]);
    bound.extend(name);
    front.extend(record(0x0085, &bound));
    front.extend(&eof);
    assert_eq!(front.len(), length);
    front.extend(bof(0x10));
    front.extend(sheet.concat());
    front.extend(eof);
    front
}

/// A compound file of one stream, which is made long enough not to be a small one.
pub(crate) fn compound(name: &str, mut stream: Vec<u8>) -> Vec<u8> {
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = stream.len() / 512;
    let mut out = vec![0; 512];
    out[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, bytes: &[u8]| out[at..at + bytes.len()].copy_from_slice(bytes);
    put(26, &[3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    // The directory is sector 1, the table sector 0, the stream behind them.
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &0xFFFF_FFFE_u32.to_le_bytes());
    put(68, &0xFFFF_FFFE_u32.to_le_bytes());
    put(76, &[0xFF; 436]);
    put(76, &0_u32.to_le_bytes());
    let mut table = vec![0xFFFF_FFFD_u32, 0xFFFF_FFFE];
    table.extend((0..sectors).map(|at| at as u32 + 3));
    *table.last_mut().unwrap() = 0xFFFF_FFFE;
    table.resize(128, 0xFFFF_FFFF);
    out.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    let mut entry = |name: &str, kind: u8, start: u32, size: u32| {
        let mut bytes = vec![0; 128];
        let units: Vec<u16> = name.encode_utf16().chain([0]).collect();
        bytes[..units.len() * 2].copy_from_slice(&words(&units));
        bytes[64..66].copy_from_slice(&(units.len() as u16 * 2).to_le_bytes());
        bytes[66] = kind;
        bytes[116..120].copy_from_slice(&start.to_le_bytes());
        bytes[120..124].copy_from_slice(&size.to_le_bytes());
        out.extend(bytes);
    };
    entry("Root Entry", 5, 0xFFFF_FFFE, 0);
    entry(name, 2, 2, stream.len() as u32);
    out.resize(512 * 3, 0);
    out.extend(stream);
    out
}
