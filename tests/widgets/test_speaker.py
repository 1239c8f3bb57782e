"""Sounds are short, distinct and clean; a machine without an audio device is no trouble."""

import wave
from io import BytesIO

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from console.domain.alarms import Grade
from console.widgets.speaker import LoudSpeaker
from console.widgets.tones import RATE, TONES, wav


@pytest.mark.parametrize("name", TONES)
def test_a_sound_is_short_begins_and_ends_in_silence_and_never_cracks(name: str) -> None:
    with wave.open(BytesIO(wav(name))) as file:
        assert (file.getnchannels(), file.getframerate()) == (1, RATE)
        assert 0.2 < file.getnframes() / RATE < 1.2
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(int)
    assert abs(samples[0]) < 200
    assert abs(samples[-1]) < 200
    assert 12_000 < abs(samples).max() < 32_000
    assert abs(np.diff(samples)).max() < 9_000


def test_each_grade_has_a_sound_of_its_own_and_graver_ones_have_more_pulses() -> None:
    names = [grade.name.lower() for grade in Grade]
    assert {*names, "flood"} == set(TONES)
    assert len({wav(name) for name in TONES}) == len(TONES)
    pulses = [len(TONES[name]) for name in names]
    assert pulses == sorted(pulses, reverse=True)
    assert len(set(pulses)) == len(pulses)


def test_without_an_audio_device_nothing_is_played_and_nothing_complains(qtbot: QtBot) -> None:
    speaker = LoudSpeaker()
    heard = speaker.play("low", 10)
    # After the speaker, which reads it in silence.
    from PySide6.QtMultimedia import QMediaDevices

    assert heard is not QMediaDevices.defaultAudioOutput().isNull()
    speaker.stop()
