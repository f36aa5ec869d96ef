"""Property tests of drawing: as many examples as ever, on a busy machine too."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A slow moment of the machine is no fault of the text that was drawn in it.
settings.register_profile("drawing", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("drawing")
