"""Words of hand-over lists that stand in rows and acts."""

from __future__ import annotations

from outlet_app.domain.handover_list import HandoverThing, HandoverWay, PutOn, PutOnOutcome


def test_stored_words_stay_as_they_are() -> None:
    assert [way.value for way in HandoverWay] == ["code", "bars", "typed"]
    assert [thing.value for thing in HandoverThing] == ["waybill", "parcel"]


def test_a_scan_of_nothing_names_nothing() -> None:
    told = PutOn(PutOnOutcome.NOT_OURS)
    assert (told.number, told.list, told.item, told.carrier, told.left_at) == ("", None, None, "", None)
