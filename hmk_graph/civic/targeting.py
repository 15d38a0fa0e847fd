"""What supervisors expect of officers in a month, beside what came of it (rules.md 2.13).

An actual is counted from what happened: the steps of complaints and the audit's decisions, neither
of which anybody can change. Nobody types one in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.accounts import queries as account_queries
from hmk_graph.civic.events import TargetSet
from hmk_graph.civic.models import Indicator, Target
from hmk_graph.clock import DHAKA, Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import transaction, whole_command

# More officers than a district has.
MOST_OFFICERS = 200
MOST_COUNTED = 10_000
# Of which months one may ask at all.
YEARS = range(2000, 2200)
PERCENT = frozenset(
    {Indicator.COMPLAINTS_IN_TIME, Indicator.PROVIDERS_IN_TIME, Indicator.SELLERS_IN_TIME}
)


@dataclass(frozen=True, kw_only=True)
class Aim:
    """An indicator of an officer in a month: what is expected (None: nothing), what came of it.

    `actual` is a count, or whole percent of `cases`; None while there were no cases.
    """

    officer_id: int
    indicator: Indicator
    month: date
    target: int | None
    actual: int | None
    cases: int


@whole_command
async def set_target(
    supervisor_id: int,
    officer_id: int,
    *,
    indicator: Indicator,
    month: date,
    target: int,
    clock: Clock,
) -> Aim:
    """Say what is expected of an officer in a month that has not ended; again: something else.

    Raises:
        NotFound: The person is no officer whom the viewer supervises.
        BadInput: The month is over or far, or the number is none of such an indicator.
        NotSignedIn, AccountSuspended: The supervisor may not act.
    """
    first = month.replace(day=1)
    _need_number(indicator, target)
    async with transaction(actor_id=supervisor_id) as events:
        await access.acting(supervisor_id)
        # The officer's lock lets two supervisors set his targets one after the other.
        await access.locked_active(officer_id)
        if officer_id not in await supervised(supervisor_id, officer_id):
            raise NotFound
        now = await clock()
        _need_month(first, now)
        held = await Target.get_or_none(officer_id=officer_id, indicator=indicator, month=first)
        if held is None or held.target != target:
            row = held or Target(officer_id=officer_id, indicator=indicator, month=first)
            row.target, row.set_by_id, row.set_at = target, supervisor_id, now
            await row.save(update_fields=["target", "set_by_id", "set_at"] if held else None)
            events.append(
                TargetSet(
                    account_id=officer_id,
                    indicator=indicator.value,
                    month=first.isoformat(),
                    target=target,
                    set_by_id=supervisor_id,
                )
            )
    (aim,) = [one for one in (await aims(first, [officer_id]))[0] if one.indicator is indicator]
    return aim


async def supervised(supervisor_id: int, officer_id: int | None = None) -> list[int]:
    """Return whom a person supervises: officers all of whose areas lie below one of his own.

    `officer_id` asks for one alone. An administrator, and an officer of everywhere, has all.
    """
    areas = await account_queries.areas_of(supervisor_id)
    rows = await _rows(
        _SUPERVISED, areas is None, areas or [], supervisor_id, officer_id, MOST_OFFICERS
    )
    return [row["account_id"] for row in rows]


async def aims(month: date, officer_ids: Sequence[int]) -> list[list[Aim]]:
    """Return every indicator of each officer in a month. For those who may see them.

    Raises:
        BadInput: There is no such month in the house's time.
    """
    first = month.replace(day=1)
    begins, ends = _bounds(first)
    set_rows = await Target.filter(officer_id__in=list(officer_ids), month=first)
    targets = {(row.officer_id, row.indicator): row.target for row in set_rows}
    counted = {
        row["officer_id"]: row for row in await _rows(_ACTUALS, list(officer_ids), begins, ends)
    }
    return [
        [
            _aim(officer_id, each, first, targets.get((officer_id, each)), counted[officer_id])
            for each in Indicator
        ]
        for officer_id in officer_ids
    ]


def _aim(
    officer_id: int, indicator: Indicator, month: date, target: int | None, row: Mapping[str, Any]
) -> Aim:
    done, cases = {
        Indicator.COMPLAINTS_ANSWERED: (row["answered"], row["answered"]),
        Indicator.COMPLAINTS_IN_TIME: (row["answered_in_time"], row["answered"]),
        Indicator.PROVIDERS_DECIDED: (row["providers"], row["providers"]),
        Indicator.PROVIDERS_IN_TIME: (row["providers_in_time"], row["providers"]),
        Indicator.SELLERS_IN_TIME: (row["sellers_in_time"], row["sellers"]),
    }[indicator]
    percent = done * 100 // cases if cases else None
    return Aim(
        officer_id=officer_id,
        indicator=indicator,
        month=month,
        target=target,
        actual=percent if indicator in PERCENT else done,
        cases=cases,
    )


def _need_number(indicator: Indicator, target: int) -> None:
    most = 100 if indicator in PERCENT else MOST_COUNTED
    if not 1 <= target <= most:
        raise BadInput(
            "target",
            why_bn="শতকরা হলে ১ থেকে ১০০, সংখ্যা হলে ১ থেকে ১০,০০০ লিখুন।",
            why_en="write 1 to 100 where it is a percentage, 1 to 10,000 where it is a count.",
        )


def _need_month(first: date, now: datetime) -> None:
    today = now.astimezone(DHAKA).date()
    ahead = (first.year - today.year) * 12 + first.month - today.month
    if not 0 <= ahead <= 12:
        raise BadInput(
            "month",
            why_bn="চলতি মাস থেকে এক বছরের মধ্যে একটি মাস দিন।",
            why_en="give this month, or one within a year.",
        )


def _bounds(first: date) -> tuple[datetime, datetime]:
    """Return when a month begins and ends in Dhaka.

    Raises:
        BadInput: The house was not there yet, or nobody will be.
    """
    if first.year not in YEARS:
        raise BadInput(
            "month",
            why_bn="২০০০ সালের পরের একটি মাস দিন।",
            why_en="give a month after the year 2000.",
        )
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    begins, ends = (datetime.combine(day, time(), DHAKA) for day in (first, following))
    return begins, ends


async def _rows(statement: str, *values: object) -> Sequence[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(statement, list(values))


_SUPERVISED = """
SELECT g.account_id FROM accounts_role_grant g
JOIN accounts_account a ON a.id = g.account_id AND a.state = 'ACTIVE'
LEFT JOIN places_place p ON p.id = g.place_id
WHERE g.role = 'OFFICER' AND g.revoked_at IS NULL AND g.account_id <> $3
  AND ($4::bigint IS NULL OR g.account_id = $4)
