"""Says what arguments and values of enums about money mean (see `schema.explained`)."""

from __future__ import annotations

ARGUMENTS = {
    "dealId": "Which deal.",
    "code": "What is printed on it, or the end of the address that it leads to.",
}
