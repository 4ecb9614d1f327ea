"""Who somebody is, as far as they said: the profile and the facts that fill it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from core.domain.records import Frozen

Sex = Literal["female", "male"]
GoalKind = Literal["lose_weight", "build_muscle", "get_stronger", "endurance", "health", "mobility", "stress", "event"]
Experience = Literal["beginner", "intermediate", "advanced"]
ActivityLevel = Literal["sedentary", "light", "moderate", "very", "extra"]
Equipment = Literal[
    "none",
    "dumbbells",
    "barbell",
    "gym",
    "kettlebell",
    "bands",
    "pull_up_bar",
    "bike",
    "treadmill",
    "rower",
    "pool",
    "bench",
    "rope",
]
Diet = Literal["omnivore", "vegetarian", "vegan", "halal", "kosher", "lactose_free", "gluten_free", "pescatarian"]
BodyPart = Literal[
    "knee",
    "lower_back",
    "shoulder",
    "wrist",
    "elbow",
    "neck",
    "hip",
    "ankle",
    "foot",
    "hamstring",
    "calf",
    "chest",
    "upper_back",
    "groin",
]
Condition = Literal[
    "heart", "hypertension", "diabetes", "diabetes_insulin", "asthma", "kidney", "gout", "joint", "epilepsy", "other"
]
Medication = Literal["beta_blocker", "heart_rate", "insulin", "blood_thinner", "other"]


class Facts(Frozen):
    """What one message (or all of them together) says about the person. `None` and empty mean: not said.

    `height_cm` 100–250, `weight_kg` 25–350, `age` 5–110; `days_per_week` 1–7; `minutes_per_session` 5–300.
    """

    name: str | None = None
    sex: Sex | None = None
    age: int | None = None
    birth_year: int | None = None
    height_cm: float | None = None
    weight_kg: float | None = None
    goal_weight_kg: float | None = None
    goal: GoalKind | None = None
    goal_text: str | None = None
    experience: Experience | None = None
    activity_level: ActivityLevel | None = None
    equipment: tuple[Equipment, ...] = ()
    dumbbell_kg: float | None = None
    days_per_week: int | None = None
    minutes_per_session: int | None = None
    diet: tuple[Diet, ...] = ()
    injuries: tuple[BodyPart, ...] = ()
    conditions: tuple[Condition, ...] = ()
    medications: tuple[Medication, ...] = ()
    pregnant: bool | None = None
    breastfeeding: bool | None = None
    zone: str | None = None
    """IANA name."""
    country: str | None = None
    """ISO 3166 alpha-2, upper case."""
    load_unit: Literal["kg", "lb", "jin"] | None = None
    distance_unit: Literal["km", "mile"] | None = None


NO_FACTS = Facts()


def merge(known: Facts, said: Facts) -> Facts:
    """Known facts with what was said now: single values replaced, sets joined ("none" clears equipment)."""
    if said == NO_FACTS:
        return known
    update: dict[str, object] = {}
    for field in Facts.model_fields:
        new = getattr(said, field)
        if new is None or new == ():
            continue
        if isinstance(new, tuple) and field != "equipment":
            new = tuple(dict.fromkeys((*getattr(known, field), *new)))
        update[field] = new
    return known.model_copy(update=update) if update else known


ParqAnswer = Literal["clear", "flagged"]


class Readiness(Frozen):
    """Answers to the readiness questions (seven topics of PAR-Q+, paraphrased). Valid 12 months, void when health
    changes."""

    answered_on: date
    result: ParqAnswer
    topics: tuple[int, ...] = ()
    """Numbers (1–7) of the topics answered with yes."""


ADULT = 18
"""Years: younger people are planned for with care, and have no name on boards."""


class Profile(Frozen):
    """The person: facts, what they would rather not say, and the readiness answers."""

    facts: Facts = Facts()
    skipped: tuple[str, ...] = ()
    """Names of facts the person skipped; not asked again unless needed for safety."""
    age_said_on: date | None = None
    readiness: Readiness | None = None
    ed_signal: bool = False
    """An eating-disorder signal was seen: no deficit by any route."""

    def age_on(self, day: date) -> int | None:
        """Whole years, from the birth year or from an age said earlier; `None` if neither is known."""
        if self.facts.birth_year is not None:
            return day.year - self.facts.birth_year
        if self.facts.age is None:
            return None
        since = self.age_said_on or day
        return self.facts.age + max(0, (day - since).days // 365)
