"""The outlet's carriers as the screen names and offers them, by their codes.

They hang on the application, as its language does: a word for a code is asked for in every window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from outlet_app.domain.carrier import carriers, nameless
from outlet_app.ui import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from outlet_app.domain.carrier import Carrier, Service

_PROPERTY = "outlet-app-carriers"


@dataclass(frozen=True, slots=True)
class _Book:
    carriers: Mapping[str, Carrier]


def follow(book: Mapping[str, Carrier]) -> None:
    """Name and offer these from now on; until then those that are shipped."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_PROPERTY, _Book(book))


def carrier(code: str) -> Carrier:
    """The carrier of that code; one that nobody knows is called by its code."""
    return _known().get(code) or nameless(code)


def named(code: str) -> str:
    """The carrier's name in the language of the screen."""
    return own_name(carrier(code))


def own_name(thing: Carrier | Service) -> str:
    """The carrier's or service's own name in the language of the screen."""
    return thing.name_zh if languages.current() is languages.Language.CHINESE else thing.name_en


def offered() -> Iterator[tuple[str, str]]:
    """Code and name of each carrier that is offered, in the owner's order."""
    return ((code, own_name(each)) for code, each in _known().items() if each.enabled)


def is_known(code: str) -> bool:
    """Whether there is a carrier of that code."""
    return code in _known()


def _known() -> Mapping[str, Carrier]:
    app = QCoreApplication.instance()
    held = None if app is None else app.property(_PROPERTY)
    return held.carriers if isinstance(held, _Book) else carriers()
