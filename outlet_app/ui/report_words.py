"""What papers need said: acts and flags as sentences, in Chinese whatever the screen speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from outlet_app.services.report import Sayings
from outlet_app.ui import act_wording, flag_wording, languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services.flag_view import FlagView
    from outlet_app.services.reviewed_acts import ReviewedAct

T = TypeVar("T")


def sayings() -> Sayings:
    """The words of this program for `Reports`; they are asked for on the data lane."""
    return Sayings(act=_act, flag=_flag)


def on_paper(make: Callable[[], T]) -> T:
    """What `make` gives when every word in it is Chinese; for the making of a whole report."""
    with languages.in_chinese():
        return make()


def _act(act: ReviewedAct) -> str:
    with languages.in_chinese():
        return act_wording.act_sentence(act)


def _flag(view: FlagView) -> str:
    with languages.in_chinese():
        return flag_wording.flag_sentence(view)
