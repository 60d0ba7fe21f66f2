"""The words for flags: one sentence that an owner understands, and a title for its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from outlet_app.domain.behaviour import Measure
from outlet_app.domain.flags import FlagKind
from outlet_app.domain.limits import LimitName
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import languages, wording
from outlet_app.ui.act_wording import person_name
from outlet_app.ui.act_words import WORDS

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.flags import Flag
    from outlet_app.services.flag_view import FlagView

_SENTENCES: dict[FlagKind, object] = {
    FlagKind.RECORD: QT_TRANSLATE_NOOP("FlagWording", "At {begin}, with {person} at the counter, a fault: {what}."),
    FlagKind.CANARY: QT_TRANSLATE_NOOP("FlagWording", "{person} was at your canary {canary} {when}: {look}."),
    FlagKind.CLOCK: QT_TRANSLATE_NOOP(
        "FlagWording", "At {begin}, with {person} at the counter, the PC's clock was moved: {what}."
    ),
    FlagKind.REMOTE: QT_TRANSLATE_NOOP(
        "FlagWording", "At {begin}, with {person} signed in, the screen was shown on another computer: {what}."
    ),
    FlagKind.AT_LIMIT: QT_TRANSLATE_NOOP("FlagWording", "A limit stopped {person} {when}: {count} ×."),
    FlagKind.OUT_OF_HOURS: QT_TRANSLATE_NOOP("FlagWording", "{person} worked outside the opening hours, {when}."),
    FlagKind.BURST: QT_TRANSLATE_NOOP("FlagWording", "{person} opened {count} records {when}."),
    FlagKind.UNFOLLOWED: QT_TRANSLATE_NOOP(
        "FlagWording",
        "{person} looked at details {of} ×; {count} of them, on {waybills} waybills, were not followed by a "
        "correction, a print, a list or a collection within the hour.",
    ),
    FlagKind.SEQUENCE: QT_TRANSLATE_NOOP(
        "FlagWording", "{person} looked at {parcels} parcels in the order they came, {when}."
    ),
    FlagKind.MISSES: QT_TRANSLATE_NOOP(
        "FlagWording",
        "{person} looked up {of} times {when}; {count} found nothing. Usual for a day: {usual}.",
    ),
    FlagKind.MANY_LOOK_UPS: QT_TRANSLATE_NOOP(
        "FlagWording", "{person} looked up {count} times {when}. Usual for a whole day: {usual}."
    ),
    FlagKind.REPRINTS: QT_TRANSLATE_NOOP(
        "FlagWording",
        "{person} printed {count} labels a second time {when}. Usual for a day: {usual}.",
    ),
    FlagKind.HALF_LIMIT: QT_TRANSLATE_NOOP(
        "FlagWording", "{person} used more than half of a limit {when}: {units} of {of} {limit}."
    ),
    FlagKind.LONG_DAY: QT_TRANSLATE_NOOP(
        "FlagWording",
        "The login of {person} was at work in {hours} hours of the day, usually in {usual}. Two people may share it.",
    ),
    FlagKind.REFUSED: QT_TRANSLATE_NOOP("FlagWording", "{person} tried {count} reveals {when} that were refused."),
    FlagKind.SIGN_IN_FAILURES: QT_TRANSLATE_NOOP("FlagWording", "{count} sign-ins under the name of {person} failed."),
    FlagKind.NOT_REVIEWED: QT_TRANSLATE_NOOP("FlagWording", "Nobody has looked at the review for {count} weeks."),
}

_NOT_FOLLOWED = QT_TRANSLATE_NOOP(
    "FlagWording",
    "{person} opened {count} records {when}; none was followed by a print, a list or a collection.",
)
_PARTLY_FOLLOWED = QT_TRANSLATE_NOOP(
    "FlagWording",
    "{person} opened {count} records {when}; {followed} were followed by a print, a list or a collection.",
)
_REVEALED_AT_NIGHT = QT_TRANSLATE_NOOP(
    "FlagWording", "{person} revealed details outside the opening hours, {when}: {revealed} ×."
)
_NONE_FOLLOWED = QT_TRANSLATE_NOOP(
    "FlagWording",
    "{person} looked at details of {waybills} waybills, {of} ×; none was followed by a correction, a print, a list or "
    "a collection within the hour.",
)
_A_WEEK = QT_TRANSLATE_NOOP("FlagWording", "Nobody has looked at the review for a week.")
_AT = QT_TRANSLATE_NOOP("FlagWording", "at {begin}")
_BETWEEN = QT_TRANSLATE_NOOP("FlagWording", "between {begin} and {end}")
_AGAIN_AND_AGAIN = QT_TRANSLATE_NOOP(
    "FlagWording", "{person} was at your canary {canary} {count} × {when}; the gravest: {look}."
)
_BROKEN = QT_TRANSLATE_NOOP("FlagWording", "Act {n} under the name of {person} is not what was recorded.")
_UNSIGNED = QT_TRANSLATE_NOOP("FlagWording", "Act {n} bears the name of {person}, but that login did not sign it.")

_MEASURES: dict[Measure, object] = {
    Measure.LOOK_UPS: QT_TRANSLATE_NOOP("FlagWording", "Look-ups"),
    Measure.MISSES: QT_TRANSLATE_NOOP("FlagWording", "Found nothing"),
    Measure.REVEALS: QT_TRANSLATE_NOOP("FlagWording", "Reveals"),
    Measure.UNFOLLOWED: QT_TRANSLATE_NOOP("FlagWording", "Without follow-up"),
    Measure.PRINTS: QT_TRANSLATE_NOOP("FlagWording", "Prints"),
    Measure.REPRINTS: QT_TRANSLATE_NOOP("FlagWording", "Reprints"),
    Measure.REFUSALS: QT_TRANSLATE_NOOP("FlagWording", "Refusals"),
    Measure.ACCEPTED: QT_TRANSLATE_NOOP("FlagWording", "Accepted"),
    Measure.SIGN_INS: QT_TRANSLATE_NOOP("FlagWording", "Sign-ins"),
    Measure.HOURS: QT_TRANSLATE_NOOP("FlagWording", "Hours"),
}


def flag_title(kind: FlagKind) -> str:
    """The name of a kind, for its card and for the list of what is muted."""
    return languages.translated("ActWording", str(WORDS["flag", kind.value]))


def flag_sentence(view: FlagView) -> str:
    """What was noticed, in one sentence; plain text."""
    flag = view.flag
    facts = {name: _fact(name, value) for name, value in flag.facts.items()}
    return _translated(_sentence(flag)).format(
        **facts,
        person=person_name(view.person),
        n=flag.first_n,
        count=flag.count,
        begin=_clock(flag.began_at),
        when=_when(flag),
    )


def weeks_sentence(weeks: int) -> str:
    """That nobody looked for so many weeks."""
    return _translated(_A_WEEK if weeks == 1 else _SENTENCES[FlagKind.NOT_REVIEWED]).format(count=weeks)


def measure_name(measure: Measure) -> str:
    """The head of a column, and the name of a line."""
    return _translated(_MEASURES[measure])


def _sentence(flag: Flag) -> object:
    facts = flag.facts
    if flag.kind is FlagKind.BURST and facts.get("judged"):
        return _PARTLY_FOLLOWED if facts.get("followed") else _NOT_FOLLOWED
    if flag.kind is FlagKind.OUT_OF_HOURS and facts.get("revealed"):
        return _REVEALED_AT_NIGHT
    if flag.kind is FlagKind.UNFOLLOWED and facts.get("of") == flag.count:
        return _NONE_FOLLOWED
    if flag.kind is FlagKind.NOT_REVIEWED and flag.count == 1:
        return _A_WEEK
    if flag.kind is FlagKind.CANARY and flag.count > 1:
        return _AGAIN_AND_AGAIN
    odd = {"broken": _BROKEN, "unsigned": _UNSIGNED} if flag.kind is FlagKind.RECORD else {}
    return odd.get(str(facts.get("what")), _SENTENCES[flag.kind])


def _when(flag: Flag) -> str:
    begin, end = _clock(flag.began_at), _clock(flag.ended_at)
    return _translated(_AT if begin == end else _BETWEEN).format(begin=begin, end=end)


def _clock(at: datetime) -> str:
    return f"{outlet_time(at):%H:%M}"


def _fact(name: str, value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    if name == "limit":
        return wording.limit_name(LimitName(value))
    words = next((WORDS[each, value] for each in (name, "way", "move") if (each, value) in WORDS), None)
    return value if words is None else languages.translated("ActWording", str(words))


def _translated(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return languages.translated("FlagWording", str(text))
