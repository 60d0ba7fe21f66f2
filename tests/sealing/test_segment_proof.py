"""What a part of the record proves to somebody who has nothing but the file."""

from __future__ import annotations

import re
from dataclasses import replace

from outlet_app.domain.holes import Hole
from outlet_app.domain.segment_check import Fault
from outlet_app.sealing.facts import AccountDismissed, ActsLost, VerifyKeyNamed
from outlet_app.sealing.label_code import CheckpointMark
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.segment_proof import Pinned, owner_fingerprint, prove_segment
from outlet_app.sealing.statements import sign_statement
from tests.segments import CHEN, FACTS, KEYS, LIN, OUTLET, OWNER, record, segment


def mark(n: int, hash_start: bytes | None = None) -> CheckpointMark:
    return CheckpointMark(1, n, record()[n - 1].chain_hash[:20] if hash_start is None else hash_start)


def test_a_part_with_the_owners_statements_is_proven_and_names_its_person() -> None:
    proof = prove_segment(segment())
    assert proof.is_whole
    assert proof.person == "陈伟"
    assert proof.verdict.proven == 6
    assert proof.pinned is Pinned.NOT_ASKED


def test_a_former_key_and_a_dismissed_account_still_prove_their_acts() -> None:
    facts = (*FACTS, VerifyKeyNamed(CHEN, KEYS[LIN].verify_key), AccountDismissed(CHEN))
    assert prove_segment(segment(facts=facts)).is_whole


def test_another_owners_statements_prove_nothing() -> None:
    stranger = OwnerSeed(OUTLET, b"x" * 32)
    statements = tuple(sign_statement(stranger, serial, fact) for serial, fact in enumerate(FACTS, start=1))
    proof = prove_segment(replace(segment(), statements=statements))
    assert not proof.statements_hold
    assert not proof.is_whole
    assert proof.verdict.proven == 0
    assert proof.person == ""
    taken_over = prove_segment(replace(segment(), statements=statements, owner_verify_key=stranger.verify_key))
    assert taken_over.is_whole  # which is why the fingerprint is compared with paper
    assert taken_over.owner_fingerprint != prove_segment(segment()).owner_fingerprint


def test_without_the_statement_that_names_a_key_its_signatures_prove_nothing() -> None:
    proof = prove_segment(segment(facts=FACTS[1:]))
    assert proof.verdict.proven == 0
    assert {finding.fault for finding in proof.verdict.findings} == {Fault.WRONG}


def test_a_checkpoint_fits_contradicts_or_lies_elsewhere() -> None:
    for n in (2, 4, 8, 10, 14):
        assert prove_segment(segment(), mark(n)).pinned is Pinned.FITS
    for n in (1, 3, 7, 9, 16):
        proof = prove_segment(segment(), mark(n))
        assert proof.pinned is Pinned.ELSEWHERE
        assert not proof.is_whole
    proof = prove_segment(segment(), mark(8, bytes(20)))
    assert proof.pinned is Pinned.CONTRADICTS
    assert not proof.is_whole


def test_a_hash_that_nobody_signed_is_no_match_for_a_checkpoint() -> None:
    acts = [replace(act, signature=None) if act.n == 8 else act for act in record()[2:14]]
    assert prove_segment(segment(acts), mark(8)).pinned is Pinned.ELSEWHERE


def test_acts_that_the_owner_stated_as_lost_are_told_as_lost() -> None:
    acts = [act for act in record()[2:14] if act.n not in {9, 10}]
    facts = (*FACTS, ActsLost(Hole(9, 10, record()[9].chain_hash)))
    (finding,) = prove_segment(segment(acts, facts)).verdict.findings
    assert finding.fault is Fault.LOST


def test_a_fingerprint_is_four_groups_of_four_digits() -> None:
    assert re.fullmatch(r"([0-9A-F]{4} ){3}[0-9A-F]{4}", owner_fingerprint(OWNER.verify_key))
