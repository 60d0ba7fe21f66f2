"""What a thief carries away, counted: people of whom he has name, phone and address, and all three are right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.attacks.plain_counter import PlainCounter
from tests.attacks.thousand import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from outlet_app.sealing.details import Details
    from tests.attacks.thousand import Thousand

PARTIES = ("sender", "recipient")
PARTS = ("name", "phone", "address")


@dataclass(frozen=True)
class Yield:
    """The figure that sums it up. A waybill counts when at least one of its two people is known whole."""

    waybills: int
    people: int


@dataclass
class Loot:
    """By waybill number and then by part, such as `recipient.phone`, what the thief read."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    def keep(self, number: str, part: str, text: str) -> None:
        """Write down what the screen shows."""
        self.texts.setdefault(number, {})[part] = text

    def keep_details(self, number: str, details: Details) -> None:
        """Write down both parties of an opened waybill."""
        for name, party in zip(PARTIES, (details.sender, details.recipient), strict=True):
            for part, text in zip(PARTS, (party.name, party.full_phone, party.address), strict=True):
                self.keep(number, f"{name}.{part}", text)

    def counted(self, thousand: Thousand) -> Yield:
        """How much of it is somebody's whole name, phone and address; what is not true counts nothing."""
        known = [
            sum(self._is_whole(number, name, true[number]) for name in PARTIES)
            for true in [_by_number(thousand)]
            for number in self.texts
        ]
        return Yield(sum(count > 0 for count in known), sum(known))

    def _is_whole(self, number: str, party: str, true: dict[str, str]) -> bool:
        parts = [f"{party}.{part}" for part in PARTS]
        return all(self.texts[number].get(part) == true[part] for part in parts)


def _by_number(thousand: Thousand) -> dict[str, dict[str, str]]:
    return {
        thousand.numbers[record_id]: {
            f"{name}.{part}": text
            for name, each in zip(PARTIES, people, strict=True)
            for part, text in zip(PARTS, (each.name, each.phone, address_of(each)), strict=True)
        }
        for record_id, people in thousand.people.items()
    }


def from_plain(path: Path, texts: Iterable[str], name: str, password: str) -> Loot:
    """A day at the plain counter program: each of `texts` searched for, every page turned."""
    counter, loot = PlainCounter(path), Loot()
    counter.sign_in(name, password)
    for text in texts:
        page = 0
        while rows := counter.search(text, page):
            for row in rows:
                for party, each in zip(PARTIES, (row.sender, row.recipient), strict=True):
                    for part in PARTS:
                        loot.keep(row.number, f"{party}.{part}", getattr(each, part))
            page += 1
    counter.close()
    return loot
