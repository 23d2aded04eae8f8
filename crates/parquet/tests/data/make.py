"""Makes the fixtures beside it: tiny files of invented values, and of each a twin that says what
its cells show. Needs pyarrow 20 or later; run only when a fixture is added, and review the twin."""

import datetime as dt, decimal, json, pathlib
import pyarrow as pa
import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent


def put(name, table, cells, **options):
    pq.write_table(table, HERE / f"{name}.parquet", **options)
    names = table.column_names
    rows = [[cells[n][i] for n in names] for i in range(table.num_rows)]
    text = ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows)
    (HERE / f"{name}.json").write_text(f"[{text}]\n")


D = decimal.Decimal
types = {
    "bool": (pa.array([True, None, False]), ["true", None, "false"]),
    "int8": (pa.array([-128, None, 127], pa.int8()), ["-128", None, "127"]),
    "uint8": (pa.array([0, None, 255], pa.uint8()), ["0", None, "255"]),
    "uint16": (pa.array([0, None, 65535], pa.uint16()), ["0", None, "65535"]),
    "uint32": (pa.array([0, None, 2**32 - 1], pa.uint32()), ["0", None, "4294967295"]),
    "int64": (pa.array([-(2**63), None, 2**63 - 1]), ["-9223372036854775808", None, "9223372036854775807"]),
    "uint64": (pa.array([0, None, 2**64 - 1], pa.uint64()), ["0", None, "18446744073709551615"]),
    "half": (pa.array([1.5, None, 65504.0], pa.float16()), ["1.5", None, "65500"]),
    "single": (pa.array([0.1, None, 3.4e38], pa.float32()), ["0.1", None, "3.4e38"]),
    "double": (pa.array([0.1, None, 5e-324]), ["0.1", None, "5e-324"]),
    "special": (pa.array([float("nan"), float("-inf"), -0.0]), ["NaN", "-Infinity", "-0"]),
    "d9": (pa.array([D("1234567.89"), None, D("-0.01")], pa.decimal128(9, 2)), ["1234567.89", None, "-0.01"]),
    "d38": (pa.array([D("12345678901234567890123456789012345678"), None, D(-1)], pa.decimal128(38, 0)),
            ["12345678901234567890123456789012345678", None, "-1"]),
    "d76": (pa.array([D("-" + "9" * 70 + ".5"), None, D("0.1")], pa.decimal256(76, 1)), ["-" + "9" * 70 + ".5", None, "0.1"]),
    "date": (pa.array([dt.date(2024, 2, 29), None, dt.date(1, 1, 1)]), ["2024-02-29", None, "0001-01-01"]),
    "time_ms": (pa.array([dt.time(1, 2, 3, 4000), None, dt.time(0, 0)], pa.time32("ms")), ["01:02:03.004", None, "00:00:00"]),
    "time_ns": (pa.array([1, None, 0], pa.time64("ns")), ["00:00:00.000000001", None, "00:00:00"]),
    "utc_us": (pa.array([1, None, -1], pa.timestamp("us", "UTC")),
               ["1970-01-01T00:00:00.000001Z", None, "1969-12-31T23:59:59.999999Z"]),
    "local_ms": (pa.array([0, None, 253402300800000], pa.timestamp("ms")), ["1970-01-01T00:00:00", None, "+010000-01-01T00:00:00"]),
    "utc_ns": (pa.array([1700000000123456789, None, 0], pa.timestamp("ns", "UTC")),
               ["2023-11-14T22:13:20.123456789Z", None, "1970-01-01T00:00:00Z"]),
    "text": (pa.array(["三万", None, ""]), ["三万", None, ""]),
    "bytes": (pa.array([b"\x00\xff", None, b"plain"]), ["0x00ff", None, "plain"]),
    "fixed": (pa.array([b"\x01\x02", None, b"\xfe\xff"], pa.binary(2)), ["0x0102", None, "0xfeff"]),
    "nothing": (pa.array([None, None, None], pa.null()), [None, None, None]),
}
table = pa.table({k: v[0] for k, v in types.items()})
put("types", table, {k: v[1] for k, v in types.items()})
put("types_v2_plain", table, {k: v[1] for k, v in types.items()},
    data_page_version="2.0", use_dictionary=False, compression="none")

stamps = pa.array([1700000000123456000, None, -1], pa.timestamp("ns"))
put("int96", pa.table({"t": stamps}), {"t": ["2023-11-14T22:13:20.123456000", None, "1969-12-31T23:59:59.999999999"]},
    use_deprecated_int96_timestamps=True)

