from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("discovery", "0003_words_of_their_own")]

    operations = [
        ops.RunSQL(
            [
                # A document without words would be found by no text: the next start writes all.
                "DELETE FROM discovery_document",
                # Core PostgreSQL's own: no extension cuts the trigrams, we do.
                "CREATE INDEX discovery_word_grams ON discovery_word USING gin (grams)",
                "CREATE INDEX discovery_document_word_ids ON discovery_document"
                " USING gin (word_ids)",
            ]
        )
    ]
