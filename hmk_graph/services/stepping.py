"""Takes one step of a machine as one guarded write; the house's own way, by its name here."""

from hmk_graph.stepping import step, violated

__all__ = ["step", "violated"]
