"""Words that papers share."""

from __future__ import annotations

from outlet_app.domain.history import Checkpoint
from outlet_app.domain.proof import Proof
from outlet_app.services.report import Recomputed
from outlet_app.services.report_words import PROOFS, record_words


def test_a_whole_record_and_a_broken_one_are_told_apart_with_the_place() -> None:
    reached = Checkpoint(1, 12, bytes(32))
    assert "第 1 至第 12 条前后相接" in record_words(Recomputed(reached, 12))
    assert "第 7 条处不相接" in record_words(Recomputed(reached, 12, 7))


def test_each_proof_has_a_word_of_its_own() -> None:
    assert len(set(PROOFS.values())) == len(Proof)
