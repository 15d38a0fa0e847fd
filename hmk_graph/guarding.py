"""The table: where private files hang -> who may read them, beside their owner."""

from __future__ import annotations

from hmk_graph.haat import picturing
from hmk_graph.media import portraying
from hmk_graph.media.serving import Guards

PAPER_GUARDS: Guards = {
    picturing.PAPERS.name: picturing.may_read_papers,
    portraying.PAPERS.name: portraying.may_read_papers,
}
