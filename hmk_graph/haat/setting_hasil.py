"""Officers of a haat say what hasil is taken there; buyers read what theirs will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hmk_graph import reading
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import species
from hmk_graph.haat.hasil_models import HasilKind, HasilRule
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.models import Haat
from hmk_graph.haat.selling_errors import HasilRuleAhead
from hmk_graph.haat.selling_events import HasilRuleSet
from hmk_graph.haat.wording import line
from hmk_graph.money import TAKA, Paisa, taka

# The highest known are 5 % and some hundred taka a head; far above that is a slip of the finger.
HIGHEST_BASIS_POINTS = 2_000
HIGHEST_PER_HEAD = taka(10_000)
HIGHEST_CAP = taka(1_000_000)
LONGEST_AHEAD = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Toll:
    """What an officer sets: either `basis_points` of the price, with a cap or none, or `per_head`.

    `species` None: every kind without a rule of its own. `valid_from` (aware) None: from now on.
    """

    legal_ref: str
    species: str | None = None
    basis_points: int | None = None
    per_head: Paisa | None = None
    cap: Paisa | None = None
    valid_from: datetime | None = None


@whole_command
async def set_rule(officer_id: int, haat_id: int, toll: Toll, *, clock: Clock) -> HasilRule:
    """Take another hasil from a moment on; the rule that held until then ends there.

    What holds already is answered as it is, so twice is no matter.

    Raises:
        NotFound: No such haat, or the person is no officer of it.
        HasilRuleAhead: One is announced that has not begun yet.
        BadInput: The toll is not one of the two, too high, or from the past.
        AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=officer_id) as events:
        await need_officer(officer_id, haat_id)
        # Two officers at once: the second sees what the first has set.
        await Haat.filter(id=haat_id).select_for_update(no_key=True).first()
        now = await clock()
        terms, starts = _terms(toll), toll.valid_from or now
        kept = HasilRule.filter(haat_id=haat_id, species=terms["species"])
        last = await kept.order_by("-valid_from").first()
        if last is not None and last.valid_from <= starts and _is(last, terms):
            return last
        _need_ahead(starts, now)
        if last is not None and (last.valid_from > now or last.valid_from >= starts):
            raise HasilRuleAhead(valid_from=last.valid_from)
        if last is not None:
            await HasilRule.filter(id=last.id).update(valid_to=starts)
        rule = await HasilRule.create(
            haat_id=haat_id, valid_from=starts, set_by_id=officer_id, **terms
        )
        events.append(HasilRuleSet(haat_id=haat_id, species=rule.species, valid_from=starts))
    return rule


async def rules_of(haat_ids: Sequence[int]) -> list[list[HasilRule]]:
    """Return the rules that each haat ever had or has announced, the earliest first."""
    with reading.only(haat_hasil_rule=haat_ids):
        rows = await HasilRule.filter(haat_id__in=list(haat_ids)).order_by("valid_from", "id")
    return [[row for row in rows if row.haat_id == haat_id] for haat_id in haat_ids]


def turns(rules: Sequence[HasilRule]) -> list[datetime | None]:
    """Return the moments at which one of some rules begins or ends."""
    return [moment for rule in rules for moment in (rule.valid_from, rule.valid_to)]


def not_over(rules: Sequence[HasilRule], at: datetime) -> list[HasilRule]:
    """Return those of a haat's rules that hold at a moment or are announced."""
    return [rule for rule in rules if rule.valid_to is None or rule.valid_to > at]


def holding(rules: Sequence[HasilRule], species_slug: str, at: datetime) -> HasilRule | None:
    """Return the rule of a haat that holds; the kind's own before the one for all kinds."""
    found = {rule.species: rule for rule in not_over(rules, at) if rule.valid_from <= at}
    return found.get(species_slug) or found.get(None)


def _terms(toll: Toll) -> dict[str, Any]:
    """Return a toll as columns. `Any`: they have types of their own.

    Raises:
        BadInput: It is both a share and a sum, or neither, or not in the bounds.
    """
    kind, value = _reckoned(toll)
    if toll.cap is not None:
        if kind is HasilKind.FLAT or toll.cap == 0:
            raise _bad("cap", "সর্বোচ্চ সীমা শুধু শতাংশের সঙ্গে চলে।", "only a share has a cap.")
        _need_bounds("cap", toll.cap, HIGHEST_CAP, whole_taka=True)
    return {
        "species": None if toll.species is None else species.known(toll.species).slug,
        "kind": kind,
        "value": value,
        "cap_paisa": toll.cap,
        "legal_ref": line("legalRef", toll.legal_ref, longest=300, shortest=3),
    }


def _reckoned(toll: Toll) -> tuple[HasilKind, int]:
    if toll.basis_points is not None and toll.per_head is None:
        _need_bounds("basisPoints", toll.basis_points, HIGHEST_BASIS_POINTS, whole_taka=False)
        return HasilKind.PERCENT, toll.basis_points
    if toll.per_head is not None and toll.basis_points is None:
        _need_bounds("perHead", toll.per_head, HIGHEST_PER_HEAD, whole_taka=True)
        return HasilKind.FLAT, toll.per_head
    raise _bad(
        "basisPoints",
        "শতাংশ (basisPoints) বা পশুপ্রতি টাকা (perHead), যেকোনো একটি দিন।",
        "give either it or perHead.",
    )


def _need_bounds(name: str, value: int, highest: int, *, whole_taka: bool) -> None:
    if not 0 <= value <= highest or (whole_taka and value % TAKA):
        raise _bad(name, "সংখ্যাটি সীমার বাইরে, বা পূর্ণ টাকা নয়।", "out of bounds, or not whole taka.")


def _need_ahead(starts: datetime, now: datetime) -> None:
    if not now <= starts <= now + LONGEST_AHEAD:
        raise _bad(
            "validFrom",
            "শুরু হবে এখন বা এক বছরের মধ্যে কোনো সময়ে।",
            "it begins now, or within a year from now.",
        )


def _is(rule: HasilRule, terms: dict[str, Any]) -> bool:
    return all(getattr(rule, name) == value for name, value in terms.items())


def _bad(name: str, why_bn: str, why_en: str) -> BadInput:
    return BadInput(name, why_bn=why_bn, why_en=why_en)
