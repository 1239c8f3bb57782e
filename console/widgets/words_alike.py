"""How it is said what is likely the same as a report, and what was before."""

from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from console.domain.clusters import SPAN, Bond, Cluster
from console.domain.recurrence import AT_ONCE, HISTORY, MONTH, Likely, Pattern, Sameness
from console.domain.text import one_line
from console.widgets.words import state_label
from console.widgets.words_times import distance_text, minutes_text

TITLE = 30
"""So many characters of a title are shown."""

OFTEN = 3
"""So many reports of one person are worth a word."""

SUREST = 0.99
"""More is never said: two reports can agree in all and still be of two matters."""

_MINUTES = int(AT_ONCE.total_seconds() // 60)


def likely_text(likely: Likely) -> str:
    """One that is likely the same: which, where, when, how far it is, and how likely."""
    match = likely.match
    where = QCoreApplication.translate("Alike", "place not known")
    if match.metres is not None:
        where = distance_text(match.metres)
    when = QCoreApplication.translate("Alike", "{time} earlier")
    if likely.later:
        when = QCoreApplication.translate("Alike", "{time} later")
    person = QCoreApplication.translate("Alike", "same person") if likely.same_person else ""
    parts = (
        f"{match.number:04d} {one_line(likely.title)[:TITLE]}",
        f"{where}, {when.format(time=minutes_text(match.apart))}",
        state_label(likely.state),
        person,
        f"{min(match.score, SUREST):.0%}",
    )
    return " · ".join(part for part in parts if part)


def cluster_text(cluster: Cluster, zone: tzinfo) -> str:
    """Earlier matters with one bond, and the latest of them; nobody is named."""
    source = {
        Bond.PERSON: QCoreApplication.translate("Alike", "Same person: {n} within {days} days"),
        Bond.PLACE: QCoreApplication.translate("Alike", "Same place: {n} within {days} days"),
        Bond.THEME: QCoreApplication.translate(
            "Alike", "Same theme elsewhere: {n} within {days} days"
        ),
    }[cluster.bond]
    last = cluster.latest[0]
    parts = (
        source.format(n=cluster.count, days=SPAN.days),
        f"{last.number:04d} {one_line(last.title)[:TITLE]}",
        f"{last.at.astimezone(zone):%Y-%m-%d}",
        state_label(last.state),
    )
    return " · ".join(parts)


def sameness_text(known: Sameness) -> str:
    """What the reports before make of a matter, in a sentence; empty if nothing is known."""
    if known.pattern is Pattern.MANY_AT_ONCE:
        sentence = QCoreApplication.translate(
            "Alike", "At least {n} people within {m} min: many at once"
        )
        return sentence.format(n=known.people, m=_MINUTES)
    parts = []
    if known.last is not None:
        sentence = QCoreApplication.translate(
            "Alike", "No. {n} of this kind here within {days} days, the last one {last}"
        )
        last = f"{known.last:04d}"
        parts.append(sentence.format(n=known.times, days=MONTH.days, last=last))
    if known.by_same_person > 1:
        sentence = QCoreApplication.translate("Alike", "{n} of them by the same person")
        parts.append(sentence.format(n=known.by_same_person))
    elif known.person_times >= OFTEN:
        sentence = QCoreApplication.translate(
            "Alike", "No. {n} by the same person within {days} days"
        )
        parts.append(sentence.format(n=known.person_times, days=HISTORY.days))
    return " · ".join(parts)
