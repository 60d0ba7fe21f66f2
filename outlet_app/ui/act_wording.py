"""The words for acts of the record: what was done, with what its detail says, and whether it was signed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from string import Formatter
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, QLocale

from outlet_app.domain.account import Role
from outlet_app.domain.act_groups import ActGroup
from outlet_app.domain.amounts import kilograms, yuan
from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.domain.limits import LimitName
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.proof import Proof
from outlet_app.domain.terms import Payment
from outlet_app.ui import carrier_names, languages, wording
from outlet_app.ui.act_sentences import SENTENCES
from outlet_app.ui.act_words import WORDS

if TYPE_CHECKING:
    from datetime import date

    from outlet_app.domain.activity import Detail
    from outlet_app.services.reviewed_acts import ReviewedAct

LONGEST_FACT = 60
"""Characters of one fact within a sentence; what the record holds beyond is not ours."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST_MS = 253_402_300_799_000
"""The last millisecond of the year 9999; a time beyond is nonsense."""

_PRINTER_SETUP, _CARRIER_ORDER = "printer-setup", "carrier-order"
_SETTINGS = {
    _PRINTER_SETUP: "printer",
    _CARRIER_ORDER: "carrier_order",
    "carrier": "changed_carrier",
    "sort-codes": "codes_of",
}
"""The settings that have sentences of their own, and the fact that asks for them."""

_UNKNOWN_KIND = QT_TRANSLATE_NOOP("ActWording", "An act that this version does not know")

_GROUPS: dict[ActGroup, object] = {
    ActGroup.SIGN_INS: QT_TRANSLATE_NOOP("ActWording", "Sign-ins"),
    ActGroup.PARCELS: QT_TRANSLATE_NOOP("ActWording", "Parcels"),
    ActGroup.LABELS: QT_TRANSLATE_NOOP("ActWording", "Labels"),
    ActGroup.REVEALS: QT_TRANSLATE_NOOP("ActWording", "Look-ups, reveals, corrections"),
    ActGroup.SETTINGS: QT_TRANSLATE_NOOP("ActWording", "Settings and record"),
    ActGroup.STAFF: QT_TRANSLATE_NOOP("ActWording", "Staff"),
    ActGroup.FAULTS: QT_TRANSLATE_NOOP("ActWording", "Faults and warnings"),
}

_PROOFS: dict[Proof, object] = {
    Proof.SIGNED: QT_TRANSLATE_NOOP("ActWording", "Signed"),
    Proof.UNSIGNED: QT_TRANSLATE_NOOP("ActWording", "Not signed"),
    Proof.WRONG: QT_TRANSLATE_NOOP("ActWording", "Not as signed"),
}

_NAMELESS = QT_TRANSLATE_NOOP("ActWording", "Nobody known")


def act_sentence(act: ReviewedAct) -> str:
    """What was done, for the column beside the person's name; always plain text."""
    if act.kind is None:
        return _translated(_UNKNOWN_KIND)
    facts = _facts(act.facts)
    fitting = (text for text in SENTENCES[act.kind] if _asked(str(text)) <= facts.keys())
    return _translated(next(fitting)).format(**facts)


def person_name(name: str) -> str:
    """The person's name, or what stands for one whom nobody ever named."""
    return name or _translated(_NAMELESS)


def group_name(group: ActGroup) -> str:
    """The name of a group of kinds."""
    return _translated(_GROUPS[group])


def proof_name(proof: Proof) -> str:
    """How an act stands to its signature, in a word or two."""
    return _translated(_PROOFS[proof])


def day_name(day: date) -> str:
    """An outlet day with its weekday in the language of the screen."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "yyyy-MM-dd ddd")


def time_name(at: datetime) -> str:
    """A moment (UTC) on the outlet's clock, to the second."""
    return f"{outlet_time(at):%Y-%m-%d %H:%M:%S}"


def _asked(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _facts(detail: Detail) -> dict[str, str]:
    facts = {name: _fact(name, value) for name, value in detail.items()}
    setting, _, whose = str(detail.get("name", "")).partition(":")
    if setting not in _SETTINGS or not (whose or setting == _CARRIER_ORDER):
        return facts
    return {**facts, _SETTINGS[setting]: _short(whose) if setting == _PRINTER_SETUP else carrier_names.named(whose)}


def _fact(name: str, value: str | int) -> str:
    return _figure(name, value) if isinstance(value, int) else _word(name, value)


def _figure(name: str, value: int) -> str:
    if name.endswith("_fen"):
        return f"¥{yuan(value)}"
    if name.endswith("_g"):
        return f"{kilograms(value)} kg"
    if name == "at_ms" and 0 <= value <= _LATEST_MS:
        return time_name(_EPOCH + timedelta(milliseconds=value))
    return str(value)


def _word(name: str, text: str) -> str:
    if (name, text) in WORDS:
        return _translated(WORDS[name, text])
    return _listed(name, text) or _short(text)


def _listed(name: str, text: str) -> str:
    """The word for an entry of a fixed list; empty for what is none."""
    if name.endswith("carrier") and carrier_names.is_known(text):
        return carrier_names.named(text)
    if name == "role" and text in set(Role):
        return wording.choice_name(Role(text)).lower()
    if name.endswith("payment") and text in set(Payment):
        return wording.choice_name(Payment(text))
    if name == "limit" and text in set(LimitName):
        return wording.limit_name(LimitName(text))
    return wording.field_name(text) if name == "field" and text in _FIELDS else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_FACT else text[: LONGEST_FACT - 1] + "…"


_FIELDS = frozenset(WaybillDraft.__dataclass_fields__) | {
    f"{party}.{name}" for party in ("sender", "recipient") for name in PartyDraft.__dataclass_fields__
}


def _translated(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return languages.translated("ActWording", str(text))
