"""What an operator has chosen, kept in the database so that it follows them.

These are no deeds on the center: nothing of them stands in the log, and no other console hears of
them. See ``docs/decisions/0022-settings.md``.
"""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from console.commands.office import Office
from console.db.faults import fault_with
from console.db.tables_settings import OperatorSettingRow
from console.domain.errors import Fault, Refusal, Refused
from console.domain.settings import SETTINGS, Whose

ATTEMPTS = 3
"""How often it is tried: the same operator may sit at two workstations."""


def read_preferences(office: Office) -> dict[str, str]:
    """What the operator has chosen, by the names of the settings, as it was written.

    Raises:
        FaultError: If the database fails.
    """
    row = OperatorSettingRow
    with office.database.read() as session:
        mine = select(row).where(row.operator == office.actor.operator)
        return {found.name: found.value for found in session.scalars(mine)}


def keep_preferences(office: Office, values: Mapping[str, str]) -> dict[str, str]:
    """Keep what the operator has chosen; the last one to choose is right. Returns the values.

    Raises:
        Refusal: BAD_VALUE for what is no setting of an operator, or cannot be its value.
        FaultError: If the database fails; nothing has changed.
    """
    for name, value in values.items():
        setting = SETTINGS.get(name)
        if setting is None or setting.whose is not Whose.OPERATOR or setting.read(value) is None:
            raise Refusal(Refused.BAD_VALUE, field=name, value=value)
    for _ in range(ATTEMPTS):
        try:
            _keep(office, values)
        except IntegrityError:
            continue  # Another workstation has just written the same row: then it is changed.
        return dict(values)
    raise fault_with(Fault.LOCKED, office.database.address)


def _keep(office: Office, values: Mapping[str, str]) -> None:
    now = office.clock()
    with office.database.write() as session:
        for name, value in values.items():
            session.merge(
                OperatorSettingRow(
                    operator=office.actor.operator, name=name, value=value, changed_at=now
                )
            )
