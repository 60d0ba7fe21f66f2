"""What papers need said: acts as sentences, in Chinese whatever the screen speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from outlet_app.services.report import Sayings
from outlet_app.ui import act_wording, languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services.reviewed_acts import ReviewedAct

T = TypeVar("T")


def sayings() -> Sayings:
    """The words of this program for `Reports`; they are asked for on the data lane."""
    return Sayings(act=_act)


def on_paper(make: Callable[[], T]) -> T:
    """What `make` gives when every word in it is Chinese; for the making of a whole report."""
    with languages.in_chinese():
        return make()


def _act(act: ReviewedAct) -> str:
    with languages.in_chinese():
        return act_wording.act_sentence(act)
