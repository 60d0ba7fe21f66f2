"""Make resources/han_variants.csv: variant characters and the simplified ones they match.

Run with the source package at hand, never at run time of the program:
`uv run --no-project --with opencc-python-reimplemented==0.1.7 python installer/han_variants.py`

Two open sources: the single-character table of OpenCC (Apache-2.0) for traditional characters, and the property
Equivalent_Unified_Ideograph of the Unicode Character Database (Unicode licence), read from Perl's copy, for Kangxi and
CJK radicals.
"""

from __future__ import annotations

import csv
import importlib.metadata
import importlib.util
import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "han_variants.csv"
PERL = (
    'use Unicode::UCD "charprop"; print Unicode::UCD::UnicodeVersion(), "\\n"; '
    'for (0x2E80..0x2FD5) { my $c = charprop($_, "EqUIdeo"); printf "%X %X\\n", $_, ord $c if length $c == 1 }'
)


def traditional() -> dict[str, str]:
    """Traditional characters to the first simplified one OpenCC names."""
    found = importlib.util.find_spec("opencc")
    if found is None or found.origin is None:
        sys.exit("opencc-python-reimplemented is missing: see the first lines of this script")
    table = Path(found.origin).parent / "dictionary" / "TSCharacters.txt"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {variant: plain.split()[0] for variant, plain in rows if variant != plain.split()[0]}


def radicals() -> tuple[str, dict[str, str]]:
    """The Unicode version, and CJK radicals to the ideographs they look like."""
    answer = subprocess.run(["perl", "-CO", "-e", PERL], check=True, capture_output=True, encoding="utf-8").stdout
    version, *rows = answer.splitlines()
    pairs = (row.split() for row in rows)
    return version, {chr(int(radical, 16)): chr(int(plain, 16)) for radical, plain in pairs}


def main() -> None:
    """Write the table, sorted, with its sources in the first lines."""
    plain_of = traditional()
    version, shapes = radicals()
    for radical, ideograph in shapes.items():
        plain_of[radical] = plain_of.get(ideograph, ideograph)
    release = importlib.metadata.version("opencc-python-reimplemented")
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        target.write(f"# opencc-python-reimplemented {release}, TSCharacters (Apache-2.0)\n")
        target.write(f"# Unicode {version}, Equivalent_Unified_Ideograph (Unicode-3.0)\n")
        rows = csv.writer(target, lineterminator="\n")
        rows.writerow(["variant", "simplified"])
        rows.writerows(sorted(plain_of.items()))
    print(f"{len(plain_of)} characters, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
