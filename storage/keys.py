"""How objects are named.

`incoming/<number>/<word>` is what a phone may write, once and under a word that nobody can guess.
`public/<number>/<name>` and `private/<number>/<name>` are what we wrote after checking; the name
begins with the hash of the contents, so that it never means anything else.
"""

from __future__ import annotations

import hashlib
import re

# 128 bits: nobody finds two files that share them by trying.
HASH_DIGITS = 32

_NAME = re.compile(rf"[0-9a-f]{{{HASH_DIGITS}}}(-[0-9]{{1,5}})?\.[a-z0-9]{{2,5}}", re.ASCII)


def incoming(number: int, word: str) -> str:
    """Return where a phone sends the file number `number`."""
    return f"{incoming_folder(number)}{word}"


def incoming_folder(number: int) -> str:
    """Return the prefix of all that a phone may have sent under this number."""
    return f"incoming/{number}/"


def public(number: int, name: str) -> str:
    """Return where a file lies that everybody may read."""
    return f"{public_folder(number)}{name}"


def public_folder(number: int) -> str:
    """Return the prefix of all public files of this number."""
    return f"public/{number}/"


def private(number: int, name: str) -> str:
    """Return where a file lies that only some may read."""
    return f"{private_folder(number)}{name}"


def private_folder(number: int) -> str:
    """Return the prefix of all private files of this number."""
    return f"private/{number}/"


def name_of(contents: bytes, extension: str, *, width: int | None = None) -> str:
    """Name a file by its contents (SHA-256, shortened), for pictures with the width in pixels."""
    digest = hashlib.sha256(contents).hexdigest()[:HASH_DIGITS]
    return f"{digest}.{extension}" if width is None else f"{digest}-{width}.{extension}"


def is_name(text: str) -> bool:
    """Say whether `name_of` can have written this."""
    return _NAME.fullmatch(text) is not None
