"""What reports and sheets are made of: headings, paragraphs, facts, tables, one checkpoint's code, lines to sign."""

from __future__ import annotations

from dataclasses import dataclass

from outlet_app.domain.text import looks_like_label_code

_CHECKPOINT = "OC1."


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows; it never stands alone at the foot of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `strong` for what must not be overlooked, `small` for notes."""

    text: str
    strong: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are, a line each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that stand on every page again.

    `shares` are the columns' widths in mm on a page of A4; they grow and shrink together. `right` names the columns of
    figures. On paper narrower than `least_mm` every row becomes a small paragraph of its own. `empty` stands in place
    of a table without rows.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    right: tuple[int, ...] = ()
    empty: str = ""
    least_mm: float = 120.0


@dataclass(frozen=True, slots=True)
class CheckpointBlock:
    """A checkpoint's `OC1.…` text as QR code and as text, with what it is for beside it.

    Raises ValueError for any other text: a sheet carries no token.
    """

    code_text: str
    caption: str

    def __post_init__(self) -> None:
        if not self.code_text.startswith(_CHECKPOINT):
            raise ValueError("a sheet carries the code of a checkpoint and no other")


@dataclass(frozen=True, slots=True)
class SigningLines:
    """Lines to sign on, each with what is signed there."""

    captions: tuple[str, ...]


Block = Heading | Paragraph | Facts | Table | CheckpointBlock | SigningLines


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report: its title, what stands under it, its blocks in order, and a line for the foot of each page."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    foot: str = ""


def shown(text: str) -> str:
    """The text as a sheet shows it: one line, and stars for one that looks like a code of ours.

    Whoever holds the database can write an act that says anything; a report is made all the same, and carries no token.
    """
    return "***" if looks_like_label_code(text) else " ".join(text.split())
