"""A person's own files: the photo on the profile, and the papers that prove who he is.

They hang on the account. Accounts lie below media and know nothing of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hmk_graph.accounts import access
from hmk_graph.accounts import queries as account_queries
from hmk_graph.accounts.models import Account, ApplicationState
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.media import rules
from hmk_graph.media.attaching import Picture, Subject, hang
from hmk_graph.media.models import Attachment, MediaKind

PORTRAIT = Subject(name="accounts.portrait", kinds=frozenset({MediaKind.PHOTO}), most=1)
PAPERS = Subject(name="accounts.papers", kinds=rules.PROOFS, most=8)


@whole_command
async def set_portrait(person_id: int, picture: Picture | None, *, clock: Clock) -> Account:
    """Show a person's photo on the profile; None takes it off.

    Raises:
        NotFound, NotReady, AttachedElsewhere, BadInput: As `hang` says.
    """
    return await _hang(person_id, PORTRAIT, [picture] if picture else [], clock=clock)


@whole_command
async def set_papers(person_id: int, papers: Sequence[Picture], *, clock: Clock) -> Account:
    """Hang the papers that prove who a person is; officers who decide about him may read them.

    Raises:
        NotFound, NotReady, AttachedElsewhere, BadInput: As `hang` says.
    """
    return await _hang(person_id, PAPERS, papers, clock=clock)


async def _hang(
    person_id: int, subject: Subject, pictures: Sequence[Picture], *, clock: Clock
) -> Account:
    async with transaction(actor_id=person_id):
        account = await access.acting_locked(person_id)
        await hang(person_id, subject, person_id, pictures, at=await clock())
    return account


async def kinds_shown(person_ids: Collection[int]) -> dict[int, set[MediaKind]]:
    """Return which kinds of papers hang on each of these people."""
    rows = Attachment.filter(subject=PAPERS.name, subject_id__in=sorted(set(person_ids)))
    shown: dict[int, set[MediaKind]] = {person_id: set() for person_id in person_ids}
    for row in await rows.prefetch_related("media"):
        shown[row.subject_id].add(row.media.kind)
    return shown


async def may_read_papers(officer_id: int, person_id: int) -> bool:
    """Say whether somebody decides, or has decided, as an officer about a person as a seller."""
    seen = await account_queries.applications_to_decide(officer_id, list(ApplicationState))
    return await seen.filter(account_id=person_id).exists()
