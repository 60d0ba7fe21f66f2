"""The mask of addresses in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.latin_address import mask_latin


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("Room 502, Bldg 3, 969 Wenyi Rd, Hangzhou", "***, 969 Wenyi Rd, Hangzhou"),
        ("Flat B, 12/F, Block 3, City One Shatin", "***, City One Shatin"),
        ("Unit 5B, 3/F, Kam Fung Building, 8 Queen's Road Central", "***, Kam Fung Building, 8 Queen's Road Central"),
        ("Rm1203 Tower A 88 Jianguo Rd", "*** 88 Jianguo Rd"),
        ("Apt. #12, 5th Floor, 5 5th Ave", "*** 5th Ave"),
        ("502 Wenyi Garden, Wenyi Lu 969", "*** Wenyi Garden, Wenyi Lu 969"),
        ("No. 12 Xihu Lane, G/F", "No. 12 Xihu Lane, ***"),
        ("3-502, 969 Wenyi Road", "***, 969 Wenyi Road"),
        ("P.O. Box 123, Hangzhou City", "***, Hangzhou City"),
        ("969 Wenyi Rd, attn John Smith", "969 Wenyi Rd, ***"),
        ("969 Wenyi Rd, John Smith 138 1234 5678", "969 Wenyi Rd, ***"),
        ("Hangzhou City, Zhejiang 310012", "Hangzhou City, Zhejiang ***"),
        ("the red house opposite the mall", "***"),
        ("B10", "***"),
        ("***, 969 Wenyi Rd", "***, 969 Wenyi Rd"),
    ],
)
def test_units_are_hidden_wherever_they_stand(address: str, masked: str) -> None:
    assert mask_latin(address) == masked


@given(
    st.integers(101, 3299), st.sampled_from(["Room {}", "Rm{}", "Apt. {}", "Unit {}", "#{}", "{}", "Flat {}A", "B-{}"])
)
def test_no_room_stays(room: int, form: str) -> None:
    assert str(room) not in mask_latin(f"{form.format(room)}, 7 Wenyi Road, Hangzhou")
    assert str(room) not in mask_latin(f"7 Wenyi Road, {form.format(room)}, Hangzhou")
