"""The words of reveals: they stand in acts, so they stay."""

from __future__ import annotations

from outlet_app.domain.party import Party
from outlet_app.domain.reveal_terms import RevealField, RevealReason


def test_what_stands_in_acts_is_never_renamed() -> None:
    assert [each.value for each in RevealField] == [
        "recipient.phone",
        "recipient.name",
        "recipient.address",
        "sender.phone",
        "sender.name",
        "sender.address",
        "contents",
        "remark",
    ]
    assert [each.value for each in RevealReason] == [
        "call",
        "address_unclear",
        "return_to_sender",
        "asked_by_person",
        "other",
    ]


def test_there_are_as_many_reasons_as_keys_for_them() -> None:
    assert len(RevealReason) == 5


def test_every_field_of_a_person_is_one_of_the_details() -> None:
    of_people = [each.value.partition(".")[2] for each in RevealField if "." in each.value]
    assert {name for name in of_people if name != "address"} <= {*Party.__dataclass_fields__}
