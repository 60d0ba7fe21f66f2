"""New keys, ended by SIGKILL at every step: everybody signs in, every waybill opens, by exactly one set of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import rekeying_aftermath
from tests.faults.rekeying import CARD_STEPS, CHILD, KEY_STEPS, SEED_STEPS
from tests.outlets import copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery
    from tests.faults.rekeying_aftermath import Template

_KILLED = -9
_STEPS = list(KEY_STEPS)
_BEFORE = {*_STEPS[: _STEPS.index("new keys in force at one place")], "statements signed again"}
"""Until the key file is in place, the former keys are in force."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Made once; every test gets a copy."""
    return rekeying_aftermath.template(tmp_path_factory.mktemp("rekeying"))


def _killed(nursery: Nursery, folder: Path, work: str, step: str) -> str:
    ended = nursery.run(CHILD, folder, work, step)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    return ended.stdout.decode()


@pytest.mark.parametrize("step", SEED_STEPS)
def test_an_owner_killed_while_he_replaces_his_seed_has_one_set_of_papers_that_opens_everything(
    template: Template, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template.outlet, tmp_path)
    said = _killed(nursery, tmp_path, "seed", step)
    replaced = rekeying_aftermath.check(template, outlet, tmp_path, "seed")
    assert replaced is (step not in _BEFORE)
    assert replaced or "replaced" not in said


@pytest.mark.parametrize("step", KEY_STEPS)
def test_an_owner_killed_while_he_renews_the_database_key_keeps_nobody_out(
    template: Template, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template.outlet, tmp_path)
    said = _killed(nursery, tmp_path, "key", step)
    replaced = rekeying_aftermath.check(template, outlet, tmp_path, "key")
    assert replaced is (step not in _BEFORE)
    assert replaced or "replaced" not in said


@pytest.mark.parametrize("step", CARD_STEPS)
def test_an_owner_killed_while_he_replaces_his_card_has_one_that_opens(
    template: Template, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template.outlet, tmp_path)
    said = _killed(nursery, tmp_path, "card", step)
    replaced = rekeying_aftermath.check(template, outlet, tmp_path, "card")
    assert replaced is (step != "recorded")
    assert replaced or "replaced" not in said


def test_an_owner_who_is_not_killed_ends_with_nothing_of_the_former_seed(
    template: Template, nursery: Nursery, tmp_path: Path
) -> None:
    outlet = copy_of(template.outlet, tmp_path)
    ended = nursery.run(CHILD, tmp_path, "seed")
    assert ended.stdout.decode().split() == ["open", "replaced", "moved", "left"]
    assert outlet.keys.key_file().former_seed is None
    assert rekeying_aftermath.check(template, outlet, tmp_path, "seed")
