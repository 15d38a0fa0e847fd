"""A person becomes a donor, and says whether he may be called now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hmk_graph.accounts import access, residence
from hmk_graph.blood import rules
from hmk_graph.blood.errors import NotADonor, UnfitToGive
from hmk_graph.blood.models import BloodGroup, BloodRequest, DonationOffer, Donor, OfferState
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command

HEAVIEST_KG = 250


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What a donor says of himself. `last_given_on`: elsewhere, or before he came here."""

    group: BloodGroup
    place_id: int
    born_on: date
    weight_kg: int
    last_given_on: date | None = None


@whole_command
async def enlist(person_id: int, profile: Profile, *, clock: Clock) -> Donor:
    """Write a donor's profile, or change it; what was given through here is never forgotten.

    Saying the same twice is no matter, so it takes no key.

    Raises:
        UnfitToGive: Age or weight do not fit.
        NotAHome, NotFound: The area is no union or municipality.
        BadInput: A day lies in the future, or the weight is no person's.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id):
        # The account's lock makes one line of two first profiles at once.
        await access.acting_locked(person_id)
        await residence.check_home(profile.place_id)
        now = await clock()
        _check(profile, rules.day_of(now))
        donor = await Donor.select_for_update(no_key=True).get_or_none(account_id=person_id)
        given = [profile.last_given_on, await _given_here(donor)]
        last = max((day for day in given if day is not None), default=None)
        columns: dict[str, Any] = {
            "group": profile.group,
            "place_id": profile.place_id,
            "born_on": profile.born_on,
            "weight_kg": profile.weight_kg,
            "last_given_on": last,
            "eligible_on": rules.eligible_on(last),
        }
        if donor is None:
            return await Donor.create(account_id=person_id, created_at=now, **columns)
        donor.update_from_dict(columns)
        await donor.save(update_fields=list(columns))
    return donor


@whole_command
async def set_available(person_id: int, available: bool) -> Donor:
    """Say whether one may be called now. Whether one's rest is over is another matter.

    Raises:
        NotADonor: There is no profile.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id):
        await access.acting(person_id)
        donor = await Donor.select_for_update(no_key=True).get_or_none(account_id=person_id)
        if donor is None:
            raise NotADonor
        donor.available = available
        await donor.save(update_fields=["available"])
    return donor


@whole_command
async def forget(account_id: int) -> None:
    """Wipe what a person who left had said of himself; he is never called again."""
    async with transaction():
        await Donor.filter(account_id=account_id).update(
            available=False, born_on=None, weight_kg=None
        )
        await BloodRequest.filter(requester_id=account_id).update(note="")


async def _given_here(donor: Donor | None) -> date | None:
    if donor is None:
        return None
    given = DonationOffer.filter(donor_id=donor.id, state=OfferState.DONATED)
    last = await given.order_by("-given_on").first()
    return last.given_on if last else None


def _check(profile: Profile, today: date) -> None:
    for name, day in (("bornOn", profile.born_on), ("lastGivenOn", profile.last_given_on)):
        if day is not None and day > today:
            raise BadInput(name, why_bn="তারিখটি এখনো আসেনি।", why_en="the day has not come yet.")
    if not 0 < profile.weight_kg <= HEAVIEST_KG:
        raise BadInput("weightKg", why_bn="ওজন কেজিতে লিখুন।", why_en="give a weight in kilograms.")
    giving = rules.GIVING
    limits = {
        "youngest": giving.youngest_years,
        "oldest": giving.oldest_years,
        "lightest": giving.lightest_kg,
    }
    earliest, latest = rules.birthdays(today)
    if not earliest <= profile.born_on <= latest:
        raise UnfitToGive("AGE", **limits)
    if profile.weight_kg < giving.lightest_kg:
        raise UnfitToGive("WEIGHT", **limits)
