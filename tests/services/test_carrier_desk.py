"""The owner's carriers over a real outlet."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.carrier import carriers
from outlet_app.domain.carrier_book import CarrierDraft, draft_of
from outlet_app.domain.sort_code_table import SortCodeTable
from outlet_app.errors import FaultKind, FileMissing, InvalidDraft, TableTooLong, TableUnreadable
from outlet_app.services import carrier_desk
from outlet_app.store import activities
from tests.builders import ZHANG, draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet

CITY_POST = CarrierDraft("", "同城快送", "City Post", r"CS\d{8}", ("standard", "express"))


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    services.session.store.close()


def _said(services: Services) -> dict[str, str]:
    newest = activities.newest(services.session.store.reader)
    assert newest is not None
    said: dict[str, str] = json.loads(newest.detail)
    return said


def test_a_changed_carrier_stands_everywhere_at_once_and_the_act_tells_old_and_new(owner: Services) -> None:
    changed = replace(draft_of(carriers()["yto"]), name_zh="圆通", shapes=r"YT\d{13}")
    owner.carriers.save(changed)
    assert owner.session.carriers()["yto"].name_zh == "圆通"
    assert next(iter(owner.entry.carriers())).name_zh == "圆通"
    said = _said(owner)
    assert said["name"] == "carrier:yto"
    assert said["old"].startswith("圆通速递 / YTO")
    assert said["new"] == r"圆通 / YTO · standard · YT\d{13}"
    (row, *_) = owner.carriers.rows()
    assert (row.carrier.code, row.is_changed, row.codes) == ("yto", True, 0)


def test_the_changed_name_stands_on_the_next_label_and_after_the_next_sign_in(owner: Services, outlet: Outlet) -> None:
    owner.carriers.save(replace(draft_of(carriers()["yto"]), name_zh="圆通余杭"))
    chen = outlet.chen()
    assert chen.session.carriers()["yto"].name_zh == "圆通余杭"
    outlet.entrance.close()
    assert outlet.chen().session.carriers()["yto"].name_zh == "圆通余杭"


def test_a_carrier_of_ones_own_takes_parcels_and_a_shape_only_warns(owner: Services) -> None:
    code = owner.carriers.save(CITY_POST)
    assert code == "own1"
    wrong = draft(carrier=code, service="express", number="CS1234567")
    assert [fault.field for fault in owner.entry.hints(wrong)] == ["number"]
    assert owner.entry.check(wrong) == ()
    accepted = owner.entry.accept(wrong, None)
    assert owner.find.look_up(accepted.number).rows[0].masked.carrier == code
    assert owner.carriers.save(replace(CITY_POST, name_zh="又一家", name_en="Another")) == "own2"


def test_a_carrier_that_is_switched_off_is_offered_no_more_and_its_waybills_are_still_put_right(
    owner: Services,
) -> None:
    accepted = owner.entry.accept(draft(), None)
    owner.carriers.save(replace(draft_of(carriers()["yto"]), enabled=False))
    assert "yto" not in {carrier.code for carrier in owner.entry.carriers()}
    assert owner.session.carriers()["yto"].name_zh == "圆通速递"
    assert owner.entry.correct(accepted.record_id, draft(weight="2"), None).number == accepted.number


def test_a_shipped_carrier_is_restored_and_one_of_ones_own_cannot_be(owner: Services) -> None:
    owner.carriers.save(replace(draft_of(carriers()["sf"]), name_zh="丰"))
    owner.carriers.restore("sf")
    assert owner.session.carriers()["sf"] == carriers()["sf"]
    with pytest.raises(KeyError):
        owner.carriers.restore(owner.carriers.save(CITY_POST))


def test_the_order_is_the_owners_and_ends_at_the_ends(owner: Services) -> None:
    owner.carriers.move("sf", -6)
    assert next(iter(owner.session.carriers())) == "sf"
    before = activities.newest(owner.session.store.reader)
    owner.carriers.move("sf", -1)
    assert activities.newest(owner.session.store.reader) == before
    owner.carriers.move("sf", 99)
    assert list(owner.session.carriers())[-1] == "sf"


def test_nothing_is_saved_while_a_field_is_wrong(owner: Services) -> None:
    with pytest.raises(InvalidDraft) as refused:
        owner.carriers.save(replace(CITY_POST, shapes="(a+)+"))
    assert refused.value.faults[0].kind is FaultKind.NOT_A_SHAPE
    assert owner.session.carriers() == carriers()


def test_shapes_are_tried_with_a_sample_and_made_from_one(owner: Services) -> None:
    desk = owner.carriers
    assert desk.shape_of(" yt 8962646785389") == r"YT\d{13}"
    assert desk.shape_of("张三") == ""
    assert desk.fits(r"YT\d{13} A", "yt8962646785389") is True
    assert desk.fits(r"YT\d{12}", "yt8962646785389") is False
    assert desk.fits("", "YT8962646785389") is None
    assert desk.fits("A", "") is None
    assert [service.code for service in desk.services()] == ["standard", "express", "freight"]


def _table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "三段码.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", "\t"])
def test_a_loaded_table_gives_the_code_of_the_next_label(
    owner: Services, tmp_path: Path, encoding: str, mark: str
) -> None:
    lines = ("省,市,区县,三段码", "浙江省,杭州市,余杭区,342-081-00 052", "江西,,,790")
    path = _table(tmp_path, "\n".join(lines).replace(",", mark), encoding)
    owner.carriers.load_sort_codes("yto", owner.carriers.read_sort_codes(path))
    found = owner.find.look_up(owner.entry.accept(draft(), None).number).rows[0]
    assert found.masked.sort_code == "342-081-00 052"
    typed = owner.find.look_up(owner.entry.accept(draft(sort_code="9-9"), None).number).rows[0]
    assert typed.masked.sort_code == "9-9"
    other = owner.find.look_up(owner.entry.accept(draft(carrier="sf", number="SF1234567890123"), None).number).rows[0]
    assert other.masked.sort_code == "杭州 余杭"


def test_a_table_is_replaced_whole_and_can_be_removed(owner: Services, tmp_path: Path) -> None:
    first = "province,city,district,code\n浙江省,杭州市,余杭区,1\n浙江省,杭州市,西湖区,2\n"
    for text in (first, "province,city,district,code\n浙江省,杭州市,西湖区,3\n"):
        owner.carriers.load_sort_codes("yto", owner.carriers.read_sort_codes(_table(tmp_path, text)))
    assert owner.carriers.rows()[0].codes == 1
    assert owner.session.sort_code("yto", "浙江省", "杭州市", "余杭区") == "杭州 余杭"
    assert owner.session.sort_code("yto", "浙江省", "杭州市", "西湖区") == "3"
    assert (_said(owner)["old"], _said(owner)["new"]) == ("2", "1 三段码.csv")
    owner.carriers.remove_sort_codes("yto")
    assert owner.session.sort_code("yto", "浙江省", "杭州市", "西湖区") == "杭州 西湖"


def test_a_correction_keeps_a_typed_code_while_the_parcel_goes_to_the_same_place(owner: Services) -> None:
    accepted = owner.entry.accept(draft(sort_code="9-9"), None)
    owner.entry.correct(accepted.record_id, draft(weight="2"), None)
    assert owner.find.look_up(accepted.number).rows[0].masked.sort_code == "9-9"
    moved = replace(ZHANG, district="西湖区")
    owner.entry.correct(accepted.record_id, draft(recipient=moved), None)
    assert owner.find.look_up(accepted.number).rows[0].masked.sort_code == "杭州 西湖"


def test_a_table_without_a_good_row_is_not_loaded(owner: Services) -> None:
    with pytest.raises(InvalidDraft):
        owner.carriers.load_sort_codes("yto", SortCodeTable("x.csv", (), (), 3))


def test_a_file_that_is_no_table_is_refused(owner: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("", "a,b\n1,2\n", '"open'):
        with pytest.raises(TableUnreadable):
            owner.carriers.read_sort_codes(_table(tmp_path, text))
    with pytest.raises(FileMissing):
        owner.carriers.read_sort_codes(tmp_path / "gone.csv")
    monkeypatch.setattr(carrier_desk, "MOST_ROWS", 1)
    with pytest.raises(TableTooLong):
        owner.carriers.read_sort_codes(_table(tmp_path, "province,code\n浙江省,1\n"))
