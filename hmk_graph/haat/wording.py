"""What sellers and officers write: cleaned before it is kept; a title where they wrote none."""

from __future__ import annotations

import unicodedata

from hmk_graph.errors import BadInput
from hmk_graph.haat import species
from hmk_graph.haat.animal_models import Animal
from hmk_graph.money import BENGALI_DIGITS

LONGEST_TITLE = 160
LONGEST_DESCRIPTION = 4_000
LONGEST_NOTE = 1_000
# A force action says why in a sentence, not in a word (rules.md C10).
SHORTEST_REASON = 10

# Signs that turn the direction of writing make a title look like another one.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def line(name: str, text: str, *, longest: int, shortest: int = 0) -> str:
    """Return one line of text as it is kept: NFC, single spaces, no control characters.

    The joiners of Bengali (U+200C, U+200D) stay: they belong to the spelling.

    Args:
        name: The input's name, for the refusal.
        text: What was written.
        longest: In characters, after cleaning.
        shortest: Likewise; 0 lets it be empty.

    Raises:
        BadInput: It is too short or too long, or holds what is not text.
    """
    return paragraph(name, " ".join(text.split()), longest=longest, shortest=shortest)


def paragraph(name: str, text: str, *, longest: int, shortest: int = 0) -> str:
    """Return a text of several lines as it is kept.

    Raises:
        BadInput: As `line` says.
    """
    kept = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
    if any(_is_foreign(sign) for sign in kept):
        raise BadInput(
            name,
            why_bn="লেখার মধ্যে এমন অক্ষর আছে যা রাখা যায় না।",
            why_en="it holds characters that cannot be kept.",
        )
    if not shortest <= len(kept) <= longest:
        raise BadInput(
            name,
            why_bn=f"{shortest} থেকে {longest} অক্ষরে লিখুন।".translate(BENGALI_DIGITS),
            why_en=f"write {shortest} to {longest} characters.",
        )
    return kept


def reason(text: str) -> str:
    """Return the reason of a decision as it is kept.

    Raises:
        BadInput: It is shorter than a sentence.
    """
    return paragraph("reason", text, longest=LONGEST_NOTE, shortest=SHORTEST_REASON)


def title_bn(animal: Animal) -> str:
    """Make a Bengali title out of what is known: `লাল দেশি ষাঁড় “রাজা”`."""
    kind = species.known(animal.species)
    sex = kind.sexes[animal.sex].name_bn
    breed = species.breed_words(kind, animal.breed).name_bn
    return _title(animal.coat_color, breed, sex, f"“{animal.name}”" if animal.name else "")


def title_en(animal: Animal) -> str:
    """Make an English title; the color stays in the seller's words only if they are Latin."""
    kind = species.known(animal.species)
    sex = kind.sexes[animal.sex].name_en.lower()
    breed = species.breed_words(kind, animal.breed).name_en
    color = animal.coat_color if animal.coat_color.isascii() else ""
    called = f"“{animal.name}”" if animal.name and animal.name.isascii() else ""
    subject = sex if kind.slug in {"cattle", "goat"} else f"{sex} ({kind.name_en})"
    return _title(color, breed, subject, called)


def _title(*words: str) -> str:
    return " ".join(word for word in words if word)[:LONGEST_TITLE]


def _is_foreign(sign: str) -> bool:
    if sign == "\n":
        return False
    return unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"} or sign in TURNING
