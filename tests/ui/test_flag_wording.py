"""Every flag has a sentence in both languages, whatever it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.behaviour import Measure
from outlet_app.domain.flags import Flag, FlagKind
from outlet_app.domain.limits import LimitName
from outlet_app.services.flag_view import FlagView
from outlet_app.ui import languages
from outlet_app.ui.flag_wording import flag_sentence, flag_title, measure_name, weeks_sentence
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from outlet_app.domain.activity import Detail

NIGHT = datetime(2026, 6, 1, 14, 10, tzinfo=UTC)
FACTS: dict[FlagKind, Detail] = {
    FlagKind.RECORD: {"what": "row"},
    FlagKind.CANARY: {"canary": "YT8800000000001 · B 架", "look": "scanned"},
    FlagKind.CLOCK: {"what": "back"},
    FlagKind.REMOTE: {"what": "rdp"},
    FlagKind.AT_LIMIT: {"what": "limit"},
    FlagKind.OUT_OF_HOURS: {"revealed": 0},
    FlagKind.BURST: {"followed": 0, "judged": 0},
    FlagKind.UNFOLLOWED: {"of": 16, "waybills": 7, "usual": 1},
    FlagKind.SEQUENCE: {"parcels": 9},
    FlagKind.MISSES: {"of": 20, "usual": 3},
    FlagKind.MANY_LOOK_UPS: {"usual": 50},
    FlagKind.REPRINTS: {"usual": 1},
    FlagKind.HALF_LIMIT: {"limit": LimitName.SCAN_REVEALS_HOUR.value, "of": 10, "units": 6},
    FlagKind.LONG_DAY: {"hours": 13, "usual": 8},
    FlagKind.REFUSED: {"what": "no_label"},
    FlagKind.SIGN_IN_FAILURES: {"what": ""},
    FlagKind.NOT_REVIEWED: {},
}


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    before = languages.current()
    languages.speak(qapp, request.param)
    yield request.param
    languages.speak(qapp, before)


def view(kind: FlagKind, facts: Detail, person: str = "陈伟") -> FlagView:
    flag = Flag(kind, b"C" * 16, date(2026, 6, 1), 7, 21, NIGHT, NIGHT + timedelta(minutes=30), 14, facts)
    return FlagView(flag, person, None, is_muted=False, is_new=True)


@pytest.mark.parametrize("kind", FlagKind)
@pytest.mark.usefixtures("language")
def test_every_flag_has_a_sentence_that_is_filled_in(kind: FlagKind) -> None:
    said = flag_sentence(view(kind, FACTS[kind]))
    assert said
    assert "{" not in said
    assert ("陈伟" in said) is (kind is not FlagKind.NOT_REVIEWED)
    assert flag_title(kind)


def test_the_sentence_of_the_owners_evening(language: Language) -> None:
    said = flag_sentence(view(FlagKind.BURST, {"followed": 0, "judged": 1}))
    if language is Language.CHINESE:
        assert said == "陈伟在 22:10 到 22:40 打开了 14 条记录，之后都没有打印、交接或取件。"
    else:
        assert said.startswith("陈伟 opened 14 records between 22:10 and 22:40; none was followed by a print, ")


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (FlagKind.BURST, {"followed": 3, "judged": 1}),
        (FlagKind.OUT_OF_HOURS, {"revealed": 2}),
        (FlagKind.UNFOLLOWED, {"of": 14, "waybills": 7, "usual": 1}),
        (FlagKind.RECORD, {"what": "broken"}),
        (FlagKind.RECORD, {"what": "unsigned"}),
    ],
)
@pytest.mark.usefixtures("language")
def test_what_is_known_more_exactly_is_said_more_exactly(kind: FlagKind, facts: Detail) -> None:
    said = flag_sentence(view(kind, facts))
    assert "{" not in said
    assert said != flag_sentence(view(kind, FACTS[kind]))


def test_what_took_one_minute_has_one_time_and_a_week_is_one(language: Language) -> None:
    night = view(FlagKind.OUT_OF_HOURS, {"revealed": 0})
    said = flag_sentence(replace(night, flag=replace(night.flag, ended_at=NIGHT + timedelta(seconds=50))))
    week = view(FlagKind.NOT_REVIEWED, {})
    weeks = [flag_sentence(replace(week, flag=replace(week.flag, count=count))) for count in (1, 2)]
    assert weeks == [weeks_sentence(1), weeks_sentence(2)]
    if language is Language.CHINESE:
        assert said == "陈伟在营业时间外操作：22:10。"
        assert weeks == ["已经一周没有人检查操作记录。", "已经 2 周没有人检查操作记录。"]
    else:
        assert said == "陈伟 worked outside the opening hours, at 22:10."
        assert weeks[0] == "Nobody has looked at the review for a week."


@pytest.mark.usefixtures("language")
def test_who_is_named_by_nobody_is_said_so_and_unknown_words_stand_as_they_are() -> None:
    said = flag_sentence(view(FlagKind.REMOTE, {"what": "teleport"}, person=""))
    assert "teleport" in said
    assert not said.startswith(" ")


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.usefixtures("language")
def test_every_measure_has_a_name(measure: Measure) -> None:
    assert measure_name(measure)
