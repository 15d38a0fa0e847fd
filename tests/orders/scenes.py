"""What a process does when it is killed: a checkout, a capture, a refund (`tests.killing`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from hmk_graph.money import Paisa
from hmk_graph.orders import answering, checking_out, collecting
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.checking_out import Terms
from hmk_graph.orders.models import PayMethod
from hmk_graph.payments import reconciling
from hmk_graph.payments.paying_models import Attempt
from hmk_graph.payments.ports import Found, Known
from tests.factories import NOON, at
from tests.payments.tills import Till
from tests.shops import stalls

TARGETS = {collecting.GROUP_PURPOSE: collecting.GroupTarget()}
# When the sweepers look, in minutes: before a checkout's time is over they have asked after all.
LOOKS = (0, 2, 4, 7, 10, 14)


@dataclass
class KeptTill(Till):
    """A till whose books outlive the process: it takes and gives back like a service elsewhere."""

    name: ClassVar[str] = "till"
    folder: str = ""

    async def look(self, known: Known) -> Found:
        self.pay(await Attempt.get(invoice=known.invoice))
        return await super().look(known)

    async def refund(self, known: Known, *, amount: Paisa, ref: str, reason: str) -> Found:
        self.write(ref, amount)
        return await super().refund(known, amount=amount, ref=ref, reason=reason)

    async def look_refund(self, known: Known, *, amount: Paisa, ref: str, **more: object) -> Found:
        self.given_back = self.written()
        return await super().look_refund(known, amount=amount, ref=ref)

    def write(self, ref: str, amount: Paisa) -> None:
        """Note what goes back."""
        Path(self.folder, ref).write_text(str(amount))

    def written(self) -> dict[str, Paisa]:
        """Return what went back, by reference."""
        return {file.name: Paisa(int(file.read_text())) for file in Path(self.folder).iterdir()}


async def check_out(account_id: int, cart_version: int, key: str) -> None:
    """Order all that is in a person's cart, to be paid online."""
    await checking_out.check_out(
        Shopper(account_id=account_id),
        await stalls.destination(),
        Terms(method=PayMethod.ONLINE, cart_version=cart_version, ways={}),
        idempotency_key=key,
        clock=at(NOON),
    )


async def capture(attempt_id: int, folder: str) -> None:
    """Look after a payment whose payer has agreed."""
    till = KeptTill(folder=folder)
    await reconciling.look_after(attempt_id, {"till": till}, TARGETS, clock=at(NOON))


async def refund(owner_id: int, order_id: int, folder: str) -> None:
    """Say no to a paid order, and send its money back."""
    await answering.reject(owner_id, order_id, reason="পণ্য শেষ", clock=at(NOON))
    assert await reconciling.do_one({"till": KeptTill(folder=folder)}, TARGETS, clock=at(NOON))


async def sweep(folder: str) -> None:
    """Do what the worker does after a restart: look after every payment and refund that is due."""
    till = KeptTill(folder=folder)
    for minutes in LOOKS:
        clock = at(NOON + timedelta(minutes=minutes))
        while await reconciling.do_one({"till": till}, TARGETS, clock=clock):
            pass
