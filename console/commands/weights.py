"""The deed on the weights of the proposal."""

from sqlalchemy import select

from console.commands.center import CATALOGUE
from console.commands.office import Outcome, Work
from console.db.queries import weights
from console.db.tables import WeightRow
from console.domain.errors import Refusal, Refused
from console.domain.orders import ChangeWeights


def change_weights(work: Work, order: ChangeWeights) -> Outcome:
    """Change some of the weights; the others stay as they are."""
    known = weights(work.session)
    before, after = known.values(), known.changed(dict(order.values)).values()
    changed = {name: value for name, value in after.items() if value != before[name]}
    if not changed:
        raise Refusal(Refused.MISSING, field="weights")
    kept = {row.name: row for row in work.session.scalars(select(WeightRow))}
    for name, value in changed.items():
        if name in kept:
            kept[name].value = value
        else:
            work.session.add(WeightRow(name=name, value=value))
    return Outcome(
        CATALOGUE,
        {"weights": changed, "before": {name: before[name] for name in changed}},
    )
