"""What the database itself must refuse: one module for each context's tables.

A module has `COPIES`, `UPDATES`, or both, and `furnish` if its tables need a row to try them on.
All are found by being here.
"""

from __future__ import annotations

from typing import Any

Copy = tuple[str, dict[str, Any]]
"""A table, and what is changed in a copy of the row that it has.

A change that begins with "where" chooses that row; the name of another column stands for its value.
"""

NEW_PHONE = "+8801999999999"
