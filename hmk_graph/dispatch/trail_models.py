"""Tables of where phones were: points that were taken, and where each was last seen."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model


class Ping(Model):
    """A point that a driver's phone sent and that was taken. Those of a trip are its trail.

    `at` is the phone's time, `received_at` ours; `flags` says what is odd about it.
    """

    id = fields.BigIntField(primary_key=True)
    driver_id = fields.BigIntField()
    trip_id = fields.BigIntField(null=True)
    attempt = fields.IntField(null=True)
    at = fields.DatetimeField()
    received_at = fields.DatetimeField()
    lat_e6 = fields.IntField()
    lng_e6 = fields.IntField()
    accuracy_m = fields.IntField()
    flags = ArrayField("text", default=list)

    class Meta:
        table = "dispatch_ping"


class Sighting(Model):
    """Where a driver was last seen, where there is no Redis; unlogged, for it is stale in a minute.

    `value` is whatever the caller keeps with it, `cohort` the kind of vehicle.
    """

    id = fields.BigIntField(primary_key=True)
    member = fields.BigIntField(unique=True)
    cohort = fields.CharField(max_length=60)
    lat_e6 = fields.IntField()
    lng_e6 = fields.IntField()
    value = fields.TextField()

    class Meta:
        table = "dispatch_sighting"
        indexes = (("lat_e6", "lng_e6"),)
