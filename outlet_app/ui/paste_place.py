"""Which party a paste fills, and what it makes of the party that stands. Pure: plain drafts in and out."""

from __future__ import annotations

from outlet_app.domain.draft import PartyDraft

SENDER, RECIPIENT = "sender", "recipient"
_EMPTY = PartyDraft()


def announced(sender: PartyDraft, recipient: PartyDraft) -> str:
    """The party that the next paste fills when nobody said which; nothing in the pasted text changes it.

    Whoever is half there comes first, then an empty recipient, then an empty sender; a full form gets another
    recipient.
    """
    for role, party in ((RECIPIENT, recipient), (SENDER, sender)):
        if party != _EMPTY and not all(_groups(party)):
            return role
    return SENDER if recipient != _EMPTY and sender == _EMPTY else RECIPIENT


def joined(standing: PartyDraft, said: PartyDraft) -> PartyDraft:
    """The party a paste makes of the one that stands: completed, or replaced when it says anything anew."""
    if not _completes(standing, said):
        return said
    has_name, has_phone, has_address = _groups(said)
    address = said if has_address else standing
    return PartyDraft(
        name=said.name if has_name else standing.name,
        phone=said.phone if has_phone else standing.phone,
        province=address.province,
        city=address.city,
        district=address.district,
        detail=address.detail,
    )


def _groups(party: PartyDraft) -> tuple[bool, bool, bool]:
    """Whether a party says a name, a phone, an address."""
    return bool(party.name), bool(party.phone), bool(party.province or party.district or party.detail)


def _completes(standing: PartyDraft, said: PartyDraft) -> bool:
    """Whether a paste says only what is still empty."""
    return not any(had and says for had, says in zip(_groups(standing), _groups(said), strict=True))
