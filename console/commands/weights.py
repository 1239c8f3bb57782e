"""The deed on the weights of the proposal."""

from sqlalchemy import select

from console.commands.office import Outcome, Work
from console.db.queries import weights
from console.db.tables import WeightRow
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import ChangeWeights


def change_weights(work: Work, order: ChangeWeights) -> Outcome:
    """Change some of the weights; the others stay as they are."""
    before = weights(work.session)
    after = before.changed(dict(order.values))
    changed = {
        name: value for name, value in after.values().items() if value != before.values()[name]
    }
    if not changed:
        raise Refusal(Refused.MISSING, field="weights")
    kept = {row.name: row for row in work.session.scalars(select(WeightRow))}
    for name, value in changed.items():
        if name in kept:
            kept[name].value = value
        else:
            work.session.add(WeightRow(name=name, value=value))
    return Outcome(
        Subject("catalogue", 0),
        {"weights": changed, "before": {name: before.values()[name] for name in changed}},
    )
