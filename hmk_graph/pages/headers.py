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
    "img-src": "'self' data:",
    "font-src": "'self'",
    # Covers the socket on the same host too.
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}

CONTENT_POLICY = "; ".join(f"{name} {sources}" for name, sources in _POLICY.items())

# A page names its assets by their hash, so the page itself is asked for each time.
PAGE = {**SAFE, "cache-control": "no-cache", "content-security-policy": CONTENT_POLICY}
# The name changes with the contents.
ASSET = {**SAFE, "cache-control": "public, max-age=31536000, immutable"}
# What is missing now may be there after the next build.
MISSING = {**SAFE, "cache-control": "no-store"}
