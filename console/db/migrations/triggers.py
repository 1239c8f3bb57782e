"""The triggers of revision 0001 in the SQL of both databases.

They hold what must be true whoever writes: events are never changed or removed, and an incident
begins and moves only as the table of moves allows.
"""

SQLITE = (
    """
    CREATE TRIGGER event_is_not_updated BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'an event cannot be changed or removed'); END
    """,
    """
    CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'an event cannot be changed or removed'); END
    """,
    """
    CREATE TRIGGER incident_moves BEFORE UPDATE OF state ON incident
    WHEN NEW.state <> OLD.state AND NOT EXISTS (
        SELECT 1 FROM lifecycle_move WHERE source = OLD.state AND target = NEW.state
    )
    BEGIN SELECT RAISE(ABORT, 'an incident cannot make this move'); END
    """,
    """
    CREATE TRIGGER incident_begins BEFORE INSERT ON incident
    WHEN NOT (NEW.state = 'reported' OR (NEW.origin = 'import' AND NEW.state = 'closed'))
    BEGIN SELECT RAISE(ABORT, 'an incident cannot begin in this state'); END
    """,
)

POSTGRESQL = (
    """
    CREATE FUNCTION event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'an event cannot be changed or removed' USING ERRCODE = 'check_violation';
    END $$
    """,
    """
    CREATE TRIGGER event_is_not_updated BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION event_is_kept()
    """,
    """
    CREATE TRIGGER event_is_not_truncated BEFORE TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept()
    """,
    """
    CREATE FUNCTION incident_moves() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT 1 FROM lifecycle_move WHERE source = OLD.state AND target = NEW.state
        ) THEN
            RAISE EXCEPTION 'an incident cannot make this move' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER incident_moves BEFORE UPDATE OF state ON incident
    FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM OLD.state)
    EXECUTE FUNCTION incident_moves()
    """,
    """
    CREATE FUNCTION incident_begins() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'an incident cannot begin in this state' USING ERRCODE = 'check_violation';
    END $$
    """,
    """
    CREATE TRIGGER incident_begins BEFORE INSERT ON incident
    FOR EACH ROW
    WHEN (NOT (NEW.state = 'reported' OR (NEW.origin = 'import' AND NEW.state = 'closed')))
    EXECUTE FUNCTION incident_begins()
    """,
    # The wake-up carries nothing: listeners read what is new from the table.
    """
    CREATE FUNCTION event_wakes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_notify('grid_console', '');
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER event_wakes AFTER INSERT ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_wakes()
    """,
)
