"""A loudspeaker that writes down what it was asked to play: no machine of ours has any."""


class Recorder:
    """Keeps the names of all sounds, and how loud each was to be, in the order asked for."""

    def __init__(self, *, device: bool = True) -> None:
        self.device = device
        self.played: list[tuple[str, int]] = []
        self.stops = 0

    @property
    def names(self) -> list[str]:
        """The names of all sounds."""
        return [name for name, _volume in self.played]

    def play(self, name: str, volume: int) -> bool:
        """Write a sound down; it is heard where there is a device."""
        self.played.append((name, volume))
        return self.device

    def stop(self) -> None:
        """Count how often silence was asked for."""
        self.stops += 1
