"""Messages that a gateway posts to us: a signed JSON object.

The gateway, or a small bridge before it, posts `{"id", "from", "text"}` with two headers:
`X-HMK-Timestamp`, seconds since 1970, and `X-HMK-Signature`, `sha256=` and the HMAC-SHA256
(RFC 2104) of timestamp, full stop and body, in hexadecimal. A gateway that signs otherwise gets a
class like this one.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import UTC, datetime

import orjson

from hmk_graph import phone
from hmk_graph.settings import Settings
from hmk_graph.texting.ports import Forged, Incoming, NotAMessage, ReadText

TIMESTAMP, SIGNATURE = "x-hmk-timestamp", "x-hmk-signature"
LONGEST_ID = 100
# Until the year 2286, and nothing that a time could not hold.
_SECONDS = re.compile(r"[0-9]{1,10}", re.ASCII)


class SignedTexts:
    """Reads what was signed with a secret that the gateway and we share."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def signed(self, body: bytes, headers: Mapping[str, str]) -> datetime:
        """Return when a body was signed.

        Raises:
            Forged: It was not, or not by who knows the secret.
        """
        at, given = headers.get(TIMESTAMP, ""), headers.get(SIGNATURE, "")
        expected = self.signature(at, body)
        if _SECONDS.fullmatch(at) is None or not hmac.compare_digest(
            expected.encode(), given.encode()
        ):
            raise Forged
        return datetime.fromtimestamp(int(at), UTC)

    def signature(self, timestamp: str, body: bytes) -> str:
        """Return the signature of a body at a time."""
        signed = timestamp.encode() + b"." + body
        return "sha256=" + hmac.new(self._secret, signed, hashlib.sha256).hexdigest()

    def read(self, body: bytes) -> Incoming:
        """Return the message in a signed body.

        Raises:
            NotAMessage: There is none, or none of a mobile phone of the country.
        """
        try:
            told = orjson.loads(body)
        except orjson.JSONDecodeError:
            raise NotAMessage from None
        if not isinstance(told, dict):
            raise NotAMessage
        ref, sender, text = (told.get(name) for name in ("id", "from", "text"))
        if not (isinstance(ref, str) and isinstance(sender, str) and isinstance(text, str)):
            raise NotAMessage
        if not (0 < len(ref) <= LONGEST_ID and ref.isprintable()):
            raise NotAMessage
        try:
            return Incoming(gateway_ref=ref, phone=phone.canonical(sender), text=text)
        except phone.NotAMobile:
            raise NotAMessage from None


def reader(settings: Settings) -> ReadText | None:
    """Return who reads messages; None if none are taken."""
    return SignedTexts(settings.sms_inbound_secret) if settings.sms_inbound_secret else None