n = 600
mixed = {
    "n": (pa.array([i * i if i % 7 else None for i in range(n)]), [str(i * i) if i % 7 else None for i in range(n)]),
    "w": (pa.array([f"word {i % 13}" for i in range(n)]), [f"word {i % 13}" for i in range(n)]),
    "u": (pa.array([f"unique 号 {i}" if i % 5 else None for i in range(n)]), [f"unique 号 {i}" if i % 5 else None for i in range(n)]),
    "f": (pa.array([i / 4 for i in range(n)]), [f"{i / 4:g}" for i in range(n)]),
    "b": (pa.array([i % 3 == 0 for i in range(n)]), ["true" if i % 3 == 0 else "false" for i in range(n)]),
    "l": (pa.array([[j for j in range(i % 4)] if i % 9 else None for i in range(n)]),
          [json.dumps(list(range(i % 4)), separators=(",", ":")) if i % 9 else None for i in range(n)]),
}
table = pa.table({k: v[0] for k, v in mixed.items()})
cells = {k: v[1] for k, v in mixed.items()}
for codec in ["snappy", "gzip", "brotli", "zstd", "lz4"]:
    put(f"codec_{codec}", table, cells, compression=codec, row_group_size=250,
        data_page_size=400, write_batch_size=50, write_page_index=codec == "zstd",
        data_page_version="2.0" if codec in ("gzip", "lz4") else "1.0",
        **({"max_rows_per_page": 50} if codec == "zstd" else {}))
put("encodings", table, cells, use_dictionary=False, compression="none", column_encoding={
    "n": "DELTA_BINARY_PACKED", "w": "DELTA_BYTE_ARRAY", "u": "DELTA_LENGTH_BYTE_ARRAY",
    "f": "BYTE_STREAM_SPLIT", "b": "RLE", "l.list.element": "DELTA_BINARY_PACKED"}, data_page_version="2.0")
put("dictionary_overflows", table, cells, dictionary_pagesize_limit=200, data_page_size=300, write_batch_size=20)

nested = {
    "struct": (pa.array([{"a": 1, "b": None}, None, {"a": None, "b": "\"q\"\n"}], pa.struct([("a", pa.int64()), ("b", pa.string())])),
               ['{"a":1,"b":null}', None, '{"a":null,"b":"\\"q\\"\\n"}']),
    "lists": (pa.array([[[1], None, []], [], None], pa.list_(pa.list_(pa.int32()))), ["[[1],null,[]]", "[]", None]),
    "map": (pa.array([[("k", 1), ("l", None)], [], None], pa.map_(pa.string(), pa.int32())), ['{"k":1,"l":null}', "{}", None]),
    "by_number": (pa.array([[(1, "x")], [], None], pa.map_(pa.int32(), pa.string())), ['{"1":"x"}', "{}", None]),
    "deep": (pa.array([[{"m": [("k", [D("1.10")])]}], [{"m": None}], [None]],
                      pa.list_(pa.struct([("m", pa.map_(pa.string(), pa.list_(pa.decimal128(5, 2))))]))),
             ['[{"m":{"k":[1.10]}}]', '[{"m":null}]', "[null]"]),
    "times": (pa.array([[0], [None], None], pa.list_(pa.timestamp("ms", "UTC"))), ['["1970-01-01T00:00:00Z"]', "[null]", None]),
    "special": (pa.array([[float("nan")], [1e300], [-0.5]]), ['["NaN"]', "[1e300]", "[-0.5]"]),
}
put("nested", pa.table({k: v[0] for k, v in nested.items()}), {k: v[1] for k, v in nested.items()})

import struct
point = struct.pack("<BIdd", 1, 1, 30, 10.5)
line = struct.pack("<BIIdddd", 1, 2, 2, 0, 1, 2, 3)
geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": {"encoding": "WKB", "geometry_types": []}}}
table = pa.table({"geometry": pa.array([point, line, None]), "other": pa.array([point, None, None])})
table = table.replace_schema_metadata({"geo": json.dumps(geo)})
put("geo", table, {"geometry": ["POINT (30 10.5)", "LINESTRING (0 1, 2 3; 41 bytes)", None], "other": ["0x" + point.hex(), None, None]})

put("no_rows", pa.table({"a": pa.array([], pa.int64())}), {"a": []})
