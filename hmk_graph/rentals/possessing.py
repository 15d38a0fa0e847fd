"""Who has the keys, apart from what the dates say."""

from __future__ import annotations

from tortoise.exceptions import IntegrityError

from hmk_graph.clock import Clock
from hmk_graph.errors import NotAllowed, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.rentals import errors, keeping
from hmk_graph.rentals.events import KeysMoved
from hmk_graph.rentals.machines import LIVING, Actor
from hmk_graph.rentals.models import Agreement, AgreementState
from hmk_graph.stepping import violated

ONE_HOLDER = "rentals_agreement_one_holder_of_keys"


@whole_command
async def hand_over_keys(person_id: int, agreement_id: int, *, clock: Clock) -> Agreement:
    """Write down that the tenant got the keys (the landlord). Saying it twice is no matter.

    Raises:
        NotFound: There is no such agreement of the person's.
        StaleState: The advance is not paid, or the time is over.
        KeysNotBack: Somebody else still has them. KeysAlreadyMoved: They came back already.
        NotAllowed: The tenant cannot give them to himself.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, agreement_id)
        agreement = table.agreement
        if table.actor is not Actor.LANDLORD:
            raise NotAllowed
        if agreement.returned_at is not None:
            raise errors.KeysAlreadyMoved
        if agreement.handed_over_at is not None:
            return agreement
        if agreement.state not in LIVING:
            raise StaleState(current=str(agreement.state), allowed=[str(one) for one in LIVING])
        agreement.handed_over_at = await clock()
        try:
            await agreement.save(update_fields=["handed_over_at"])
        except IntegrityError as error:
            if violated(error) != ONE_HOLDER:
                raise
            raise errors.KeysNotBack from error
        events += keeping.told(agreement, KeysMoved(**keeping.facts(agreement)), "KEYS_GIVEN")
    return agreement


@whole_command
async def return_keys(person_id: int, agreement_id: int, *, clock: Clock) -> Agreement:
    """Write down that the keys are back (either side). Saying it twice is no matter.

    Raises:
        NotFound, NotSignedIn, AccountSuspended: As for `hand_over_keys`.
        KeysAlreadyMoved: They were never given.
    """
    async with transaction(actor_id=person_id) as events:
        table = await keeping.seated(person_id, agreement_id)
        agreement = table.agreement
        if agreement.returned_at is not None:
            return agreement
        if agreement.handed_over_at is None:
            raise errors.KeysAlreadyMoved
        agreement.returned_at = await clock()
        await agreement.save(update_fields=["returned_at"])
        events += keeping.told(agreement, KeysMoved(**keeping.facts(agreement)), "KEYS_BACK")
    return agreement


def is_back(agreement: Agreement) -> bool:
    """Say whether nobody of an ended tenancy has keys any more; he may never have got any."""
    ended = agreement.state is AgreementState.ENDED
    return ended and (agreement.handed_over_at is None or agreement.returned_at is not None)
