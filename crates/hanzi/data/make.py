#!/usr/bin/env python3
"""Writes the tables of this crate from their two sources, as README.md says:

    python3 make.py FOLDER_OF_UNIHAN TSCHARACTERS_TXT
"""
import bz2
import collections
import pathlib
import sys
import unicodedata

FIRST, LAST = 0x4E00, 0x9FFF
HERE = pathlib.Path(__file__).parent
# Where the reading that Unihan calls customary is not the one that most titles mean.
USUAL = {
    "长": "chang", "都": "du", "似": "si", "厦": "xia", "地": "di", "帧": "zhen", "拓": "tuo",
    "埔": "pu", "咳": "ke", "仔": "zai", "著": "zhu", "彷": "pang", "蹒": "pan",
}


def unihan(folder, file, field):
    """The values of one field by character, of those in the block."""
    found = {}
    for line in bz2.open(pathlib.Path(folder) / f"Unihan_{file}.txt.bz2", "rt", encoding="utf-8"):
        code, _, rest = line.rstrip("\n").partition("\t")
        name, _, value = rest.partition("\t")
        if name == field and code[0] == "U" and FIRST <= int(code[2:], 16) <= LAST:
            found[chr(int(code[2:], 16))] = value
    return found


def readings(folder):
    """The customary reading of each character in Mandarin, without its tone."""
    found = {}
    for character, value in unihan(folder, "Readings", "kMandarin").items():
        marked = unicodedata.normalize("NFD", value.split(" ")[0]).replace("u\u0308", "v")
        found[character] = "".join(c for c in marked if not unicodedata.combining(c))
    return {**found, **USUAL}


def simplified(path):
    """The first simplified form of each traditional character, followed to its end."""
    found = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        old, new = line.rstrip("\n").split("\t")
        new = new.split(" ")[0]
        # Both in the one block that the fold copies without looking: a form that fonts
        # hardly have is no usual form.
        if old != new and all(len(c) == 1 and FIRST <= ord(c) <= LAST for c in (old, new)):
            found[old] = new
    return {old: found.get(new, new) for old, new in found.items()}


def coded(first, last, encoding):
    """The characters of a two-byte set, by the first bytes of its levels."""
    pairs = (bytes([high, low]) for high in range(first, last) for low in range(0x40, 0xFF))
    texts = (pair.decode(encoding, "ignore") for pair in pairs)
    return {text for text in texts if len(text) == 1 and FIRST <= ord(text) <= LAST}


def bits(characters):
    table = bytearray((LAST + 1 - FIRST) // 8)
    for character in characters:
        place = ord(character) - FIRST
        table[place // 8] |= 1 << place % 8
    return table


def steps(numbers):
    """Differences, folded to be positive, seven bits a byte, the lowest first."""
    out, before = bytearray(), 0
    for number in numbers:
        step, before = number - before, number
        step = step * 2 if step >= 0 else -step * 2 - 1
        while step >= 128:
            out.append(step & 127 | 128)
            step >>= 7
        out.append(step)
    return out


def main(folder, simplified_path):
    forms = simplified(simplified_path)
    old = sorted(forms)
    (HERE / "traditional.bits").write_bytes(bits(old))
    (HERE / "simplified.steps").write_bytes(steps(ord(forms[c]) - FIRST for c in old))

    read = readings(folder)
    # The national table of 2013 (通用规范汉字表), GB 2312, the common level of Big5, and what
    # traditional characters become.
    known = set(unihan(folder, "OtherMappings", "kTGH")) | coded(0xB0, 0xF8, "gb2312")
    known |= {forms.get(c, c) for c in coded(0xA4, 0xC7, "big5")} | set(forms.values())
    known = sorted(c for c in known if c in read and c not in forms)
    count = collections.Counter(read[c] for c in known)
    # A reading that no common character has is still a syllable that people type.
    count.update({syllable: 0 for syllable in read.values()})
    order = sorted(count, key=lambda syllable: (-count[syllable], syllable))
    order = [s for s in order if s[0] not in "mn" or len(s) > 1]
    order = [s for s in order if s != "hm"]
    known = [c for c in known if read[c] in order]
    # By the alphabet, as they are looked up; the common ones and the others counted apart.
    common, others = sorted(order[:255]), sorted(order[255:])
    ranks = bytearray()
    for character in known:
        syllable = read[character]
        if syllable in common:
            ranks.append(common.index(syllable))
        else:
            ranks += bytes([255, others.index(syllable)])
    (HERE / "read.bits").write_bytes(bits(known))
    (HERE / "readings.ranks").write_bytes(ranks)
    marked = (syllable + "-" * (syllable in others) for syllable in sorted(order))
    (HERE / "syllables.txt").write_text(" ".join(marked), encoding="ascii")
    print(len(old), "traditional,", len(known), "read,", len(order), "syllables")


main(*sys.argv[1:])