GROUP BY g.account_id
HAVING bool_and($1 OR p.id IS NOT NULL AND p.path && $2::bigint[] AND p.id <> ALL($2::bigint[]))
ORDER BY g.account_id LIMIT $5
"""
# Decisions on who asked to be verified; what follows later (suspending, ending) has no due time.
_ACTUALS = """
WITH answered AS (
    SELECT s.actor_id, count(*) AS all_of_them, count(*) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM civic_complaint_step late WHERE late.complaint_id = s.complaint_id
          AND late.move = 'ESCALATE' AND late.id < s.id
    )) AS in_time
    FROM civic_complaint_step s
    WHERE s.actor_id = ANY($1) AND s.move IN ('RESOLVE', 'REJECT') AND s.at >= $2 AND s.at < $3
    GROUP BY s.actor_id
), decided AS (
    SELECT actor_id, kind, count(*) AS all_of_them,
           count(*) FILTER (WHERE (payload->>'decided_at')::timestamptz
                               <= (payload->>'due_at')::timestamptz) AS in_time
    FROM audit_entry
    WHERE actor_id = ANY($1) AND kind IN ('services.provider_decided', 'accounts.seller_decided')
      AND payload->>'decision' IN ('VERIFY', 'ASK_FOR_MORE', 'REJECT')
      AND (payload->>'decided_at')::timestamptz >= $2 AND (payload->>'decided_at')::timestamptz < $3
    GROUP BY actor_id, kind
)
SELECT o.officer_id, coalesce(c.all_of_them, 0) AS answered, coalesce(c.in_time, 0)
       AS answered_in_time, coalesce(p.all_of_them, 0) AS providers, coalesce(p.in_time, 0)
       AS providers_in_time, coalesce(s.all_of_them, 0) AS sellers, coalesce(s.in_time, 0)
       AS sellers_in_time
FROM unnest($1::bigint[]) AS o(officer_id)
LEFT JOIN answered c ON c.actor_id = o.officer_id
LEFT JOIN decided p ON p.actor_id = o.officer_id AND p.kind = 'services.provider_decided'
LEFT JOIN decided s ON s.actor_id = o.officer_id AND s.kind = 'accounts.seller_decided'
"""
