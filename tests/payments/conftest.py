"""A payment service and something to pay for, for every test of paying."""

from __future__ import annotations

import pytest

from tests.payments.tills import Cow, Till


@pytest.fixture
def till() -> Till:
    return Till()


@pytest.fixture
def cow() -> Cow:
    return Cow()
