"""What Alembic runs to apply migrations, on the connection that ``migrate.py`` hands it."""

from alembic import context

from console.db.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,  # for the naming convention
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
