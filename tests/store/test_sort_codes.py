"""Tables of sort codes as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.sort_code_table import Place, SortCodeRow, SortCodeTable
from outlet_app.store import sort_codes
from outlet_app.store.connection import ConstraintFailed
from tests.store.rows import AUTHOR

if TYPE_CHECKING:
    from outlet_app.store.store import Store

ROW = SortCodeRow("浙江省", "杭州市", "余杭区", "1")


def _table(*rows: SortCodeRow) -> SortCodeTable:
    return SortCodeTable("t.csv", rows, (), 0)


def test_a_table_belongs_to_its_carrier_and_is_replaced_whole(store: Store) -> None:
    store.write(AUTHOR, sort_codes.loaded(store.reader, "yto", _table(ROW)))
    store.write(AUTHOR, sort_codes.loaded(store.reader, "sf", _table(ROW)))
    store.write(AUTHOR, sort_codes.loaded(store.reader, "yto", _table(SortCodeRow("浙江省", "", "", "2"))))
    assert sort_codes.every(store.reader) == {
        Place("yto", "浙江省", "", ""): "2",
        Place("sf", "浙江省", "杭州市", "余杭区"): "1",
    }
    store.write(AUTHOR, sort_codes.removed(store.reader, "sf"))
    assert (sort_codes.count(store.reader, "yto"), sort_codes.count(store.reader, "sf")) == (1, 0)


def test_a_table_that_cannot_be_stored_leaves_the_former_one(store: Store) -> None:
    store.write(AUTHOR, sort_codes.loaded(store.reader, "yto", _table(ROW)))
    with pytest.raises(ConstraintFailed):
        store.write(AUTHOR, sort_codes.loaded(store.reader, "yto", _table(ROW, ROW)))
    assert sort_codes.count(store.reader, "yto") == 1
