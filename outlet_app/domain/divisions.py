"""The administrative divisions: lists for the form, completion as one types, and the region a text begins with."""

from __future__ import annotations

from functools import lru_cache

from outlet_app.domain.division_table import DivisionTable, Level, Place, Region, division_table
from outlet_app.domain.region_path import RegionReader

__all__ = ["Divisions", "Level", "Region", "divisions"]


class Divisions:
    """What a form asks of the division table. Names are official and full, in the order of the codes."""

    def __init__(self, table: DivisionTable) -> None:
        self._table = table
        self._lists: dict[tuple[Level, Region], tuple[Place, ...]] = {}

    @property
    def data_date(self) -> str:
        """The month of the table's data, `YYYY-MM`, to be shown to people."""
        return self._table.data_date

    def provinces(self) -> tuple[str, ...]:
        """All provinces, autonomous regions, municipalities and special regions."""
        return tuple(place.name for place in self._of(Level.PROVINCE, Region()))

    def cities(self, province: str) -> tuple[str, ...]:
        """The cities of a province; a municipality's repeats its name; "" stands for directly held counties."""
        found = dict.fromkeys(place.region.city for place in self._of(Level.CITY, Region(province)))
        for place in self._of(Level.DISTRICT, Region(province)):
            found.setdefault(place.region.city)
        return tuple(found)

    def districts(self, province: str, city: str) -> tuple[str, ...]:
        """Districts, counties and development zones of a city; none for the four cities without districts."""
        return tuple(p.name for p in self._of(Level.DISTRICT, Region(province)) if p.region.city == city)

    def is_known(self, province: str, city: str, district: str) -> bool:
        """Whether these three are one place of the table, complete: a district may miss only where there is none."""
        if district:
            return district in self.districts(province, city)
        return bool(province) and city in self.cities(province) and not self.districts(province, city)

    def complete(self, level: Level, parent: Region, typed: str) -> tuple[Region, ...]:
        """The divisions of one level that what was typed may mean, those that begin with it first.

        `typed` is the beginning or a part of the name in characters, or pinyin initials (`yh` for 余杭区). Empty
        fields of `parent` bind nothing, so that a district can be typed before its province.
        """
        wanted = typed.strip().lower()
        below = self._of(level, parent)
        first = [p for p in below if p.name.startswith(wanted) or p.initials.startswith(wanted)]
        later = [p for p in below if wanted in p.name and not p.name.startswith(wanted)] if wanted else []
        return tuple(place.region for place in (*first, *later))

    def leading_region(self, text: str) -> tuple[Region, str] | None:
        """The region that a text begins with, and the text behind it; None when it begins with none.

        The text must be folded (simplified, half width). A district that several cities have is given without them.
        """
        reader = RegionReader(self._table, text)
        path = reader.path_at(reader.skip(0))
        if path is None:
            return None
        return path.region, text[path.end :]

    def _of(self, level: Level, parent: Region) -> tuple[Place, ...]:
        """One list, kept after its first use: forms ask for the same few at every key."""
        known = self._lists.get((level, parent))
        if known is None:
            every = self._of(level, Region()) if parent != Region() else self._table.places(level)
            known = self._lists[level, parent] = tuple(place for place in every if _below(place, parent))
        return known


def _below(place: Place, parent: Region) -> bool:
    region = place.region
    return parent.province in {"", region.province} and parent.city in {"", region.city}


@lru_cache(maxsize=1)
def divisions() -> Divisions:
    """The shipped divisions, read once, at the first question."""
    return Divisions(division_table())
