"""Why the house flagged an animal, in words for the officer who looks at it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hmk_graph.haat.animal_models import FlagKind


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One sentence in both languages."""

    bn: str
    en: str


# `{who}` and `{tag}` are known of a tag that was claimed alone.
_REASONS: Mapping[FlagKind, Reason] = {
    FlagKind.SAME_TAG: Reason(
        bn="{who} একই ট্যাগ ({tag}) দিয়ে আরেকটি পশু নিবন্ধন করতে চেয়েছিলেন।",
        en="{who} tried to register another animal with the same tag ({tag}).",
    ),
    FlagKind.LIKELY_COPY: Reason(
        bn="এই বিক্রেতার একই জাত ও ওজনের আরেকটি পশু বিক্রিতে আছে।",
        en="The same seller has another animal of this breed and weight for sale.",
    ),
    FlagKind.RESOLD_IN_SEASON: Reason(
        bn="একই মৌসুমে জেলায় আবার বিক্রিতে উঠেছে; আগে কার কার হাতে ছিল, জানানো আছে।",
        en="For sale again in the district within the season; through whose hands it went is told.",
    ),
    FlagKind.SAME_PHOTO: Reason(
        bn="বিক্রিতে থাকা আরেকটি পশুর পাতায় একই ছবি আছে।",
        en="Another animal for sale shows the same photo.",
    ),
}
_SOMEBODY = Reason(bn="কেউ একজন", en="Somebody")


def reason(kind: FlagKind, *, who: str = "", tag: str = "") -> Reason:
    """Return why a flag was raised; `who` claimed the `tag`, and may have no name any more."""
    said = _REASONS[kind]
    return Reason(
        bn=said.bn.format(who=who or _SOMEBODY.bn, tag=tag),
        en=said.en.format(who=who or _SOMEBODY.en, tag=tag),
    )
