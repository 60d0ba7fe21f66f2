"""Searches everything that a run left on the disk for what must not stand there in the open."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from outlet_app.domain.draft import PartyDraft

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_PDF = b"%PDF"


def of_person(person: PartyDraft) -> tuple[str, ...]:
    """What tells who somebody is: name, phone as people write it, and the room."""
    phone = person.phone
    spelled = (phone, f"{phone[:3]}-{phone[3:7]}", f"{phone[:3]} {phone[3:7]}")
    return (person.name, *spelled, person.detail.rsplit("单元", 1)[1])


class _Windows:
    """Which runs of three bytes stand in a text: a needle with one that does not stand there need not be searched for.

    Thousands of needles in megabytes of sealed pages would take half of the time of the day they are looked for in.
    """

    def __init__(self, text: bytes) -> None:
        assert sys.byteorder == "little"
        self._bits = bits = bytearray(1 << 21)
        padded = text + bytes(8)
        for shift in range(4):
            end = shift + (len(padded) - shift) // 4 * 4
            for word in memoryview(padded[shift:end]).cast("I"):
                bits[(word & 0xFFFFFF) >> 3] |= 1 << (word & 7)

    def may_hold(self, needle: bytes) -> bool:
        """False only where the text cannot hold it."""
        runs = (int.from_bytes(needle[at : at + 3], "little") for at in range(len(needle) - 2))
        return all(self._bits[run >> 3] & 1 << (run & 7) for run in runs)


def found(needles: Iterable[str], *folders: Path) -> list[tuple[str, str]]:
    """Each needle that stands somewhere under `folders`, with the path of the file; names of files count as text.

    Bytes are searched in UTF-8, UTF-16 of both orders, GB18030 and as JSON escapes; every PDF's text and metadata too.
    """
    texts = [(str(path), content) for folder in folders for path in _files(folder) for content in _contents(path)]
    together = b"\x00\x00".join(content for _, content in texts)
    windows, hits = _Windows(together), []
    for needle in needles:
        forms = {*(needle.encode(encoding) for encoding in ENCODINGS), needle.encode("unicode_escape")}
        if any(windows.may_hold(form) and form in together for form in forms):
            hits += [(needle, path) for path, content in texts if any(form in content for form in forms)]
    return hits


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _contents(path: Path) -> Iterator[bytes]:
    yield path.name.encode()
    try:
        content = path.read_bytes()
    except FileNotFoundError:  # the print system clears its own folder meanwhile
        return
    yield content
    if content.startswith(_PDF):
        yield pdf_text(content).encode()


def pdf_text(content: bytes) -> str:
    """The text of every page of a PDF, and what its metadata say."""
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    try:
        pages = [document[page].get_textpage().get_text_bounded() for page in range(len(document))]
        return "\n".join([*pages, *document.get_metadata_dict().values()])
    finally:
        document.close()
