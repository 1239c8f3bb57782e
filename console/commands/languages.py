"""The deed on the language that an incident needs."""

from sqlalchemy.orm import Session

from console.commands.moves import outcome
from console.commands.office import Outcome, Work
from console.commands.rows import incident_row
from console.db.dealings import languages
from console.domain.errors import Refusal, Refused
from console.domain.languages import language_in
from console.domain.orders import NeedLanguage, Report


def need_language(work: Work, order: NeedLanguage) -> Outcome:
    """Say which language somebody at an incident needs, or that none is."""
    named = _named(work.session, order.language)
    row = incident_row(work, order.incident, order.seen)
    before, row.language = row.language, order.language
    return outcome(row.id, {"before": before, "language": order.language} | named)


def language_of(work: Work, order: Report) -> str:
    """The language that a report needs: the one given, or the one that its words ask for."""
    if order.language is None:
        return language_in(f"{order.title}\n{order.description}", languages(work.session))
    _named(work.session, order.language)
    return order.language


def _named(session: Session, code: str) -> dict[str, object]:
    """What the event shall say of a language.

    Raises:
        Refusal: BAD_VALUE if there is no such language.
    """
    if not code:
        return {}
    for language in languages(session):
        if language.code == code:
            return {"language_name": language.name, "language_name_en": language.name_en}
    raise Refusal(Refused.BAD_VALUE, field="language", value=code)
