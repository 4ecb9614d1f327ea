"""`python -m tests.understanding.learn`: the weights of `core.understanding.danger`, from the project's corpora.

Needs scikit-learn (`pip install -e '.[train]'`) and about a minute. Learned from: `danger.jsonl`, `screening.jsonl`,
and all other corpora here as ordinary talk. `danger_exam.jsonl` is never learned from: tests ask what is found in it.
"""

from __future__ import annotations

import json
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

from core.domain.profile import Facts
from core.understanding.danger import HEAD_BITS, WEIGHTS, folded
from core.understanding.ngrams import BITS, buckets
from core.understanding.screening import by_rules
from core.understanding.words import words
from tests.understanding.corpus import rows

Row = dict[str, Any]
_SEED = 20261124
_TELLING = 2.0
"""How much rare rows of letters count more than common ones: the power of their inverse document frequency."""
_FALSE_FLAGS, _FALSE_ALARMS = 0.12, 0.04
"""Share of the look-alikes, judged by a classifier that has not seen them, above the thresholds `flag` and `sure`."""
_SHARES = (0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.14)
_MISTAKEN = 0.08
"""Share of what the rules rightly find that may lie below the threshold `harmless`, judged in the same way."""
_ODD = 0.03
"""Share of a category's rows below which an action is no answer to it."""


def main() -> None:
    corpus = _corpus()
    print(f"{len(corpus)} rows, {sum(row['action'] != 'none' for row in corpus)} of danger", flush=True)
    texts = [words(row["text"]) for row in corpus]
    dangerous = np.array([row["action"] != "none" for row in corpus])
    counts = _matrix([buckets(text) for text in texts], BITS)
    telling = _telling(counts)
    scaled = _scaled(counts, telling)
    model = LinearSVC(C=1.0, class_weight="balanced", random_state=_SEED)
    folds = StratifiedKFold(5, shuffle=True, random_state=_SEED)
    unseen = cross_val_predict(model, scaled, dangerous, cv=folds, method="decision_function", n_jobs=2)
    model.fit(scaled, dangerous)
    about: dict[str, Any] = {"bias": float(model.intercept_[0]), **_thresholds(corpus, unseen, dangerous)}
    weights = model.coef_[0] * telling
    about["unit"] = float(np.abs(weights).max()) / 32_767
    values = np.round(weights / about["unit"]).astype("<i2")
    share = telling**2
    grain = float(share.max()) / 65_535
    squares = np.round(share / grain).astype("<u2")
    about["unit"] /= math.sqrt(grain)
    about["answers"] = _answers(corpus)
    heads = [_head(about, name, corpus, texts, dangerous) for name in ("action", "category")]
    packed = zlib.compress(values.tobytes() + squares.tobytes() + b"".join(heads), 9)
    WEIGHTS.write_bytes(json.dumps(about).encode() + b"\n" + packed)
    print(f"wrote {WEIGHTS.name}, {WEIGHTS.stat().st_size // 1024} KiB; thresholds:", end=" ")
    print({name: round(about[name], 3) for name in ("harmless", "flag", "sure")})


def _corpus() -> list[Row]:
    ordinary = (row["text"] for name in ("messages", "intents", "records", "facts", "answers") for row in rows(name))
    harmless = [{"text": text, "action": "none"} for text in ordinary if not _ruled(text)[0]]
    return [*({**row, "alike": True} for row in rows("danger")), *rows("screening"), *harmless]


def _answers(corpus: Sequence[Row]) -> dict[str, list[str]]:
    """The actions that each category is met with in the corpus, but for odd ones."""
    found: dict[str, Counter[str]] = {}
    for row in corpus:
        if row["action"] != "none":
            found.setdefault(row["category"], Counter())[row["action"]] += 1
    return {name: [action for action, n in seen.items() if n >= _ODD * seen.total()] for name, seen in found.items()}


def _ruled(text: str) -> tuple[bool, bool]:
    """Whether the rules find danger, and whether they do by words alone."""
    ruled = by_rules(words(text), Facts(), None)
    return ruled.finding.red_flag, ruled.finding.red_flag and not ruled.certain


def _matrix(found: Iterable[set[int]], bits: int) -> csr_matrix:
    indices: list[int] = []
    ends = [0]
    for row in found:
        indices += sorted(row)
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(ends) - 1, 1 << bits))


def _telling(counts: csr_matrix) -> NDArray[np.float64]:
    frequency = np.asarray(counts.sum(0)).ravel()
    return np.asarray(np.log((counts.shape[0] + 1) / (frequency + 1)) ** _TELLING)


def _scaled(counts: csr_matrix, telling: NDArray[np.float64]) -> csr_matrix:
    """Rows of length 1."""
    weighed = counts @ diags(telling)
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(1)).ravel())
    return diags(1 / np.where(lengths, lengths, 1)) @ weighed


def _thresholds(corpus: Sequence[Row], unseen: NDArray[np.float64], dangerous: NDArray[np.bool_]) -> dict[str, float]:
    """`harmless` lies below nearly all that the rules rightly find."""
    likely = np.array([row["action"] == "none" and "alike" in row for row in corpus])
    harmless = np.sort(unseen[likely])[::-1]
    print("harmless rows above:", {share: round(float(harmless[int(len(harmless) * share)]), 3) for share in _SHARES})
    by_words = np.array([_ruled(row["text"])[1] for row in corpus])
    print("rightly found by words:", np.quantile(unseen[dangerous & by_words], [0.001, 0.003, 0.005, 0.01, 0.02, 0.05]))
    print("wrongly:", np.quantile(unseen[~dangerous & by_words], [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9]))
    return {
        "harmless": float(np.quantile(unseen[dangerous & by_words], _MISTAKEN)),
        "flag": float(harmless[int(len(harmless) * _FALSE_FLAGS)]),
        "sure": float(harmless[int(len(harmless) * _FALSE_ALARMS)]),
    }


def _head(
    about: dict[str, Any], name: str, corpus: Sequence[Row], texts: Sequence[str], dangerous: NDArray[np.bool_]
) -> bytes:
    """Weights of the second question as signed bytes; its biases go into `about`, in the same unit."""
    chosen = np.flatnonzero(dangerous)
    labels = np.array([corpus[at][name] for at in chosen])
    counts = _matrix([{folded(bucket) for bucket in buckets(texts[at])} for at in chosen], HEAD_BITS)
    model = LinearSVC(C=1.0, random_state=_SEED).fit(_scaled(counts, np.ones(counts.shape[1])), labels)
    unit = float(np.abs(model.coef_).max()) / 127
    biases = model.intercept_ / unit
    about["actions" if name == "action" else "categories"] = dict(
        zip(map(str, model.classes_), map(float, biases), strict=True)
    )
    return bytes(np.round(model.coef_ / unit).astype("i1").tobytes())


if __name__ == "__main__":
    main()
