"""The sounds of alarms, made out of nothing: short, and told apart by their rhythm.

The graver, the more pulses and the faster: so that they can be told apart also by whoever hears
high tones badly, or through a bad loudspeaker.
"""

import wave
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

RATE = 44_100
"""Samples a second."""

EDGE_S = 0.008
"""So long a pulse swells and dies away, in seconds: without that it would crack."""

LOUDNESS = 0.8
"""The largest sample, as a share of what there can be."""

OVERTONES = (1.0, 0.35, 0.15)
"""How strong the tone and its overtones are: several make it easier to find where it is from."""


class Pulse(NamedTuple):
    """A tone in hertz, how long it lasts, and how long it is silent after it, in seconds."""

    tone: float
    length: float
    rest: float


def _pulses(*tones: float, length: float, rest: float) -> tuple[Pulse, ...]:
    return tuple(Pulse(tone, length, rest) for tone in tones)


TONES: Mapping[str, tuple[Pulse, ...]] = {
    "emergency": _pulses(988, 784, 988, 784, 988, 784, length=0.13, rest=0.04),
    "high": _pulses(784, 784, 784, length=0.14, rest=0.09),
    "medium": _pulses(659, 523, length=0.18, rest=0.12),
    "low": _pulses(523, length=0.3, rest=0.0),
    "flood": _pulses(523, 587, 659, 784, length=0.09, rest=0.02)
    + _pulses(523, length=0.4, rest=0),
}
"""What sounds for each grade of alarm, and for a flood of them."""


def wav(name: str) -> bytes:
    """A sound as the content of a WAV file, one channel.

    Raises:
        KeyError: If there is none of that name.
    """
    samples = np.concatenate([_samples(pulse) for pulse in TONES[name]])
    content = BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples * LOUDNESS * 32767).astype("<i2").tobytes())
    return content.getvalue()


def _samples(pulse: Pulse) -> NDArray[np.float64]:
    at = np.arange(round(pulse.length * RATE)) / RATE
    sound = sum(
        share * np.sin(2 * np.pi * pulse.tone * number * at)
        for number, share in enumerate(OVERTONES, 1)
    ) / sum(OVERTONES)
    swell = np.minimum(1.0, np.minimum(at, at[::-1]) / EDGE_S)
    fading = np.exp(-3 * at / pulse.length) if pulse.length > 0.2 else 1.0
    silence = np.zeros(round(pulse.rest * RATE))
    found: NDArray[np.float64] = np.concatenate([sound * swell * fading, silence])
    return found
