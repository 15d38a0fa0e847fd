"""Tags of animals: the schemes, what a number must look like, and the one we give out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tortoise.exceptions import IntegrityError

from hmk_graph.errors import BadInput
from hmk_graph.haat.animal_keeping import violated
from hmk_graph.haat.animal_models import AnimalIdentifier
from hmk_graph.haat.animal_rules import iso_11784
from hmk_graph.haat.selling_errors import TagInUse
from hmk_graph.haat.wording import line
from hmk_graph.money import BENGALI_DIGITS

ONE_LIVING = "haat_animal_identifier_one_living"
LONGEST_TAG = 60
MOST_TAGS = 5
_TO_LATIN = {bengali: latin for latin, bengali in BENGALI_DIGITS.items()}

# Damm's table for ten digits (H. M. Damm, 2004): it finds every wrong digit and every swap of
# neighbors, which are the slips of a person who reads a number aloud in a noisy market.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


class Scheme(StrEnum):
    """Who gave the number out, in ICAR's way of writing."""

    HMK = "hmk"
    ISO = "std.iso.11785"
    BINLI = "bd.binli"
    FARM = "farm.tag"


@dataclass(frozen=True, kw_only=True)
class Tag:
    """A number and who gave it out."""

    scheme: str
    value: str


def issued(animal_id: int) -> Tag:
    """Return the number that we give to an animal: HMK-000123-4, the last a check digit."""
    digits = f"{animal_id:06d}"
    return Tag(scheme=Scheme.HMK, value=f"HMK-{digits}-{check_digit(digits)}")


def check_digit(digits: str) -> int:
    """Compute Damm's check digit."""
    found = 0
    for digit in digits:
        found = int(_DAMM[found][int(digit)])
    return found


def cleaned(tags: list[Tag]) -> list[Tag]:
    """Return a seller's tags as they are stored and compared.

    Raises:
        BadInput: A scheme is unknown or ours to give, a number cannot be one of it, or they are
            too many.
    """
    if len(tags) > MOST_TAGS:
        raise BadInput("tags", why_bn="ট্যাগ বেশি হয়ে গেছে।", why_en=f"at most {MOST_TAGS} tags.")
    return list(dict.fromkeys(_cleaned(tag) for tag in tags))


async def attach(animal_id: int, tags: list[Tag]) -> None:
    """Write down the tags of a living animal.

    Raises:
        TagInUse: Another living animal carries one of them.
    """
    for tag in tags:
        try:
            await AnimalIdentifier.create(
                animal_id=animal_id, scheme=tag.scheme, value=tag.value, living=True
            )
        except IntegrityError as error:
            if violated(error) != ONE_LIVING:
                raise
            raise TagInUse(scheme=tag.scheme, value=tag.value) from error


def _cleaned(tag: Tag) -> Tag:
    read = _READERS.get(tag.scheme)
    if read is None:
        raise BadInput(
            "tags",
            why_bn="এই ধরনের ট্যাগ চেনা যায়নি।",
            why_en=f"the scheme is one of: {', '.join(_READERS)}.",
        )
    return Tag(scheme=tag.scheme, value=read(tag.value))


def _iso(value: str) -> str:
    return str(iso_11784(value))


def _printed(value: str) -> str:
    """Return what is printed on an ear tag: capitals, no spaces, Latin digits."""
    written = "".join(line("tags", value, longest=LONGEST_TAG, shortest=1).split())
    return written.translate(_TO_LATIN).upper()


_READERS: Mapping[str, Callable[[str], str]] = {
    Scheme.ISO: _iso,
    Scheme.BINLI: _printed,
    Scheme.FARM: _printed,
}
