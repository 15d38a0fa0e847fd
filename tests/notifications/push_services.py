"""A push service and a browser, by their protocols: RFC 8030, 8188, 8291, 8292."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from dataclasses import dataclass, field
from typing import Any

import jwt
import orjson
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hmk_graph.notifications.ports import PushAddress

ORIGIN = "https://fcm.googleapis.com"


def raw(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """Return one block of HKDF-SHA-256 as RFC 8291 writes it out: two HMACs."""
    extract = hmac.HMAC(salt, hashes.SHA256())
    extract.update(secret)
    expand = hmac.HMAC(extract.finalize(), hashes.SHA256())
    expand.update(info + b"\x01")
    return expand.finalize()[:length]


@dataclass
class Browser:
    """A browser with its keys; it decrypts what only it can."""

    name: str = "chrome"
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    auth: bytes = b"sixteen bytes ok"

    @property
    def point(self) -> bytes:
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def address(self) -> PushAddress:
        return PushAddress(endpoint=f"{ORIGIN}/wp/{self.name}", p256dh=self.point, auth=self.auth)

    def read(self, body: bytes) -> bytes:
        """Return what a body says (RFC 8188, 2; RFC 8291, 3.4)."""
        salt, record, length = body[:16], int.from_bytes(body[16:20]), body[20]
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        assert length == 65
        assert len(sealed) <= record
        shared = self.key.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
        )
        info = b"WebPush: info\x00" + self.point + theirs
        secret = derived(shared, self.auth, info, 32)
        key = derived(secret, salt, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = derived(secret, salt, b"Content-Encoding: nonce\x00", 12)
        padded = AESGCM(key).decrypt(nonce, sealed, None)
        said, mark, padding = padded.rpartition(b"\x02")
        assert mark == b"\x02"
        assert not padding.strip(b"\x00")
        return said


@dataclass
class PushService:
    """Takes messages for browsers as a service does; `answer` is what it says to all."""

    browsers: list[Browser] = field(default_factory=list)
    answer: int = 201
    heard: list[tuple[str, dict[str, Any], dict[str, str]]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/wp/{name}", self._take, methods=["POST"])])

    async def _take(self, request: Request) -> Response:
        browser = {one.name: one for one in self.browsers}.get(request.path_params["name"])
        if browser is None:
            return Response(status_code=410)
        self.keys.add(self._who(request.headers["authorization"]))
        if self.answer == 201:
            said = orjson.loads(browser.read(await request.body()))
            assert request.headers["content-encoding"] == "aes128gcm"
            self.heard.append((browser.name, said, dict(request.headers)))
        return Response(status_code=self.answer)

    def _who(self, authorization: str) -> str:
        """Check who pushes (RFC 8292); return his public key."""
        scheme, _, rest = authorization.partition(" ")
        told = dict(part.strip().split("=", 1) for part in rest.split(","))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw(told["k"]))
        claims = jwt.decode(
            told["t"], key, algorithms=["ES256"], audience=ORIGIN, options={"verify_exp": False}
        )
        assert scheme == "vapid"
        assert claims["sub"].startswith(("https:", "mailto:"))
        return told["k"]
