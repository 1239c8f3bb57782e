"""The demonstration center: its data, its past and its traffic."""
