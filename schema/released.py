"""What the schema's clients were promised: no change breaks one unless it is declared.

`released.graphql` is the schema of the last release, `breaking.txt` what has been broken since, one
change a line in the words of graphql-core; a line above it that begins with # says why. A client is
anything in the field: an old page that a phone kept, or somebody's own program.
"""

from __future__ import annotations

from pathlib import Path

from graphql import GraphQLSchema, build_schema, find_breaking_changes

RELEASED = Path(__file__).parent / "released.graphql"
DECLARED = Path(__file__).parent / "breaking.txt"
HEAD = (
    "# What breaks clients of the last release, and why. `hmk sdl --check` names what is missing.\n"
)


def faults(present: GraphQLSchema, *, released: str, declared: str) -> list[str]:
    """Return what breaks clients and is not declared, and what is declared and breaks nobody."""
    broken = {
        change.description for change in find_breaking_changes(build_schema(released), present)
    }
    told = {
        line.strip() for line in declared.splitlines() if line.strip() and not line.startswith("#")
    }
    return [
        *(f"breaks clients: {one}" for one in sorted(broken - told)),
        *(f"is declared in {DECLARED.name} and is not so: {one}" for one in sorted(told - broken)),
    ]


def check(present: GraphQLSchema) -> list[str]:
    """Return the faults of the schema as it stands against the last release."""
    return faults(
        present,
        released=RELEASED.read_text(encoding="utf-8"),
        declared=DECLARED.read_text(encoding="utf-8"),
    )


def release(printed: str) -> None:
    """Make a printed schema the promise from now on; nothing is broken since."""
    RELEASED.write_text(printed, encoding="utf-8")
    DECLARED.write_text(HEAD, encoding="utf-8")
