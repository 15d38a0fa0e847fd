"""Papers: a PDF is kept as it came, so it must be a plain one: no lock, no script, no parcel."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from hmk_graph.inspecting.findings import Fault, Findings, Made, Refused

MOST_PAGES = 50
# Far more than a scanned paper has; a bomb has millions.
MOST_OBJECTS = 50_000
# What does something or carries something (ISO 32000-2: 12.6 actions, 7.11.4 embedded files, 13
# media, 12.7.8 XFA). Links to the web stay.
ACTIVE_KEYS = frozenset(
    {"/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/EmbeddedFile", "/RichMedia", "/XFA", "/3D"}
)
ACTIVE_ACTIONS = frozenset(
    {
        *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"),
        *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute"),
    }
)
TAIL_BYTES = 1024


def paper(contents: bytes) -> Findings:
    """Look through a PDF.

    Raises:
        Refused: It is broken, locked, too long, or does more than lie there.
    """
    if b"%%EOF" not in contents[-TAIL_BYTES:]:
        raise Refused(Fault.UNREADABLE)
    try:
        reader = PdfReader(io.BytesIO(contents), strict=False)
        if reader.is_encrypted:
            raise Refused(Fault.ENCRYPTED)
        _need_plain(reader)
        pages = len(reader.pages)
        for page in reader.pages:
            _ = page.mediabox
    except Refused:
        raise
    except (PyPdfError, RecursionError, *_BROKEN) as error:
        raise Refused(Fault.UNREADABLE) from error
    if not 0 < pages <= MOST_PAGES:
        raise Refused(Fault.TOO_MANY_PAGES if pages else Fault.UNREADABLE)
    made = Made(extension="pdf", content_type="application/pdf", contents=contents)
    return Findings(files=(made,), pages=pages)


# What pypdf raises beside its own for a file that is not one.
_BROKEN = (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError)


def _need_plain(reader: PdfReader) -> None:
    for thing in _objects(reader):
        if isinstance(thing, DictionaryObject):
            if not ACTIVE_KEYS.isdisjoint(thing):
                raise Refused(Fault.ACTIVE)
            if thing.get("/S") in ACTIVE_ACTIONS or thing.get("/Type") == "/EmbeddedFile":
                raise Refused(Fault.ACTIVE)


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Return every object that can be reached from the file's root, each once."""
    waiting: list[Any] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, IndirectObject):
            name = (thing.idnum, thing.generation)
            if name in seen:
                continue
            seen.add(name)
            thing = thing.get_object()
        count += 1
        if count > MOST_OBJECTS:
            raise Refused(Fault.TOO_HEAVY)
        yield thing
        if isinstance(thing, DictionaryObject):
            waiting += [thing.raw_get(key) for key in thing]
        elif isinstance(thing, ArrayObject):
            waiting += list(list.__iter__(thing))
