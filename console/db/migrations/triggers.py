"""The triggers of revision 0001 in the SQL of both databases.

They hold what must be true whoever writes: events are never changed or removed, and an incident
begins and moves only as the table of moves allows.
"""

_BROKEN = "an event cannot be changed or removed"
_NO_MOVE = "an incident cannot make this move"
_NO_START = "an incident cannot begin in this state"

SQLITE = (
    f"""
    CREATE TRIGGER event_is_not_updated BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, '{_BROKEN}'); END
    """,
    f"""
    CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, '{_BROKEN}'); END
    """,
    f"""
    CREATE TRIGGER incident_moves BEFORE UPDATE OF state ON incident
    WHEN NEW.state <> OLD.state AND NOT EXISTS (
        SELECT 1 FROM lifecycle_move WHERE source = OLD.state AND target = NEW.state
    )
    BEGIN SELECT RAISE(ABORT, '{_NO_MOVE}'); END
    """,
    f"""
    CREATE TRIGGER incident_begins BEFORE INSERT ON incident
    WHEN NOT (NEW.state = 'reported' OR (NEW.origin = 'import' AND NEW.state = 'closed'))
    BEGIN SELECT RAISE(ABORT, '{_NO_START}'); END
    """,
)

POSTGRESQL = (
    f"""
    CREATE FUNCTION event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '{_BROKEN}' USING ERRCODE = 'check_violation';
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
    f"""
    CREATE FUNCTION incident_moves() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT 1 FROM lifecycle_move WHERE source = OLD.state AND target = NEW.state
        ) THEN
            RAISE EXCEPTION '{_NO_MOVE}' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER incident_moves BEFORE UPDATE OF state ON incident
    FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM OLD.state)
    EXECUTE FUNCTION incident_moves()
    """,
    f"""
    CREATE FUNCTION incident_begins() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '{_NO_START}' USING ERRCODE = 'check_violation';
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
