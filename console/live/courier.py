"""Hands one message to a channel through apprise, and tells nothing of the secrets it used.

apprise is loaded when there is something to be sent. Its own log is not let through: on a debug
level it tells whole addresses.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from typing_extensions import override

from console.domain.channels import MEMBER, SECRET, Channel, Message, Trouble, wording
from console.domain.text import one_line

CONNECT_S = 5
ANSWER_S = 15
"""So long a service may take to accept a connection, and to answer; far less than the lease."""

FIELDS = ("json", "jsons", "xml", "xmls", "form", "forms")
"""Kinds of webhook that take the key as a header and as a field of their own."""

LONGEST = 200

FindSecret = Callable[[str], str | None]


class NotSentError(Exception):
    """A message did not go out; ``lasting`` if trying again cannot help."""

    def __init__(self, trouble: Trouble, detail: str = "", *, lasting: bool = False) -> None:
        super().__init__(f"{trouble.value}: {detail}" if detail else trouble.value)
        self.lasting = lasting


def send(
    message: Message, channel: Channel, address: str, zone: ZoneInfo, find: FindSecret
) -> None:
    """Send a message; returns when the service has taken it.

    Args:
        message: What is told.
        channel: By which way.
        address: The member's own address, for channels that ask for one.
        zone: The center's, for times in the text.
        find: Finds secrets.

    Raises:
        NotSentError: If it was not taken; what it tells is free of secrets.
    """
    title, body = wording(message, channel.language, zone)
    url, used = _filled(channel.address, address, find)
    service = _service(_with_key(url, message.key))
    if service is None:
        raise NotSentError(Trouble.BAD_ADDRESS, channel.code, lasting=True)
    with _said() as lines:
        try:
            # Told that it is plain text: where a service wants HTML, what a resident wrote is
            # shown and not obeyed.
            taken = service.notify(body=body, title=title, body_format=_plain_text())
        except Exception as error:
            # Whatever a plug-in does: one message fails, and the next one has its turn.
            raise NotSentError(Trouble.REFUSED, type(error).__name__) from None
    if not taken:
        raise NotSentError(Trouble.REFUSED, without("; ".join(lines), used))


def is_address(template: str) -> bool:
    """Whether apprise knows what to do with an address, whatever the secrets are."""
    sample = SECRET.sub("0123456789abcdef0123456789abcdef", template)
    return _service(sample.replace(MEMBER, "13800000000")) is not None


def without(text: str, secrets: list[str]) -> str:
    """A text in which secrets do not stand, in whichever form."""
    for secret in secrets:
        for form in {secret, quote(secret, safe="")}:
            text = text.replace(form, "•••")
    return one_line(text)[:LONGEST]


def _filled(template: str, address: str, find: FindSecret) -> tuple[str, list[str]]:
    if MEMBER in template and not address:
        raise NotSentError(Trouble.BAD_ADDRESS, MEMBER, lasting=True)
    used = []
    url = template.replace(MEMBER, quote(address, safe="@+"))
    for name in SECRET.findall(template):
        value = find(name)
        if value is None:
            raise NotSentError(Trouble.NO_SECRET, name, lasting=True)
        used.append(value)
        url = url.replace(f"{{secret:{name}}}", quote(value, safe=""))
    return url, used


def _with_key(url: str, key: str) -> str:
    # Nothing is sent on to where a service points: only to what was configured.
    more = f"cto={CONNECT_S}&rto={ANSWER_S}&redirect=no"
    if url.partition("://")[0] in FIELDS:
        more += f"&+Idempotency-Key={key}&:idempotency_key={key}"
    return f"{url}{'&' if '?' in url else '?'}{more}"


def _service(url: str) -> Any:
    _quiet()
    import apprise

    _watch_answers()
    return apprise.Apprise.instantiate(url)


def _plain_text() -> Any:
    import apprise

    return apprise.NotifyFormat.TEXT


def _quiet() -> None:
    for name in ("apprise", "urllib3", "requests"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not any(isinstance(handler, logging.NullHandler) for handler in logger.handlers):
            logger.addHandler(logging.NullHandler())


class _Answers:
    """``requests`` as two plug-ins see it: a refusal that comes with HTTP 200 is one.

    WeCom and DingTalk answer 200 whatever they think of a message and put a code into the answer,
    which apprise does not look at.
    """

    def __init__(self, requests: ModuleType) -> None:
        self._requests = requests

    def __getattr__(self, name: str) -> Any:
        return getattr(self._requests, name)

    def post(self, *arguments: Any, **options: Any) -> Any:
        answer = self._requests.post(*arguments, **options)
        try:
            content = answer.json()
        except ValueError:
            return answer
        code = content.get("errcode") if isinstance(content, dict) else None
        if code:
            _log.warning("errcode %s: %s", code, content.get("errmsg", ""))
            raise self._requests.RequestException
        return answer


_log = logging.getLogger("apprise")


def _watch_answers() -> None:
    for name in ("dingtalk", "wecombot"):
        plugin: Any = import_module(f"apprise.plugins.{name}")
        if not isinstance(plugin.requests, _Answers):
            plugin.requests = _Answers(plugin.requests)


class _Listener(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())


@contextmanager
def _said() -> Iterator[list[str]]:
    lines: list[str] = []
    listener = _Listener(lines)
    _log.addHandler(listener)
    try:
        yield lines
    finally:
        _log.removeHandler(listener)
