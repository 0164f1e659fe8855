"""The official list of municipalities that other records refer to; it has no pages of its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from kompass.model.base import Count, Line, Part, PastDay, Record, Ref, Slug
from kompass.model.vocabulary import District, MunicipalityKind

MunicipalityRef = Annotated[Slug, Ref("municipality")]
AGS = Annotated[str, StringConstraints(pattern=r"^12[0-9]{6}$")]


class Municipality(Record):
    """One municipality of Brandenburg as in the official list."""

    sorbian_name: Line | None = Field(None, description="Niedersorbischer Name, wo die Gemeinde ihn amtlich führt.")
    ags: AGS = Field(description="Amtlicher Gemeindeschlüssel: acht Ziffern, in Anführungszeichen, beginnt mit 12.")
    kind: MunicipalityKind = Field(description="Art der Gemeinde.")
    district: District = Field(description="Landkreis; kreisfreie Städte sind ihr eigener.")
    association: Line | None = Field(
        None, description="Amt, Verbandsgemeinde oder Mitverwaltung; fehlt bei Gemeinden mit eigener Verwaltung."
    )
    population: Count = Field(description="Einwohnerzahl laut amtlichem Verzeichnis.")
    population_as_of: PastDay = Field(description="Stichtag der Einwohnerzahl.")
    area_ha: Count = Field(description="Fläche in Hektar.")


class Place(Part):
    """Where something happens, apart from who carries it."""

    municipality: MunicipalityRef = Field(description="Kennung der Kommune aus municipalities.yml.")
    locality: Line | None = Field(None, description="Ortsteil, wenn nicht die ganze Kommune gemeint ist.")
