"""The links by which guests are sent to their orders: signed, so that no secret has to be kept."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass, field

from hmk_graph.orders import rules
from hmk_graph.orders.models import Group

# 128 bits cannot be guessed, and a text message has few letters.
SIGNATURE_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class GuestLinks:
    """Signs links to checkouts. `address` is where the house is seen, without a slash behind it."""

    key: bytes = field(repr=False)
    address: str

    def secret(self, group_id: int) -> str:
        """Return the secret in a checkout's link: always the same one, 22 letters."""
        signed = hmac.digest(self.key, f"orders.group.{group_id}".encode(), "sha256")
        return base64.urlsafe_b64encode(signed[:SIGNATURE_BYTES]).decode().rstrip("=")

    def link(self, group_id: int) -> str:
        """Return the address; what stands behind its hash is never sent to a server by itself."""
        return f"{self.address}/o/{group_id}#{self.secret(group_id)}"


async def open_door(group_id: int, links: GuestLinks) -> str:
    """Let in whoever shows a checkout's signed secret, and return the link that holds it.

    A secret that was signed by another key of the house lets nobody in any more.
    """
    kept = rules.hash_of(links.secret(group_id))
    await Group.filter(id=group_id, buyer_id=None).update(link_hash=kept)
    return links.link(group_id)
