"""What kinds of animals are sold, as data/animals.json tells it: words, bounds, the checklist."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from hmk_graph.errors import BadInput
from hmk_graph.haat.animal_rules import SpeciesFacts

# A breed that is not in the list is written after this: `other:Kankrej`.
OTHER = "other:"
LONGEST_OTHER_BREED = 34
GRAMS = 1_000


@dataclass(frozen=True, kw_only=True)
class Word:
    """A slug and how people call it."""

    slug: str
    name_bn: str
    name_en: str


@dataclass(frozen=True, kw_only=True)
class Breed(Word):
    """A breed. `origin` None: of mixed blood. `adult_weight_kg` None: no figure known."""

    origin: str | None
    adult_weight_kg: tuple[int, int] | None


@dataclass(frozen=True, kw_only=True)
class Teeth:
    """An animal with so many permanent incisors is about so old; `months_to` None: or older."""

    teeth: int
    months_from: int
    months_to: int | None


@dataclass(frozen=True, kw_only=True)
class Species(Word):
    """A species: its bounds, its words for sex (an ox is no bull) and breed, its age by teeth."""

    facts: SpeciesFacts
    max_shares: int
    min_age_months: int
    lightest_g: int
    heaviest_g: int
    sexes: Mapping[str, Word]
    breeds: Mapping[str, Breed]
    age_by_teeth: tuple[Teeth, ...]


@cache
def all_species() -> Mapping[str, Species]:
    """Return the species by slug, in the order of the list."""
    return {row["slug"]: _species(row) for row in _read()["species"]}


@cache
def all_defects() -> Mapping[str, Word]:
    """Return the thirteen defects that make an animal unfit for qurbani, by slug."""
    return {row["slug"]: _word(row) for row in _read()["qurbani_defects"]}


def known(slug: str) -> Species:
    """Return a species.

    Raises:
        BadInput: There is none of that slug.
    """
    found = all_species().get(slug)
    if found is None:
        raise _not_listed("species", all_species())
    return found


def known_sex(species: Species, slug: str) -> Word:
    """Return a sex of a species.

    Raises:
        BadInput: The species has no such word.
    """
    found = species.sexes.get(slug)
    if found is None:
        raise _not_listed("sex", species.sexes)
    return found


def known_breed(species: Species, slug: str) -> str:
    """Return a breed as it is stored: a slug of the list, or `other:` and the seller's own word.

    Raises:
        BadInput: It is neither, or the own word is empty or too long.
    """
    if slug in species.breeds:
        return slug
    own = slug.removeprefix(OTHER).strip()
    if slug.startswith(OTHER) and 0 < len(own) <= LONGEST_OTHER_BREED:
        return f"{OTHER}{own}"
    raise _not_listed("breed", [*species.breeds, f"{OTHER}..."])


def known_defects(slugs: list[str]) -> list[str]:
    """Return the defects each once, in the order of the list.

    Raises:
        BadInput: One is not in the list.
    """
    if not set(slugs) <= set(all_defects()):
        raise _not_listed("defects", all_defects())
    return [slug for slug in all_defects() if slug in slugs]


def breed_words(species: Species, breed: str) -> Word:
    """Return how a stored breed is called; a seller's own word is the same in both languages."""
    if breed.startswith(OTHER):
        own = breed.removeprefix(OTHER)
        return Word(slug=breed, name_bn=own, name_en=own)
    return species.breeds[breed]


def _not_listed(name: str, slugs: Any) -> BadInput:  # Any: a collection of slugs
    return BadInput(
        name, why_bn="তালিকা থেকে বেছে নিন।", why_en=f"choose one of: {', '.join(slugs)}."
    )


def _read() -> dict[str, Any]:
    text = files("hmk_graph.haat").joinpath("data/animals.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


def _word(row: dict[str, Any]) -> Word:
    return Word(slug=row["slug"], name_bn=row["name_bn"], name_en=row["name_en"])


def _species(row: dict[str, Any]) -> Species:
    lightest, heaviest = row["plausible_weight_kg"]
    return Species(
        **vars(_word(row)),
        facts=SpeciesFacts.from_json(row),
        max_shares=row["max_shares"],
        min_age_months=row["min_age_months"],
        lightest_g=lightest * GRAMS,
        heaviest_g=heaviest * GRAMS,
        sexes={one["slug"]: _word(one) for one in row["sexes"]},
        breeds={one["slug"]: _breed(one) for one in row["breeds"]},
        age_by_teeth=tuple(Teeth(**one) for one in row.get("age_by_permanent_incisors", ())),
    )


def _breed(row: dict[str, Any]) -> Breed:
    weight = row.get("adult_weight_kg")
    return Breed(
        **vars(_word(row)),
        origin=row["origin"],
        adult_weight_kg=None if weight is None else (weight[0], weight[1]),
    )
