from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from hmk_graph.dispatch.models import TripState


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_constraints"),
        ("accounts", "0003_dispatcher_role"),
        ("accounts", "0003_watched"),
        ("dispatch", "0002_constraints"),
        ("places", "0001_initial"),
        ("places", "0002_constraints"),
        ("places", "0003_watched"),
    ]

    initial = False

    operations = [
        ops.AlterField(
            model_name="Trip",
            name="state",
            field=fields.CharEnumField(
                description="AT_DESK: AT_DESK\nSCHEDULED: SCHEDULED\nSEARCHING: SEARCHING\nESCALATED: ESCALATED\nASSIGNED: ASSIGNED\nEN_ROUTE: EN_ROUTE\nARRIVED: ARRIVED\nIN_TRIP: IN_TRIP\nCOMPLETED: COMPLETED\nCANCELLED: CANCELLED\nNO_DRIVER: NO_DRIVER",
                enum_type=TripState,
                max_length=9,
            ),
        ),
        ops.AddField(
            model_name="Trip",
            name="absences",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Vehicle",
            name="warrant",
            field=fields.CharField(default="", db_default="", max_length=60),
        ),
    ]
