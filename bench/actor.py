"""Who does what is measured."""

from console.domain.rights import Actor

ACTOR = Actor("bench", "bench-1")
