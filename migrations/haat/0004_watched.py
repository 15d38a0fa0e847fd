from tortoise import migrations
from tortoise.migrations import operations as ops

from migrations.watching import watch


class Migration(migrations.Migration):
    dependencies = [("haat", "0003_follows_and_hasil"), ("event_log", "0003_moved")]

    operations = [
        ops.RunSQL(
            [
                *watch("haat_animal", "id"),
                *watch("haat_animal_event", "animal_id"),
                *watch("haat_animal_identifier", "animal_id"),
                *watch("haat_animal_weight", "animal_id"),
                *watch("haat_haat", "id"),
                *watch("haat_hasil_rule", "haat_id"),
                *watch("haat_listing", "id"),
                *watch("haat_lot", "id"),
                *watch("haat_lot_follow", "lot_id"),
                *watch("haat_lot_line", "lot_id"),
                *watch("haat_offer", "listing_id"),
                *watch("haat_session", "haat_id"),
                *watch("haat_vet_clearance", "animal_id"),
            ]
        )
    ]
