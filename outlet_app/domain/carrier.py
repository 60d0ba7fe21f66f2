"""The carriers an outlet works for: names, services, and the shapes of their numbers as hints."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from outlet_app import paths
from outlet_app.domain.number_shape import fits
from outlet_app.domain.waybill_number import s10_holds


@dataclass(frozen=True, slots=True)
class Service:
    """A carrier's product, by its code and its name in both languages."""

    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """One carrier. `shapes` are those of `number_shape`; they warn and never block.

    `stock` is the paper that its own labels come on. `three_part` says whether its hubs sort by codes of three parts,
    which the owner loads as a table; the others go by city and district. A carrier that is not `enabled` is named where
    it stands and offered nowhere. `is_own` says that the outlet added it.
    """

    code: str
    name_zh: str
    name_en: str
    shapes: tuple[str, ...]
    services: tuple[Service, ...]
    uses_s10: bool = False
    stock: str = "76x130"
    three_part: bool = False
    enabled: bool = True
    is_own: bool = False

    def looks_like(self, number: str) -> bool:
        """Whether `number` has a shape this carrier is known to use; True for a carrier without known shapes."""
        if self.uses_s10 and (holds := s10_holds(number)) is not None:
            return holds
        return not self.shapes or any(fits(shape, number) for shape in self.shapes)

    def service(self, code: str) -> Service:
        """The service with that code, or the carrier's first one when it has no such service (any more)."""
        return next((service for service in self.services if service.code == code), self.services[0])


@functools.cache
def carriers() -> dict[str, Carrier]:
    """The carriers as they are shipped, by code. Read once from `resources/carriers.toml`.

    An outlet's own are `Session.carriers()`: these with what its owner changed.
    """
    table = tomllib.loads(paths.resource("carriers.toml").read_text(encoding="utf-8"))
    return {
        row["code"]: Carrier(
            row["code"],
            row["name_zh"],
            row["name_en"],
            tuple(row["shapes"]),
            tuple(services()[code] for code in row["services"]),
            row.get("s10", False),
            row.get("stock", "76x130"),
            row.get("three_part", False),
        )
        for row in table["carrier"]
    }


@functools.cache
def services() -> dict[str, Service]:
    """Every service by its code, in the order they are offered."""
    table = tomllib.loads(paths.resource("carriers.toml").read_text(encoding="utf-8"))
    return {row["code"]: Service(row["code"], row["name_zh"], row["name_en"]) for row in table["service"]}


def nameless(code: str) -> Carrier:
    """What stands for a carrier that nobody knows any more: its code."""
    return Carrier(code, code, code, (), tuple(services().values()), enabled=False)
