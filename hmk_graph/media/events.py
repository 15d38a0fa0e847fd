"""What happens to a person's files, told on the person's own stream."""

from dataclasses import dataclass
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class MediaChecked(Event):
    """A file of the person's was taken (READY) or not (REJECTED, with the fault)."""

    kind: ClassVar[str] = "media.checked"
    account_id: int
    media_id: int
    state: str
    fault: str | None

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"
