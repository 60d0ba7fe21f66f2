"""Carriers' settings and sort codes against the acts that set them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.carrier import carriers
from outlet_app.domain.sort_code_table import SortCodeRow, SortCodeTable
from outlet_app.store import carrier_settings, sort_codes
from outlet_app.store.setting_commitments import SettingsSaid
from outlet_app.store.store import Entry
from tests.store.rows import AUTHOR

if TYPE_CHECKING:
    from outlet_app.store.store import Store

SF = carriers()["sf"]
ROWS = (SortCodeRow("浙江省", "杭州市", "余杭区", "1"), SortCodeRow("浙江省", "杭州市", "西湖区", "2"))


def odd(store: Store, above: int = 0) -> tuple[str, ...]:
    said, head = SettingsSaid(), store.checkpoint().n
    for n in range(above, head, 2):
        said.take(store.reader, n, min(n + 2, head))
    return said.odd(store.reader)


def by_hand(store: Store, sql: str) -> None:
    with store._database.transaction() as cursor:
        cursor.run(sql)


@pytest.fixture
def kept(store: Store) -> Store:
    """One carrier renamed, and its table loaded."""
    store.write(AUTHOR, carrier_settings.changed(SF, replace(SF, name_zh="丰")))
    store.write(AUTHOR, carrier_settings.changed(SF, replace(SF, name_zh="顺丰")))
    store.write(AUTHOR, sort_codes.loaded(store.reader, "sf", SortCodeTable("t.csv", ROWS, (), 0)))
    return store


def test_what_the_last_acts_set_is_not_odd(kept: Store) -> None:
    assert odd(kept) == ()
    kept.write(AUTHOR, carrier_settings.restored(SF))
    kept.write(AUTHOR, sort_codes.removed(kept.reader, "sf"))
    assert odd(kept) == ()


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("UPDATE carrier_settings SET settings = replace(settings, '顺丰', '顺疯')", "carrier:sf"),
        ("UPDATE carrier_settings SET settings = replace(settings, '顺丰', '丰')", "carrier:sf"),
        ("DELETE FROM carrier_settings", "carrier:sf"),
        ("INSERT INTO carrier_settings VALUES ('yto', '{}')", "carrier:yto"),
        ("UPDATE sort_codes SET code = '9' WHERE code = '1'", "sort-codes:sf"),
        ("DELETE FROM sort_codes WHERE code = '1'", "sort-codes:sf"),
        ("DELETE FROM sort_codes", "sort-codes:sf"),
        ("INSERT INTO sort_codes VALUES ('sf', '浙江省', '', '', '3')", "sort-codes:sf"),
        ("INSERT INTO sort_codes VALUES ('yto', '浙江省', '', '', '3')", "sort-codes:yto"),
    ],
)
def test_what_another_hand_changed_is_odd_until_it_is_set_anew(kept: Store, sql: str, name: str) -> None:
    by_hand(kept, sql)
    assert odd(kept) == (name,)
    code = name.partition(":")[2]
    if name.startswith("carrier:"):
        kept.write(AUTHOR, carrier_settings.changed(None, carriers()[code]))
    else:
        kept.write(AUTHOR, sort_codes.loaded(kept.reader, code, SortCodeTable("t.csv", ROWS, (), 0)))
    assert odd(kept) == ()


def test_what_was_set_before_there_were_commitments_is_not_judged(kept: Store) -> None:
    detail = {"name": "carrier:sf", "old": "", "new": "顺丰 / SF"}
    kept.write(AUTHOR, Entry(Activity(ActivityKind.SETTING_CHANGED, None, detail)))
    by_hand(kept, "DELETE FROM carrier_settings")
    assert odd(kept) == ()


def test_of_acts_that_were_passed_over_or_cannot_be_read_nothing_is_concluded(kept: Store) -> None:
    head = kept.checkpoint().n
    by_hand(kept, "DELETE FROM carrier_settings")
    assert odd(kept, above=head - 1) == ()
    kept.write(AUTHOR, Entry(Activity(ActivityKind.SETTING_CHANGED)))
    assert odd(kept) == ()
    kept.write(AUTHOR, carrier_settings.changed(None, SF))
    by_hand(kept, "DELETE FROM carrier_settings")
    assert odd(kept) == ("carrier:sf",)
