"""Fetches the explorer's front-end libraries from npm and keeps them as files: `python -m building.front_end`.

Each package comes at the version named here through npm's own client, which checks its integrity; the files named are
copied as they are, the licence beside them, and `vendored.json` keeps versions, addresses and SHA-256. The same
versions give the same bytes. Nothing is fetched at run time.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "src" / "dateline" / "web" / "static" / "vendored"
MOST = 2_500_000  # bytes, all files together


@dataclass(frozen=True)
class Package:
    """A package of npm's, the files taken from it, and what they are for."""

    name: str
    version: str
    license: str
    file: str
    licence_file: str
    purpose: str

    @property
    def short(self) -> str:
        return self.name.rpartition("/")[2]


PACKAGES = (
    Package("d3", "7.9.2", "ISC", "dist/d3.min.js", "LICENSE", "d3-geo's projections and paths; what Plot stands on"),
    Package("@observablehq/plot", "0.6.17", "ISC", "dist/plot.umd.min.js", "LICENSE", "figures over time"),
    Package("topojson-client", "3.1.0", "ISC", "dist/topojson-client.min.js", "LICENSE", "unpacks the outline"),
    Package("world-atlas", "2.0.2", "ISC", "countries-50m.json", "LICENSE", "outlines of countries (Natural Earth)"),
    Package("sigma", "3.0.3", "MIT", "dist/sigma.min.js", "LICENSE.txt", "the network"),
    Package("graphology", "0.26.0", "MIT", "dist/graphology.umd.min.js", "LICENSE.txt", "the graph that sigma draws"),
)


def main() -> int:
    PLACE.mkdir(parents=True, exist_ok=True)
    kept = [fetched(package) for package in PACKAGES]
    listing = {"made_by": "python -m building.front_end", "files": kept}
    (PLACE / "vendored.json").write_text(json.dumps(listing, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    total = sum(path.stat().st_size for path in PLACE.iterdir())
    print(f"{len(kept)} packages, {total} bytes in {PLACE}")
    return int(total > MOST)


def fetched(package: Package) -> dict[str, str]:
    """Copies the files of a package into place and says what they are."""
    with TemporaryDirectory() as folder:
        archive = packed(package, Path(folder))
        with tarfile.open(archive) as tar:
            content, licence = (read(tar, name) for name in (package.file, package.licence_file))
    name = Path(package.file).name
    (PLACE / name).write_bytes(content)
    (PLACE / f"{package.short}.LICENSE").write_bytes(licence)
    return {
        "file": name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "package": f"{package.name}@{package.version}",
        "licence": package.license,
        "licence_file": f"{package.short}.LICENSE",
        "purpose": package.purpose,
    }


def packed(package: Package, folder: Path) -> Path:
    """The package as npm packs it."""
    command = ["npm", "pack", "--silent", "--ignore-scripts", f"{package.name}@{package.version}"]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    return folder / done.stdout.strip().splitlines()[-1]


def read(tar: tarfile.TarFile, name: str) -> bytes:
    member = tar.extractfile(f"package/{name}")
    if member is None:
        raise FileNotFoundError(name)
    return member.read()


if __name__ == "__main__":
    sys.exit(main())
