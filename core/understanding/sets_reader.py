"""The notation of sets, read from left to right: products (`60kg x 5 x 5`), lists, loads, counts, rests."""

from __future__ import annotations

from dataclasses import replace

from core.understanding.activities import UNLOADED_TOO, counted
from core.understanding.built import is_duration, is_mass, rests_beside
from core.understanding.draft import Draft
from core.understanding.sets_parts import Group, Load, each_side, role, without_ordinals
from core.understanding.tokens import Token

CLEARLY_LOAD = 40
"""From here on the first number of `AxB` is a load, not a number of sets (unless the load is said elsewhere)."""
CLEARLY_SETS = 12
"""Up to here it is a number of sets; between the two it is asked."""
_BARE_LOAD = 20
_SHORTEST_S = 60
_ROW = 3
_ALONE_REPS = 60


class SetsReader:
    """Reads the items of one exercise from left to right."""

    def __init__(self, draft: Draft) -> None:
        self.name = draft.name
        self.way = counted(draft.name)
        self.items = each_side(without_ordinals(draft.items))
        self.groups: list[Group] = []
        self.load: Load | None = None
        self.pending: int | None = None
        self.rest_s: float | None = None
        self.duration_s: float | None = None
        self.doubtful: tuple[int, int] | None = None
        self.weighted = any(is_mass(t) or (t.kind == "list" and t.name) for t in draft.items)
        self.waiting: list[Load] = []
        """Loads said in a row, whose repetitions follow: `60/80/100kg 各5个`."""
        self.unused: list[Load] = []
        self.resting = False
        self.split: int | None = None
        """Repetitions of a set where the total was said: `50 in 5 sets of 10` says them again."""
        self.load_used = False
        self.total = False
        """Repetitions of all sets together follow: `5组一共100个`."""
        self.head_at = draft.head_at
        at = 0
        while at < len(self.items):
            at = self._read(at)
        self._left_over()

    def _left_over(self) -> None:
        """Loads in a row with the repetitions before them, or with none; rounds of so many seconds."""
        if self.way == "reps" and self.pending and self.duration_s and not self.groups:
            self.groups = [Group(sets=self.pending, hold_s=self.duration_s)]
            self.duration_s = self.pending = None
        if not self.waiting:
            return
        one = self.groups.pop() if len(self.groups) == 1 and self.groups[0].load is None else Group()
        self.groups += [replace(one, load=load) for load in self.waiting]

    def _read(self, at: int) -> int:
        if (passed := self._row_of_reps(at) or self._row_of_loads(at)) > at:
            return passed
        chain = self._chain(at)
        if len(chain) > 1:
            self._product(chain)
            return at + 2 * len(chain) - 1
        token = self.items[at]
        match token.kind:
            case "qty":
                self._quantity(token, at)
            case "num":
                self._number(token, at)
            case "list" | "pair":
                self._several(token)
            case "time" if self.way == "hold":
                self._held(token.value)
            case "time":
                self.duration_s = self.duration_s or token.value
            case "word" if token.name == "last_set":
                self._last_set(int(token.value))
            case "word" if token.name == "sum":
                self.total = True
            case "word" if token.name == "each" and len(self.unused) > 1:
                self.waiting = self.unused
            case "topic" if token.name == "rest":
                self._rest(at)
        return at + 1

    def _last_set(self, reps: int) -> None:
        """`35kg 3x8 (last set 6)`."""
        last = self.groups[-1] if self.groups else None
        if last is not None and last.sets > 1 and last.reps is not None and reps:
            last.sets -= 1
            self.groups.append(replace(last, sets=1, reps=reps))

    def _row_of_reps(self, at: int) -> int:
        """`15kg x12 x12 x10`: where it ends, or 0."""
        first = self.items[at]
        reps: list[int] = []
        end = at + 1
        while end + 1 < len(self.items) and self.items[end].kind == "times" and self.items[end + 1].kind == "num":
            reps.append(int(self.items[end + 1].value))
            end += 2
        heavy = is_mass(first) or (first.kind == "num" and first.value >= _BARE_LOAD)
        if not heavy or len(reps) < _ROW or max(reps) > _BARE_LOAD * 2:
            return 0
        self._loaded(Load(first.value, first.name))
        for count in reps:
            self._use(Group(reps=count, load=self.load))
        return end

    def _row_of_loads(self, at: int) -> int:
        """`40 45 50 x5`: where it ends, or 0."""
        end = at
        while end < len(self.items) and self.items[end].kind == "num" and self.items[end].value >= _BARE_LOAD:
            end += 1
        chained = self.items[end : end + 2]
        if self.way != "lift" or end - at < _ROW or [t.kind for t in chained] != ["times", "num"]:
            return 0
        for token in self.items[at:end]:
            self._use(Group(reps=int(chained[1].value), load=Load(token.value)))
        self.load = Load(self.items[end - 1].value)
        return end + 2

    def _chain(self, at: int) -> list[Token]:
        """Numbers joined by `x`, from `at` on."""
        chain: list[Token] = []
        while at < len(self.items) and self.items[at].kind in ("qty", "num") and len(chain) < 3:
            chain.append(self.items[at])
            if at + 2 >= len(self.items) or self.items[at + 1].kind != "times":
                break
            at += 2
        return chain

    def _product(self, chain: list[Token]) -> None:
        named = {role(t): t for t in chain if role(t)}
        plain = [t.value for t in chain if not role(t)]
        if "load" in named:
            load = Load(named["load"].value, named["load"].name)
            if plain == [2.0] and chain[-1] is named["load"] and sum(t.kind == "times" for t in self.items) > 1:
                # "2x16kg, 3x10": a pair of dumbbells
                self._loaded(load)
                return
            if len(chain) == 2 and len(plain) == 1 and plain[0] >= CLEARLY_LOAD and load.value <= _BARE_LOAD:
                # "205x1 lbs": the unit stands behind both
                load, plain = Load(plain[0], load.unit), [load.value]
            # load first: load x reps x sets; load last: sets x reps x load
            rest = plain if chain[0] is not named["load"] or len(plain) < 2 else plain[::-1]
            self._group(rest, named, load)
        elif len(plain) == 3:
            first_is_load = plain[0] >= _BARE_LOAD or (plain[0] > CLEARLY_SETS and plain[2] <= CLEARLY_SETS)
            load = Load(plain[0] if first_is_load else plain[2])
            self._group(plain[:0:-1] if first_is_load else plain[:2], named, load)
        elif len(plain) == 2 and not self._counts_heads(chain) and self._load_first(plain[0], plain[1]):
            self._group(plain[1:], named, Load(plain[0], self.load.unit if self.load else ""))
        else:
            around = len(plain) == 2 and chain[0].end <= self.head_at <= chain[1].start
            reverse = (
                around
                or ("reps" in named and chain[0] is named["reps"])
                or ("sets" in named and chain[0] is not named["sets"])
            )
            self._group(plain[::-1] if reverse and len(plain) == 2 else plain, named, None)

    def _counts_heads(self, chain: list[Token]) -> bool:
        """`20 squats x5`: the first number is of repetitions."""
        return chain[0].end <= self.head_at <= chain[-1].start and chain[0].value < CLEARLY_LOAD

    def _load_first(self, first: float, second: float) -> bool:
        if self.load is not None and self.load.value == first >= _BARE_LOAD:
            # "上100了，100x1"
            return True
        if self.way != "lift" or (self.load is not None and not self.load_used):
            return False
        if first >= CLEARLY_LOAD or first != int(first):
            return True
        if first > CLEARLY_SETS and not self.groups and not self.weighted:
            self.doubtful = (int(first), int(second))
        return first > CLEARLY_SETS and bool(self.groups)

    def _group(self, plain: list[float], named: dict[str, Token], load: Load | None) -> None:
        group = Group(load=load or self.load)
        if "hold" in named:
            group.hold_s = named["hold"].value
        if "sets" in named:
            group.sets = int(named["sets"].value)
        if "reps" in named:
            group.reps = int(named["reps"].value)
        for value in reversed(plain):
            if group.reps is None and group.hold_s is None:
                group.reps = int(value)
            elif "sets" not in named:
                group.sets = int(value)
        if self.way == "hold" and group.hold_s is None and group.reps is not None:
            group.hold_s, group.reps = float(group.reps), None
        self._use(group)
        if load is not None:
            self.load = load
            self._spread(load)

    def _use(self, group: Group) -> None:
        whole = self.groups[0] if len(self.groups) == 1 and self.groups[0].sets == 1 else None
        if whole and whole.reps and group.sets > 1 and whole.reps == group.sets * (group.reps or 0):
            # "60 squats, 3 sets of 20"
            self.groups.clear()
        if len(self.waiting) > 1 and group.load in (None, self.waiting[-1]):
            self.groups += [replace(group, load=load) for load in self.waiting]
        else:
            self.groups.append(group)
        self.waiting, self.unused = [], []
        self.load_used = True

    def _quantity(self, token: Token, at: int) -> None:
        if is_mass(token):
            self._loaded(Load(token.value, token.name), behind=at > 0 and self.items[at - 1].name == "at")
        elif token.name == "set":
            previous = self.items[at - 1] if at else None
            if (
                self.groups
                and previous is not None
                and (role(previous) in ("reps", "hold") or (token.flag and previous.kind == "num"))
                and self.groups[-1].sets == 1
            ):
                self.groups[-1].sets = int(token.value)
            elif previous is not None and previous.name == "in" and self._split(int(token.value)):
                pass
            else:
                self.pending = int(token.value)
        elif token.name in ("rep", "times") and self.way == "hold" and self.groups and self.groups[-1].sets == 1:
            self.groups[-1].sets = int(token.value)
        elif token.name in ("rep", "times") and self.way == "hold" and self.pending is None:
            self.pending = int(token.value)
        elif token.name in ("rep", "times"):
            self._reps(token.value)
        elif token.name == "dur":
            self._timed(token, at)

    def _split(self, sets: int) -> bool:
        """`100个分4组`: the repetitions were said in total."""
        group = self.groups[-1] if self.groups else None
        if group is None or not group.reps or group.sets != 1 or sets < 1 or group.reps % sets:
            return False
        group.sets, group.reps = sets, group.reps // sets
        self.split = group.reps
        return True

    def _timed(self, token: Token, at: int) -> None:
        if self.resting or rests_beside(self.items, at):
            self.rest_s, self.resting = token.value, False
        elif self.way == "hold":
            self._held(token.value)
        elif self.way == "lift" and token.value < _SHORTEST_S and not self.weighted and self.load is None:
            # dumbbells by their size: "22.5s 3x10"
            self._loaded(Load(token.value))
        else:
            self.duration_s = self.duration_s or token.value

    def _rest(self, at: int) -> None:
        self.resting = not (at and is_duration(self.items[at - 1]) and self.rest_s is not None)

    def _number(self, token: Token, at: int) -> None:
        before = self.items[at - 1] if at else None
        if self.split == token.value and before is not None and before.name == "set":
            self.split = None
            return
        if not token.value:
            return
        if self.resting and token.value >= 10:
            self.rest_s, self.resting = token.value, False
        elif before is not None and before.name == "at" and token.value >= _BARE_LOAD / 2 and self.way == "lift":
            self._loaded(Load(token.value, self.load.unit if self.load else ""), behind=True)
        elif self._heavier(token, at):
            self._loaded(Load(token.value, self.load.unit if self.load else ""))
        elif self.pending is not None or (before is not None and before.name == "for"):
            self._reps(token.value)
        elif self.way == "lift" and token.value >= _BARE_LOAD and self._sets_follow(at) and not self._sums(token):
            self._loaded(Load(token.value, self.load.unit if self.load else ""))
        elif self._alone(token) or (
            token.end <= self.head_at and token.value == int(token.value) and not self._load_of_reps(token)
        ):
            self._reps(token.value)
        elif (
            self.way == "lift" and self.load is None and not self.weighted and token.value >= _BARE_LOAD
        ) or self._light(token):
            self._loaded(Load(token.value))
        elif token.value == int(token.value):
            self._reps(token.value)

    def _light(self, token: Token) -> bool:
        """The last 12 of `flyes 3x12 12`: the load of equal sets."""
        if self.way != "lift" or self.load is not None or self.weighted or self.name in UNLOADED_TOO:
            return False
        return token is self.items[-1] and len(self.groups) == 1 and self.groups[0].sets > 1

    def _sets_follow(self, at: int) -> bool:
        """`120 for 5`, `then 120 5x5`."""
        after = self.items[at + 1 : at + 4]
        chained = len(after) > 1 and after[0].kind == "num" and after[1].kind == "times"
        return chained or (bool(after) and after[0].name == "for")

    def _load_of_reps(self, token: Token) -> bool:
        """`a 140 deadlift single`."""
        later = [t for t in self.items if t.start >= self.head_at]
        reps = any(t.kind == "times" or (t.kind == "qty" and t.name == "rep") for t in later)
        heavy = self.way == "lift" and token.value >= CLEARLY_LOAD and not self.weighted
        return heavy and reps and not self._sums(token)

    def _sums(self, whole: Token) -> bool:
        """`100 squats, 4x25`: a total before its sets."""
        return any(
            b.kind == "times" and a.kind == c.kind == "num" and a.value * c.value == whole.value
            for a, b, c in zip(self.items, self.items[1:], self.items[2:], strict=False)
        )

    def _heavier(self, token: Token, at: int) -> bool:
        """The 70 of `60公斤做了10个然后70做了8个`."""
        counted_next = at + 1 < len(self.items) and self.items[at + 1].name == "rep"
        return counted_next and self.way == "lift" and self.load_used and token.value >= _BARE_LOAD

    def _alone(self, token: Token) -> bool:
        """`squats 50`: repetitions of something usually done without a load."""
        numbers = [t for t in self.items if t.kind in ("qty", "num", "list")]
        return len(numbers) == 1 and self.name in UNLOADED_TOO and token.value <= _ALONE_REPS

    def _several(self, token: Token) -> None:
        self.pending = None
        if token.name:
            self.waiting = [Load(value, token.name) for value in token.values]
            return
        if self._are_loads(token):
            self.waiting = [Load(value) for value in token.values]
            return
        if len(self.waiting) == len(token.values):
            self.groups += [Group(reps=int(n), load=load) for n, load in zip(token.values, self.waiting, strict=True)]
            self.waiting = []
            return
        if len(self.groups) == 1 and self.groups[0].sets == 1 and self.groups[0].reps == sum(token.values):
            # "30 pull ups: 10, 8, 7, 5"
            self.groups.clear()
        for n in token.values:
            self._use(Group(reps=int(n), load=self.load))

    def _are_loads(self, token: Token) -> bool:
        """`重量60、65、70，每组5个`: heavy numbers beside counted repetitions."""
        if self.way != "lift" or self.load is not None or min(token.values) < _BARE_LOAD:
            return False
        behind = self.items[self.items.index(token) + 1 :][:1]
        return any(t.name == "rep" for t in self.items) or any(t.kind == "times" for t in behind)

    def _reps(self, value: float) -> None:
        """`3 sets: 10, 8, 6` are three sets of one each, `3 sets of 10` three equal ones."""
        if self.total and (self.groups or (self.pending or 1) > 1):
            if self.pending and not self.groups:
                value = value / self.pending if value % self.pending == 0 else value
            else:
                return
        if (
            self.pending is not None
            and self.pending > 1
            and self._one_count()
            and self.pending == self._numbers_left(value)
        ):
            self.pending = None
        self._use(Group(sets=self.pending or 1, reps=int(value), load=self.load))
        self.pending = None

    def _one_count(self) -> bool:
        """Whether sets are counted once: `2 sets of 12 and 1 set of 8` counts them twice."""
        return sum(t.name == "set" for t in self.items) < 2

    def _numbers_left(self, value: float) -> int:
        counts = [t for t in self.items if t.kind == "num" or (t.kind == "qty" and t.name in ("rep", "times"))]
        at = next((i for i, t in enumerate(counts) if t.value == value), 0)
        return len(counts) - at

    def _held(self, seconds: float) -> None:
        if self.pending is not None and self.pending == sum(is_duration(t) or t.kind == "time" for t in self.items):
            self.pending = None
        self._use(Group(sets=self.pending or 1, hold_s=seconds, load=self.load))
        self.pending = None

    def _loaded(self, load: Load, *, behind: bool = False) -> None:
        """`behind`: said with `at` after its sets (`3x5 at 90kg then 1x8 at 80kg`)."""
        first = self.load is None
        if behind and not first and self.load_used and self.groups[-1].load == self.load and len(self.groups) > 1:
            self.groups[-1].load = load
        self.load, self.load_used = load, False
        self.unused = [*self.unused, load]
        if first:
            self._spread(load)

    def _spread(self, load: Load) -> None:
        """A load said after its sets is theirs."""
        if all(g.load is None for g in self.groups):
            self.groups = [replace(g, load=load) for g in self.groups]
