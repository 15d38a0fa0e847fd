"""Pushes to browsers: RFC 8030 (the service), 8291 and 8188 (encryption), 8292 (who we are).

Written on `cryptography` and `PyJWT`, which are here for other reasons: a library for it would
bring a second HTTP client or a second kind of models along, for these few lines.
"""

from __future__ import annotations

import asyncio
import os
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

import httpx
import jwt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hmk_graph.notifications.models import Urgency
from hmk_graph.notifications.ports import DeviceGone, NotTaken, PushAddress

TIMEOUT_S = 10.0
# RFC 8292, 2: a day at most. Half of it leaves room for clocks that differ.
TOKEN_LASTS_S = 12 * 3_600
RECORD_BYTES = 4_096
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""How many points P-256 has (FIPS 186-5): private keys are numbers below it."""
URGENCY = {
    Urgency.QUIET: "low",
    Urgency.NORMAL: "normal",
    Urgency.IMPORTANT: "high",
    Urgency.URGENT: "high",
}
# What a service answers whose device has left (404, 410), or which knows other keys of ours (403).
GONE = (403, 404, 410)


def unpadded(raw: bytes) -> str:
    """Return bytes as base64url without padding (RFC 7515, 2)."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass(frozen=True)
class Vapid:
    """Who pushes: a key that is made of the house's secret, so that all processes have the same."""

    key: ec.EllipticCurvePrivateKey
    contact: str

    @classmethod
    def of(cls, secret: str, contact: str) -> Vapid:
        """Make the key. A new secret makes a new one, and browsers subscribe anew."""
        # 16 bytes more than the order has keep the remainder even (FIPS 186-5, A.2.1).
        raw = _hkdf(secret.encode(), salt=b"", info=b"hmk web push", length=48)
        number = int.from_bytes(raw) % (ORDER - 1) + 1
        return cls(ec.derive_private_key(number, ec.SECP256R1()), contact)

    @property
    def public_key(self) -> str:
        """What a browser is given as `applicationServerKey`."""
        return unpadded(_point(self.key))

    def authorization(self, endpoint: str, now_s: float) -> str:
        """Return the header for a push service."""
        parts = urlsplit(endpoint)
        claims = {
            "aud": f"{parts.scheme}://{parts.netloc}",
            "exp": int(now_s) + TOKEN_LASTS_S,
            "sub": self.contact,
        }
        token = jwt.encode(claims, self.key, algorithm="ES256")
        return f"vapid t={token}, k={self.public_key}"


def encrypted(
    message: bytes, to: PushAddress, *, own: ec.EllipticCurvePrivateKey, salt: bytes
) -> bytes:
    """Return a message that only the device can read: one record of aes128gcm.

    `own` is a key for this message alone, `salt` 16 random bytes.

    Raises:
        ValueError: The device's key is no point of the curve.
    """
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), to.p256dh)
    shared = own.exchange(ec.ECDH(), theirs)
    ours = _point(own)
    info = b"WebPush: info\x00" + to.p256dh + ours
    secret = _hkdf(shared, salt=to.auth, info=info, length=32)
    key = _hkdf(secret, salt=salt, info=b"Content-Encoding: aes128gcm\x00", length=16)
    nonce = _hkdf(secret, salt=salt, info=b"Content-Encoding: nonce\x00", length=12)
    head = salt + RECORD_BYTES.to_bytes(4) + len(ours).to_bytes(1) + ours
    return head + AESGCM(key).encrypt(nonce, message + b"\x02", None)


class HttpPush:
    """Hands messages to the push services of browsers."""

    def __init__(
        self, http: httpx.AsyncClient, vapid: Vapid, *, now_s: Callable[[], float]
    ) -> None:
        self._http = http
        self._vapid = vapid
        self._now_s = now_s

    @classmethod
    @asynccontextmanager
    async def opened(cls, vapid: Vapid, *, now_s: Callable[[], float]) -> AsyncIterator[HttpPush]:
        """Open a client of its own, and close it at the end."""
        async with httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=False) as http:
            yield cls(http, vapid, now_s=now_s)

    async def __call__(
        self, to: PushAddress, message: bytes, *, urgency: Urgency, lasts: timedelta, topic: str
    ) -> None:
        """Push to one device.

        Raises:
            DeviceGone: The device has left, or its keys are none.
            NotTaken: The service refused it for now, or did not answer.
        """
        own = ec.generate_private_key(ec.SECP256R1())
        try:
            body = encrypted(message, to, own=own, salt=os.urandom(16))
        except ValueError:
            raise DeviceGone from None
        headers = {
            "Authorization": self._vapid.authorization(to.endpoint, self._now_s()),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(max(0, int(lasts.total_seconds()))),
            "Topic": topic,
            "Urgency": URGENCY[urgency],
        }
        try:
            async with (
                asyncio.timeout(TIMEOUT_S),
                self._http.stream("POST", to.endpoint, content=body, headers=headers) as response,
            ):
                status = response.status_code
        except (httpx.HTTPError, TimeoutError):
            raise NotTaken from None
        if status in GONE:
            raise DeviceGone
        if not response.is_success:
            raise NotTaken


def _hkdf(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
