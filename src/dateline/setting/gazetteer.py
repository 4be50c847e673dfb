"""The gazetteer: places of the world by name, in arrays that are mapped, not loaded, and shared between processes.

Data: GeoNames (CC BY 4.0), built by `python -m building.gazetteer`. Names are folded (see `fold`), sorted by bytes and
found by bisection; `owners` holds place * 2, plus 1 where the name is not the place's own but an alternate one.
"""

from __future__ import annotations

import json
import math
import mmap
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from dateline.errors import InstallationError

PLACE = np.dtype(
    [
        ("geonames", "<u4"),
        ("latitude", "<f4"),
        ("longitude", "<f4"),
        ("population", "<u4"),
        ("country", "u1"),
        ("admin1", "<u2"),
        ("kind", "u1"),
        ("capital", "u1"),
    ]
)
KINDS = ("country", "admin1", "town", "region", "facility")
EARTH_KM = 6371.0


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two (latitude, longitude) in degrees, by the haversine formula."""
    (p1, l1), (p2, l2) = ((math.radians(x[0]), math.radians(x[1])) for x in (a, b))
    h = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin((l2 - l1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


@dataclass(frozen=True, slots=True)
class Place:
    """A place: coordinates in degrees WGS84, `kind` one of KINDS.

    `country` is ISO 3166 alpha-3, empty where it lies in several or in none; `alternate` says that the name asked for
    is not its own; `capital` that it is the capital of its country.
    """

    geonames: int
    name: str
    latitude: float
    longitude: float
    population: int
    country: str
    admin1: str
    kind: str
    alternate: bool
    capital: bool = False

    @property
    def at(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.latitude, self.longitude


def fold(name: str) -> str:
    """The form in which names are compared: no accents, apostrophes or case; hyphens and white space are a space."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    kept = "".join(
        " " if c in "-–_/" or c.isspace() else c for c in plain if c.isalnum() or c in "-–_/." or c.isspace()
    )
    return " ".join(kept.casefold().replace(".", "").split())


class Gazetteer:
    """Looks places up by name. Opening maps the files; nothing is read until it is asked for."""

    def __init__(self, folder: Path) -> None:
        try:
            self._places = np.load(folder / "places.npy", mmap_mode="r")
            self._owners = np.load(folder / "owners.npy", mmap_mode="r")
            self._names = _Strings(folder, "names")
            self._labels = _Strings(folder, "labels")
            lists = json.loads((folder / "lists.json").read_text(encoding="utf8"))
        except (OSError, ValueError) as error:
            raise InstallationError(
                f"the gazetteer is missing or broken ({error})", mend="reinstall dateline"
            ) from error
        self._provinces: list[str] = lists["provinces"]
        self._countries: list[str] = lists["countries"]

    def find(self, name: str) -> tuple[Place, ...]:
        """All places of that name, largest first; none is an empty tuple."""
        wanted = fold(name).encode()
        i, found = self._names.first(wanted), []
        while wanted and i < len(self._names) and self._names[i] == wanted:
            owner = int(self._owners[i])
            found.append(self._place(owner // 2, alternate=bool(owner % 2)))
            i += 1
        return tuple(sorted(found, key=lambda p: (-p.population, p.geonames)))

    def _place(self, index: int, *, alternate: bool) -> Place:
        row: Any = self._places[index]
        return Place(
            geonames=int(row["geonames"]),
            name=self._labels[index].decode(),
            latitude=round(float(row["latitude"]), 5),
            longitude=round(float(row["longitude"]), 5),
            population=int(row["population"]),
            country=self._countries[row["country"]],
            admin1=self._provinces[row["admin1"]],
            kind=KINDS[row["kind"]],
            alternate=alternate,
            capital=bool(row["capital"]),
        )


class _Strings:
    """Byte strings in one mapped blob."""

    def __init__(self, folder: Path, name: str) -> None:
        self._offsets = np.load(folder / f"{name}.npy", mmap_mode="r")
        with (folder / f"{name}.bin").open("rb") as file:
            self._blob = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, i: int) -> bytes:
        return self._blob[int(self._offsets[i]) : int(self._offsets[i + 1])]

    def first(self, wanted: bytes) -> int:
        """The index of the first string that is not smaller (the strings are sorted)."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self[middle] < wanted else (low, middle)
        return low


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with dateline."""
    return Gazetteer(Path(str(files("dateline.setting"))) / "data")
