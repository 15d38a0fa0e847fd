"""Weights of animals: how much, how it was found, when, and whether that can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hmk_graph.errors import BadInput
from hmk_graph.haat import animal_keeping, species
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import Animal, AnimalWeight
from hmk_graph.haat.animal_rules import WeightMethod
from hmk_graph.haat.wording import line
from hmk_graph.money import BENGALI_DIGITS

# A buyer is told how old a weight is; one of last year tells him nothing.
OLDEST = timedelta(days=180)
LONGEST_FAST_HOURS = 72
KILOGRAM = 1_000


@dataclass(frozen=True, kw_only=True)
class Weighing:
    """A weight in grams. `method` is ICAR's word; `hours_off_feed` None: nobody counted.

    `measured_at` is aware; the day on which an animal is weighed is often not the day it is told.
    """

    grams: int
    method: str
    measured_at: datetime
    device: str = ""
    hours_off_feed: int | None = None


async def record(animal: Animal, weight: Weighing, *, recorder_id: int, now: datetime) -> None:
    """Write a weighing down, with its event. The animal's row is locked.

    Raises:
        BadInput: The weight cannot be this animal's, its method is unknown, or its time impossible.
    """
    _need_plausible(animal, weight, now)
    device = line("device", weight.device, longest=80)
    await AnimalWeight.create(
        animal_id=animal.id,
        grams=weight.grams,
        method=weight.method,
        device=device,
        hours_off_feed=weight.hours_off_feed,
        measured_at=weight.measured_at,
        recorded_by_id=recorder_id,
    )
    payload = {
        "weight": {"measurement": weight.grams, "units": "GRM", "method": weight.method},
        "device": device,
        "timeOffFeed": weight.hours_off_feed,
        "eventDateTime": weight.measured_at.isoformat(),
    }
    await animal_keeping.record(
        animal.id, AnimalHappening.WEIGHED, payload, actor_id=recorder_id, at=now
    )


def _need_plausible(animal: Animal, weight: Weighing, now: datetime) -> None:
    kind = species.known(animal.species)
    if not kind.lightest_g <= weight.grams <= kind.heaviest_g:
        low, high = kind.lightest_g // KILOGRAM, kind.heaviest_g // KILOGRAM
        raise BadInput(
            "grams",
            why_bn=f"ওজন {low} থেকে {high} কেজির মধ্যে হবে।".translate(BENGALI_DIGITS),
            why_en=f"the weight lies between {low} and {high} kg.",
        )
    if weight.method not in list(WeightMethod):
        raise BadInput(
            "method",
            why_bn="তালিকা থেকে বেছে নিন।",
            why_en=f"choose one of: {', '.join(WeightMethod)}.",
        )
    if not now - OLDEST <= weight.measured_at <= now:
        raise BadInput(
            "measuredAt",
            why_bn="ওজনের সময় গত ছয় মাসের মধ্যে হবে, ভবিষ্যতে নয়।",
            why_en="the time lies within the last six months, and not in the future.",
        )
    fast = weight.hours_off_feed
    if fast is not None and not 0 <= fast <= LONGEST_FAST_HOURS:
        raise BadInput(
            "hoursOffFeed",
            why_bn="০ থেকে ৭২ ঘণ্টার মধ্যে লিখুন।",
            why_en="write 0 to 72 hours.",
        )
