"""How members are told: channels, what is sent through them, and when it is tried again."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from console.domain.errors import Refusal, Refused

LANGUAGES = ("zh", "en")
"""The languages in which a channel can speak."""

PAUSES = (
    timedelta(seconds=5),
    timedelta(seconds=15),
    timedelta(seconds=45),
    timedelta(minutes=2),
    timedelta(minutes=6),
)
"""The waits between tries: three times the one before, nine minutes in all, then it has failed."""

TRIES = len(PAUSES) + 1

LEASE = timedelta(minutes=2)
"""So long a message belongs to the console that is sending it; then another one may."""

SECRET = re.compile(r"\{secret:([A-Z][A-Z0-9_]{0,39})\}")
"""A place in an address where a secret goes, by its name."""

MEMBER = "{to}"
"""The place in an address where a member's own address goes."""

_LONG = 16
_WORD = re.compile(r"[A-Za-z0-9_%-]+")
_PASSWORD = re.compile(r"^[a-z][a-z0-9+]*://[^/?@:]*:[^/?@]+@")


class Delivery(StrEnum):
    """Where a message stands."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class Tidings(StrEnum):
    """What a message tells the member; a trial is in no outbox."""

    DISPATCHED = "dispatched"
    WITHDRAWN = "withdrawn"
    TRIAL = "trial"


class Trouble(StrEnum):
    """Why a message did not go out; what a service said itself stands beside it."""

    REFUSED = "refused"
    NO_SECRET = "no_secret"  # noqa: S105 - the name of a trouble
    NO_CHANNEL = "no_channel"
    BAD_ADDRESS = "bad_address"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to tell members; ``address`` is an apprise URL without any secret in the clear."""

    code: str
    name: str
    address: str
    language: str = "zh"
    is_default: bool = True


@dataclass(frozen=True, slots=True)
class Message:
    """A message in the outbox; ``key`` is the same however often it is sent."""

    id: int
    key: str
    incident: int
    member: int
    member_name: str
    channel: str
    tidings: Tidings
    text: str
    due_at: datetime | None
    state: Delivery
    tries: int
    queued_at: datetime
    next_try_at: datetime
    sent_at: datetime | None
    trouble: str


def trial(channel: str, key: str, now: datetime) -> Message:
    """A message that only tries a channel."""
    return Message(
        id=0,
        key=key,
        incident=0,
        member=0,
        member_name="",
        channel=channel,
        tidings=Tidings.TRIAL,
        text="",
        due_at=None,
        state=Delivery.QUEUED,
        tries=1,
        queued_at=now,
        next_try_at=now,
        sent_at=None,
        trouble="",
    )


def message_key(assignment: int, tidings: Tidings) -> str:
    """The idempotency key: one assignment is told one thing once."""
    return f"{tidings.value}-{assignment}"


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many failed tries; None if that was the last one."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None


def secrets_in(address: str) -> tuple[str, ...]:
    """The names of the secrets that an address needs."""
    return tuple(dict.fromkeys(SECRET.findall(address)))


def checked_channel(channel: Channel) -> Channel:
    """A channel that may be kept.

    Raises:
        Refusal: BAD_VALUE for what cannot be; OPEN_ADDRESS if something in the address looks
            like a password, a key or a token.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,31}", channel.code):
        raise Refusal(Refused.BAD_VALUE, field="code", value=channel.code[:40])
    if not channel.name.strip():
        raise Refusal(Refused.MISSING, field="name")
    if channel.language not in LANGUAGES:
        raise Refusal(Refused.BAD_VALUE, field="language", value=channel.language[:10])
    address = channel.address
    bare = SECRET.sub("", address).replace(MEMBER, "")
    # Never told back: it may be the secret itself.
    if not re.match(r"[a-z][a-z0-9+]*://", address) or re.search(r"[{}\s]", bare):
        raise Refusal(Refused.BAD_VALUE, field="address", value="…")
    if _in_clear(address):
        raise Refusal(Refused.OPEN_ADDRESS, channel=channel.code)
    return channel


def _in_clear(address: str) -> bool:
    """Whether an address holds a password, or a long word of letters and digits like a token."""
    if _PASSWORD.match(SECRET.sub("", address)):
        return True
    return any(
        len(word) >= _LONG and re.search(r"\d", word) and re.search(r"[A-Za-z]", word)
        for word in _WORD.findall(SECRET.sub(" ", address))
    )


_WORDS = {
    "zh": {
        Tidings.DISPATCHED: "派遣",
        Tidings.WITHDRAWN: "撤回派遣，不必再去",
        Tidings.TRIAL: "通道测试，无需处理",
        "due": "请在 {due} 前接单",
        "key": "消息号",
    },
    "en": {
        Tidings.DISPATCHED: "Dispatch",
        Tidings.WITHDRAWN: "Dispatch withdrawn, do not go",
        Tidings.TRIAL: "Trial of the channel, nothing is to be done",
        "due": "Accept by {due}",
        "key": "Message",
    },
}
"""What a member reads, in the channel's language: it must not hang on a console's."""


def wording(message: Message, language: str, zone: ZoneInfo) -> tuple[str, str]:
    """The title and the text of a message; the same for every try."""
    words = _WORDS[language if language in _WORDS else LANGUAGES[0]]
    if message.tidings is Tidings.TRIAL:
        return words[Tidings.TRIAL], f"{words['key']} {message.key}"
    title = f"{words[message.tidings]} {message.incident:04d}"
    lines = [message.text, f"→ {message.member_name}"]
    if message.tidings is Tidings.DISPATCHED and message.due_at is not None:
        due = f"{message.due_at.astimezone(zone):%m-%d %H:%M}"
        lines.append(words["due"].format(due=due))
    lines.append(f"{words['key']} {message.key}")
    return title, "\n".join(lines)
