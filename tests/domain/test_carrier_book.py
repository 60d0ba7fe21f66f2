"""The outlet's carriers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlet_app.domain.carrier import carriers, nameless
from outlet_app.domain.carrier_book import (
    LONGEST_NAME,
    CarrierDraft,
    carrier_book,
    carrier_faults,
    described,
    draft_of,
    made,
    next_own_code,
    read_carrier,
    write_carrier,
)
from outlet_app.errors import Fault, FaultKind

YTO = carriers()["yto"]
OWN = CarrierDraft("own1", "同城快送", "City Post", r"CS\d{8}", ("standard",))


def test_without_changes_the_book_is_what_was_shipped() -> None:
    assert carrier_book(carriers(), {}, ()) == carriers()


def test_what_the_owner_changed_stands_and_the_rest_is_shipped() -> None:
    changed = made(
        replace(draft_of(YTO), name_zh="圆通", shapes=r"YT\d{13}", services=("express",), enabled=False), YTO
    )
    book = carrier_book(carriers(), {"yto": write_carrier(changed)}, ())
    assert book["yto"] == changed
    assert (changed.name_zh, changed.enabled, changed.is_own) == ("圆通", False, False)
    assert [service.code for service in changed.services] == ["express"]
    assert (changed.stock, changed.three_part) == (YTO.stock, YTO.three_part)
    assert book["sf"] == carriers()["sf"]


def test_an_added_carrier_stands_behind_the_shipped_ones_until_it_is_put_elsewhere() -> None:
    text = write_carrier(made(OWN, None))
    assert list(carrier_book(carriers(), {"own1": text}, ()))[-1] == "own1"
    assert list(carrier_book(carriers(), {"own1": text}, ("own1", "sf", "nobody")))[:3] == ["own1", "sf", "yto"]
    assert carrier_book(carriers(), {"own1": text}, ())["own1"].is_own


@pytest.mark.parametrize("code", [*carriers(), "own1"])
def test_a_carrier_is_read_as_it_was_written(code: str) -> None:
    carrier = carriers().get(code) or made(OWN, None)
    assert read_carrier(code, write_carrier(carrier), carriers().get(code)) == carrier


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"name_zh":1,"name_en":"a","shapes":[],"services":["standard"],"enabled":true}',
        '{"name_zh":"a","name_en":"b","shapes":["(a+)+"],"services":["standard"],"enabled":true}',
        '{"name_zh":"a","name_en":"b","shapes":[],"services":[],"enabled":true}',
        "[" * 100_000,
    ],
)
def test_a_text_that_is_no_carrier_changes_nothing(text: str) -> None:
    assert carrier_book(carriers(), {"yto": text, "own1": text}, ()) == carriers()


@pytest.mark.parametrize(
    ("change", "field", "kind"),
    [
        ({"name_zh": " "}, "name_zh", FaultKind.EMPTY),
        ({"name_en": "x" * (LONGEST_NAME + 1)}, "name_en", FaultKind.TOO_LONG),
        ({"name_zh": "顺丰速运"}, "name_zh", FaultKind.NAME_USED),
        ({"name_en": "OA1.X"}, "name_en", FaultKind.LABEL_CODE),
        ({"name_zh": "同\u202e城"}, "name_zh", FaultKind.CONTROL_CHARACTER),
        ({"shapes": r"CS\d{8} (a+)+"}, "shapes", FaultKind.NOT_A_SHAPE),
        ({"shapes": "A B C D E F G"}, "shapes", FaultKind.NOT_A_SHAPE),
        ({"services": ("fast",)}, "services", FaultKind.EMPTY),
    ],
)
def test_what_is_wrong_stands_beside_its_field(change: dict[str, object], field: str, kind: FaultKind) -> None:
    (fault,) = carrier_faults(replace(OWN, **change), carriers())  # type: ignore[arg-type] # the draft's fields
    assert (fault.field, fault.kind) == (field, kind)


def test_the_last_carrier_that_is_offered_stays_so() -> None:
    yto, sf = carriers()["yto"], carriers()["sf"]
    off = replace(draft_of(yto), enabled=False)
    assert carrier_faults(off, {"yto": yto, "sf": sf}) == ()
    alone = {"yto": yto, "sf": replace(sf, enabled=False)}
    assert carrier_faults(off, alone) == (Fault("enabled", FaultKind.LAST_ONE),)
    assert carrier_faults(replace(draft_of(sf), enabled=False), alone) == ()


def test_a_carrier_may_keep_its_own_name() -> None:
    assert carrier_faults(draft_of(YTO), carriers()) == ()


def test_an_act_tells_names_services_and_shapes_and_whether_it_is_off() -> None:
    assert described(YTO) == r"圆通速递 / YTO · standard · YT\d{13} [A-Z0-9]\d{9,12}"
    assert described(replace(carriers()["other"], enabled=False)) == "✕ 其他 / Other · standard"


def test_a_code_of_an_added_carrier_is_never_given_again() -> None:
    assert next_own_code(carriers()) == "own1"
    assert next_own_code([*carriers(), "own1", "own7", "own"]) == "own8"


def test_a_carrier_that_nobody_knows_is_called_by_its_code() -> None:
    assert (nameless("own3").name_zh, nameless("own3").service("express").code) == ("own3", "express")
