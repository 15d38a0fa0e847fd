"""What all browser tests have in common."""

import pytest

# One process of a run takes them all, so that there is one browser and one house; and each may wait
# for several events of up to a minute, for a machine may be very slow.
IN_ONE_BROWSER = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(400)]
