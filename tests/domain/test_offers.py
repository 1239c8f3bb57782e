"""The next best where none of the own members may go."""

from dataclasses import replace

from console.domain.crew import Crew
from console.domain.offers import OfferKind, offers
from console.domain.people import Badge, BadgeLevel, Duty, Member, Unit
from console.domain.ranking import Obstacle, propose
from tests.domain.test_ranking import INCIDENT, TODAY, TREE, YESTERDAY, member


def helper(number: int, unit: Unit, away: float = 0.0, **other: object) -> Member:
    known = replace(
        member(number, "", away=away), unit=unit, organisation=f"{unit.value} {number}"
    )
    return replace(known, **other)  # type: ignore[arg-type]


def test_the_next_best_come_in_order_and_the_nearest_first() -> None:
    crew = Crew(
        TREE,
        [
            helper(1, Unit.PARTNER),
            helper(2, Unit.SQUAD, 9),
            helper(3, Unit.SQUAD, 2),
            helper(4, Unit.SQUAD, 20),
            helper(5, Unit.NEIGHBOUR),
        ],
    )
    found = offers(INCIDENT, "security", crew, TODAY)
    assert [(way.kind, way.member and way.member.id) for way in found.ways] == [
        (OfferKind.NEIGHBOURING_GRID, None),
        (OfferKind.SQUAD, 3),
        (OfferKind.SQUAD, 2),
        (OfferKind.NEIGHBOURING_COMMUNITY, 5),
        (OfferKind.TOWN, None),
        (OfferKind.PARTNER, 1),
    ]
    assert found.ways[1].eta is not None
    # The rule for own members stays: others are no candidates.
    assert propose(INCIDENT, "security", crew, TODAY).candidates == ()


def test_who_of_them_may_not_go_either_is_not_offered() -> None:
    fire = (Badge("fire", BadgeLevel.HELD),)
    ended = (Badge("security", BadgeLevel.HELD, YESTERDAY),)
    crew = Crew(
        TREE,
        [
            helper(1, Unit.SQUAD, duty=Duty.OFF),
            helper(2, Unit.SQUAD, badges=fire),
            helper(3, Unit.PARTNER, badges=ended),
            helper(4, Unit.PARTNER, load=3),
            helper(5, Unit.NEIGHBOUR, duty=Duty.BREAK),
        ],
    )
    ways = offers(INCIDENT, "security", crew, TODAY).ways
    assert [(way.kind, way.organisation) for way in ways[1:]] == [
        (OfferKind.ASK_NEIGHBOUR, "neighbour 5"),
        (OfferKind.TOWN, ""),
    ]


def test_what_is_missing_is_counted_for_the_own_members() -> None:
    training = (Badge("security", BadgeLevel.TRAINING),)
    ended = (Badge("security", BadgeLevel.HELD, YESTERDAY),)
    crew = Crew(
        TREE,
        [
            replace(member(1), duty=Duty.BREAK),
            replace(member(2), duty=Duty.BREAK),
            replace(member(3), badges=ended),
            replace(member(4), badges=training),
            member(5, load=3),
            helper(6, Unit.SQUAD, duty=Duty.OFF),
        ],
    )
    assert dict(offers(INCIDENT, "security", crew, TODAY).missing.obstacles) == {
        Obstacle.ON_BREAK: 2,
        Obstacle.EXPIRED: 1,
        Obstacle.IN_TRAINING: 1,
        Obstacle.AT_LIMIT: 1,
    }
    assert offers(INCIDENT, "food_drug", crew, TODAY).missing.obstacles == ()
