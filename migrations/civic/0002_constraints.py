from tortoise import migrations
from tortoise.migrations import operations as ops

RUNNING = "('NEW', 'ASSIGNED', 'IN_PROGRESS', 'ESCALATED', 'REOPENED')"


class Migration(migrations.Migration):
    dependencies = [("civic", "0001_initial")]

    operations = [
        ops.RunSQL(
            [
                # Officers' time runs, or stands still while the citizen is asked, or is over.
                "ALTER TABLE civic_complaint ADD CONSTRAINT civic_complaint_due CHECK"
                f" ((due_at IS NOT NULL) = (state IN {RUNNING}))",
                "ALTER TABLE civic_complaint ADD CONSTRAINT civic_complaint_left CHECK"
                " ((left_s IS NOT NULL) = (state = 'WAITING_CITIZEN'))",
                "ALTER TABLE civic_complaint ADD CONSTRAINT civic_complaint_closed CHECK"
                " ((closed_at IS NOT NULL) = (state = 'CLOSED'))",
                "ALTER TABLE civic_complaint ADD CONSTRAINT civic_complaint_answered CHECK"
                " ((answered_at IS NOT NULL) = (state IN ('RESOLVED', 'REJECTED', 'CLOSED')))",
                # Nobody sees to his own complaint, nor gets back what was taken from him.
                "ALTER TABLE civic_complaint ADD CONSTRAINT civic_complaint_hands CHECK"
                " ((assignee_id IS NOT NULL OR"
                "   state NOT IN ('ASSIGNED', 'IN_PROGRESS', 'WAITING_CITIZEN'))"
                "  AND assignee_id <> author_id AND assignee_id <> passed_over_id)",
                "ALTER TABLE civic_complaint ADD CONSTRAINT civic_complaint_counts CHECK"
                " (reopened BETWEEN 0 AND 2 AND escalated >= 0)",
                "CREATE FUNCTION civic_append_only() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME"
                " USING ERRCODE = 'integrity_constraint_violation'; END $$",
                "CREATE TRIGGER civic_complaint_step_append_only BEFORE UPDATE OR DELETE"
                " ON civic_complaint_step FOR EACH ROW EXECUTE FUNCTION civic_append_only()",
            ]
        )
    ]
