"""The made-up samples: they cover what customers send, and the parser reads them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict

import pytest

from outlet_app.domain.paste import PasteProposal, read_paste
from tests.domain.paste_scoring import FIELDS, REGION, Sample, Score, plain, samples, scored, wrong_fields

KINDS = (
    "labelled no_separator name_first name_last phone_first phone_last glued nickname titled minority_name "
    "company landline service_number ext_dash ext_turn ext_bracket plus86 grouped_digits fullwidth two_phones "
    "id_number post_code order_number note traditional radicals line_breaks repeated_region platform pair "
    "ambiguous old_name direct_county no_districts hk_mo_tw new_division short_region spaced_region zone "
    "address_only"
)


LABEL_CHARACTERS = "收货件人手机号码电话地址姓名省市区县备注联系发方式寄到给是改成送转邮编TEL"


def _fields(proposal: PasteProposal) -> dict[str, str]:
    read = asdict(proposal)
    return {name: read[name] for name in FIELDS}


def _read(text: str) -> dict[str, str]:
    return _fields(read_paste(text))


def test_every_kind_of_text_that_customers_send_is_covered_ten_times() -> None:
    counts = Counter(sample.kind for sample in samples())
    assert {kind for kind in KINDS.split() if counts[kind] < 10} == set()
    assert sum(counts.values()) >= 400


def test_a_third_of_the_generated_samples_is_held_out() -> None:
    assert sum(sample.held_out for sample in samples()) >= 200


@pytest.mark.parametrize(("held_out", "least"), [(False, 0.98), (True, 0.96)])
def test_nearly_every_sample_is_read_without_a_fault(*, held_out: bool, least: float) -> None:
    score = scored([sample for sample in samples() if sample.held_out is held_out], _read)
    assert score.share(score.right) >= least
    assert score.share(score.region) >= 0.99
    assert score.share(score.phone) >= 0.99
    assert score.share(score.named_wrongly) <= 0.01


def test_both_parties_of_a_pasted_pair_are_read() -> None:
    wrong = []
    for sample in samples():
        if sample.sender is not None:
            sender = read_paste(sample.text).sender
            assert sender is not None
            wrong.append(wrong_fields(sample.sender, _fields(sender)))
    assert len(wrong) >= 14
    assert sum(map(bool, wrong)) == 0


def test_an_identity_number_in_a_sample_is_nowhere_in_the_proposal() -> None:
    for sample in samples():
        if sample.kind == "id_number":
            proposal = read_paste(sample.text)
            assert any(doubt.reason == "identity_number" for doubt in proposal.doubts), sample.text
            assert not any(len(run) >= 15 for run in _digit_runs(f"{proposal.detail} {proposal.leftover}"))


def _choices(proposal: PasteProposal) -> list[str]:
    return [choice for doubt in proposal.doubts for choice in doubt.alternatives]


def _digit_runs(text: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in text).split()


def test_nothing_of_a_sample_is_dropped_unannounced() -> None:
    for sample in samples():
        proposal = read_paste(sample.text)
        said = plain("".join([*_fields(proposal).values(), proposal.leftover, *_choices(proposal)]))
        renamed = any(doubt.reason == "renamed" for doubt in proposal.doubts)
        if (
            proposal.sender is None
            and not renamed
            and sample.kind in {"note", "nickname", "company", "pieces", "mixed"}
        ):
            lost = [c for c in plain(sample.text) if c.isalnum() and c not in said and c not in LABEL_CHARACTERS]
            assert lost == [], sample.text


def test_the_score_forgives_width_punctuation_and_the_placeholder_city_only() -> None:
    expected = dict.fromkeys(FIELDS, "") | {"province": "北京市", "city": "北京市", "detail": "5号楼"}
    assert wrong_fields(expected, expected | {"city": "市辖区", "detail": "５号楼，"}) == ()
    assert wrong_fields(expected, expected | {"detail": "5号"}) == ("detail",)
    assert wrong_fields(expected, expected | {"city": "天津市"}) == ("city",)
    assert wrong_fields(expected | {"province": "江苏省"}, expected)[:1] == (REGION[0],)


def test_a_name_left_blank_is_wrong_but_not_wrongly_named() -> None:
    sample = Sample("x", "张三", dict.fromkeys(FIELDS, "") | {"name": "张三"}, None, held_out=False)
    blank, other = Score(), Score()
    blank.add(sample, {})
    other.add(sample, {"name": "李四"})
    assert (blank.name, blank.named_wrongly) == (0, 0)
    assert (other.name, other.named_wrongly) == (0, 1)
