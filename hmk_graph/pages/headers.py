"""What a browser is told beside the bytes: how long to keep them, and what they may do."""

from __future__ import annotations

# A cross-site page must neither frame us nor learn more of our addresses than the host.
SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "geolocation=(self), camera=(), microphone=()",
}

_POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    # Covers the socket on the same host too.
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}


def content_policy(*, styles: str = "", send_to: str = "") -> str:
    """Return the policy of a page.

    `styles` allows what the page has inline, by its hash; `send_to` is a further origin to which
    it may send files.
    """
    allowed = {
        **_POLICY,
        "style-src": f"'self' {styles}".strip(),
        "connect-src": f"'self' {send_to}".strip(),
    }
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


CONTENT_POLICY = content_policy()

# A page names its assets by their hash, so the page itself is asked for each time.
PAGE = {**SAFE, "cache-control": "no-cache", "content-security-policy": CONTENT_POLICY}
# The name changes with the contents.
ASSET = {**SAFE, "cache-control": "public, max-age=31536000, immutable"}
# What is missing now may be there after the next build.
MISSING = {**SAFE, "cache-control": "no-store"}
