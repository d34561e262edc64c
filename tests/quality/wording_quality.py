"""How well changes inside a pair are found, and how they read: tables, not tests.

    python -m tests.quality.wording_quality GOLD [--only TABLE] [--half A|B] [--worst N] [--prosediff PYTHON]

GOLD is the folder of the gold data. The tables:

    spans       changed characters against hand-marked ones (precision, recall, F1) and the share of
                the highlighted spans that stand on word boundaries. Moved words are not changed
                ones, as the gold has it, unless 'moves' says so; '+ typography': case and hyphens
                are changes, as the gold has it
    reading     changes per changed pair, kept words standing alone between two changes per changed
                pair, median words of a change; moved words are changes here
    typography  texts set in another way: how many pairs show a change (none should)
    kinds       share of words of matter that survive in lightly revised and in strongly reworded
                pairs: AUC, and the confusion at the cut
    sentences   sentences of known correspondence, aligned as those of one paragraph: F1 of pairs
    speed       milliseconds a pair, and seconds for paragraphs of 20,000 words
"""

import argparse
import difflib
import hashlib
import json
import random
import re
import statistics
import subprocess
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diffing.measures.classification import EDITED_SHARE, kind_of
from diffing.measures.survival import survival
from diffing.model import Kind, Op, Pair, Span
from diffing.sources.files import read
from diffing.text.spelling import Spelling
from diffing.text.tokens import tokens_of
from diffing.text.words import words
from diffing.wording.sentence_alignment import align_sentences
from diffing.wording.word_diff import compare_words

Case = dict[str, Any]
Texts = tuple[str, str]
Ranges = list[tuple[int, int]]

SPAN_SETS = ("spans-arxivedits", "spans-mwa-wiki")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ONESTOP_PAIRS = 50
LIGHT = ("bible-es-rv1909-rv1865-plain", "bible-en-kjv-web-plain", *SPAN_SETS)
STRONG = ("bible-en-kjv-bbe-plain", "bible-en-asv-ylt-plain", "onestop-equal", "onestop-unequal")
# Of the onestop sets only the widest step, from the advanced to the elementary level.
LEVELS = "adv-ele"
KIND_PAIRS = 400
LONG_PARAGRAPH = 20_000
TYPOGRAPHY_TEXTS = 150


class Way(NamedTuple):
    """A way to compare, and which of its spans a reader sees as changed."""

    name: str
    compare: Callable[[str, str], Sequence[Span]]
    is_change: Callable[[Span], bool]


def by_difflib(left: str, right: str) -> list[Span]:
    """Spans as difflib makes them of words and marks: the baseline."""
    pieces = [re.findall(r"\w+\s*|[^\w\s]\s*|\s+", text) for text in (left, right)]
    keys = [[piece.strip() for piece in side] for side in pieces]
    spans = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        spans.append(Span(Op(tag), "".join(pieces[0][a:b]), "".join(pieces[1][c:d])))
    return spans


def reworded(span: Span) -> bool:
    return span.op is not Op.EQUAL


def reworded_or_set_otherwise(span: Span) -> bool:
    return span.op is not Op.EQUAL or (span.typographic and span.left != span.right)


def differs(span: Span) -> bool:
    return span.differs


WAYS = (
    Way("newsdiff", compare_words, reworded),
    Way("+ typography", compare_words, reworded_or_set_otherwise),
    Way("+ moves", compare_words, differs),
    Way("difflib", by_difflib, reworded),
)


def load(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def half_of(name: str) -> str:
    return "AB"[hashlib.sha256(name.encode()).digest()[0] % 2]


def linked(case: Case) -> list[Texts]:
    """The changed pairs of linked paragraphs of an alignment case, or the pair of a span case."""
    if "links" not in case:
        return [(case["left"], case["right"])]
    pairs = (
        ("\n".join(case["left"][i] for i in link["left"]), "\n".join(case["right"][j] for j in link["right"]))
        for link in case["links"]
    )
    return [pair for pair in pairs if pair[0] != pair[1]]


# ---------------------------------------------------------------- spans


def ranges(spans: Iterable[Span], side: str, is_change: Callable[[Span], bool]) -> Ranges:
    """The highlighted ranges of a side, without white space at their ends."""
    found, position = [], 0
    for span in spans:
        text = getattr(span, side)
        if is_change(span) and text.strip():
            start = position + len(text) - len(text.lstrip())
            found.append((start, start + len(text.strip())))
        position += len(text)
    return found


def characters(text: str, marked: Iterable[Sequence[int]]) -> set[int]:
    """The marked characters, white space left out."""
    return {at for start, end in marked for at in range(start, end) if not text[at].isspace()}


def on_boundary(text: str, start: int, end: int) -> bool:
    """Whether neither end of a range falls inside a word."""

    def binds(at: int) -> bool:
        return 0 <= at < len(text) and (text[at].isalnum() or unicodedata.category(text[at]) in ("Mn", "Mc"))

    return not (binds(start - 1) and binds(start)) and not (binds(end - 1) and binds(end))


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float
    boundary: float


def score(cases: Sequence[Case], way: Way) -> tuple[Score, list[tuple[int, Case]]]:
    """The score over the cases, and each case with its number of wrong characters."""
    hit = predicted = gold = good = marked = 0
    wrong = []
    for case in cases:
        spans = way.compare(case["left"], case["right"])
        misses = 0
        for side in ("left", "right"):
            text = case[side]
            found = ranges(spans, side, way.is_change)
            got, want = characters(text, found), characters(text, case[side + "_changed"])
            hit, predicted, gold = hit + len(got & want), predicted + len(got), gold + len(want)
            misses += len(got ^ want)
            good += sum(on_boundary(text, start, end) for start, end in found)
            marked += len(found)
        wrong.append((misses, case))
    precision, recall = hit / max(predicted, 1), hit / max(gold, 1)
    return Score(precision, recall, 2 * precision * recall / (precision + recall), good / max(marked, 1)), wrong


def shown(spans: Iterable[Span]) -> str:
    """Spans as one line of redline."""
    forms = {
        Op.EQUAL: "{0.right}",
        Op.INSERT: "[+{0.right}]",
        Op.DELETE: "[-{0.left}]",
        Op.REPLACE: "[{0.left}→{0.right}]",
    }
    return "".join(forms[span.op].format(span) for span in spans)


def print_spans(gold: Path, half: str | None, worst: int) -> None:
    print(f"{'spans':32} {'cases':>6} {'prec':>7} {'recall':>7} {'F1':>7} {'bound':>7}")
    for name in SPAN_SETS:
        cases = [case for case in load(gold / f"{name}.jsonl") if half in (None, half_of(case["id"]))]
        for way in WAYS:
            result, wrong = score(cases, way)
            print(f"{name + ' ' + way.name:32} {len(cases):6}", *(f"{n:7.4f}" for n in result))
            for misses, case in sorted(wrong, key=lambda pair: -pair[0])[: worst if way is WAYS[0] else 0]:
                print(f"  {misses} {case['id']}\n  {shown(compare_words(case['left'], case['right']))}")
                print("  gold left ", [case["left"][start:end] for start, end in case["left_changed"]])
                print("  gold right", [case["right"][start:end] for start, end in case["right_changed"]])


# ---------------------------------------------------------------- reading


class Reading(NamedTuple):
    changes: float
    lone: float
    median: float


def reading(pairs: Iterable[Texts], way: Way) -> Reading:
    """Changes and lone kept words per changed pair, and the median length of a change in words."""
    changed = lone = 0
    lengths: list[int] = []
    for left, right in pairs:
        runs: list[tuple[bool, int]] = []
        for span in way.compare(left, right):
            count = max(len(words(span.left)), len(words(span.right)))
            different = way.is_change(span)
            if runs and runs[-1][0] == different:
                runs[-1] = (different, runs[-1][1] + count)
            else:
                runs.append((different, count))
        here = [count for different, count in runs if different]
        changed += bool(here)
        lengths += here
        lone += sum(not different and count <= 1 for different, count in runs[1:-1])
    return Reading(len(lengths) / max(changed, 1), lone / max(changed, 1), statistics.median(lengths or [0]))


def onestop_pairs(gold: Path) -> list[Texts]:
    """The first changed pair of each of the first fifty onestop articles of equal length."""
    cases = (case for case in load(gold / "onestop-paragraphs.jsonl") if case["set"] == "onestop-equal")
    return [pairs[0] for pairs in map(linked, cases) if pairs][:ONESTOP_PAIRS]


def sample_pairs() -> list[Texts]:
    """The changed pairs of linked paragraphs of `samples/`, by the links made by hand."""
    found: list[Texts] = []
    for folder in sorted(path.parent for path in SAMPLES.glob("*/expected.json")):
        sides = [read(folder / f"{side}.txt") for side in ("left", "right")]
        left, right = ([paragraph.text for paragraph in side.paragraphs] for side in sides)
        links = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["links"]
        found += linked({"left": left, "right": right, "links": links})
    return found


# Run by an interpreter that has prosediff: pairs of texts in, its operations on characters out, both as JSON.
PROSEDIFF = "import json, sys; from prosediff.diff import word_ops; " + (
    "json.dump([word_ops(*pair) for pair in json.load(sys.stdin)], sys.stdout)"
)


def by_prosediff(python: str, pairs: Iterable[Texts]) -> Way:
    """The words of these pairs as prosediff compares them."""
    texts = list(pairs)
    run = subprocess.run([python, "-c", PROSEDIFF], input=json.dumps(texts), capture_output=True, text=True, check=True)
    results = dict(zip(texts, json.loads(run.stdout), strict=True))

    def compare(left: str, right: str) -> list[Span]:
        return [Span(Op(op), left[a:b], right[c:d]) for op, a, b, c, d in results[left, right]]

    return Way("prosediff", compare, reworded)


def print_reading(gold: Path, prosediff: str | None) -> None:
    print(f"{'reading':32} {'pairs':>6} {'changes':>8} {'lone':>6} {'median':>7}")
    sources = {"onestop": onestop_pairs(gold), "samples": sample_pairs()}
    for name in SPAN_SETS:
        sources[name] = [pair for case in load(gold / f"{name}.jsonl") for pair in linked(case)]
    for name, pairs in sources.items():
        ways = [way for way in WAYS if way.name in ("+ moves", "difflib")]
        if prosediff is not None:
            ways.append(by_prosediff(prosediff, pairs))
        for way in ways:
            found = reading(pairs, way)
            print(
                f"{name + ' ' + way.name:32} {len(pairs):6} {found.changes:8.2f} {found.lone:6.2f} {found.median:7.1f}"
            )


# ---------------------------------------------------------------- typography


def without_accents(text: str) -> str:
    """A text as it looks after a careless export; kana keep their voicing marks, which are no accents."""
    return "".join(
        letter if "\u3040" <= letter <= "\u30ff" else unicodedata.normalize("NFD", letter)[0] for letter in text
    )


RESETTINGS: dict[str, Callable[[str], str]] = {
    "quotes straight": lambda text: text.translate(str.maketrans("‘’“”«»", '\'\'""""')),
    "quotes curled": lambda text: re.sub(r'"(?=\w)', "“", text).replace('"', "”").replace("'", "’"),
    "dashes": lambda text: re.sub("[—–]", "-", text).replace(" - ", " — ").replace("--", "—"),
    "ellipses": lambda text: text.replace("...", "…").replace("…", ". . ."),
    "spaces": lambda text: text.replace(". ", ".  ").replace(" ", "\u00a0"),
    "accents lost": without_accents,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "capitals": str.upper,
    "small letters": str.lower,
    "hyphens dropped": lambda text: re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", text),
    "hyphens to spaces": lambda text: re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", " ", text),
    "soft hyphens": lambda text: re.sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2", text),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
}


def print_typography(gold: Path) -> None:
    print(f"{'typography':32} {'pairs':>6} {'flagged':>8} {'changed':>8}")
    # Each text with its article: its habits decide what a lost accent is.
    texts: list[tuple[str, list[str]]] = []
    for file in (
        "onestop-paragraphs",
        "deplain-sentences",
        *(f"bible-{code}" for code in ["de", "es", "fr", "ja", "zh"]),
    ):
        some = [
            (text, case[side])
            for case in load(gold / f"{file}.jsonl")
            for side in ("left", "right")
            for text in case[side]
        ]
        texts += some[:: max(1, len(some) // TYPOGRAPHY_TEXTS)]
    for name, change in RESETTINGS.items():
        results = []
        article: list[str] = []
        for text, own in texts:
            if own is not article:
                article = own
                spelling = Spelling(Pair(article, [change(other) for other in article]))
            if change(text) != text:
                results.append(compare_words(text, change(text), spelling))
        flagged = sum(any(span.typographic for span in spans) for spans in results)
        changed = sum(any(map(differs, spans)) for spans in results)
        print(f"{name:32} {len(results):6} {flagged:8} {changed:8}")


# ---------------------------------------------------------------- kinds


def area_under_curve(low: Sequence[float], high: Sequence[float]) -> float:
    """The chance that a value of `high` is above one of `low`, ties counting half."""
    wins = 0.0
    for value in high:
        wins += sum(1.0 if value > other else 0.5 if value == other else 0.0 for other in low)
    return wins / (len(low) * len(high))


def print_kinds(gold: Path, half: str | None) -> None:
    print(f"{f'kinds (cut {EDITED_SHARE})':32} {'pairs':>6} {'same':>6} {'edited':>7} {'paraphr.':>9} {'median':>7}")
    pairs: dict[str, list[Texts]] = {name: [] for name in (*LIGHT, *STRONG)}
    for file in ("bible-es", "bible-en", "onestop-paragraphs", *SPAN_SETS):
        for case in load(gold / f"{file}.jsonl"):
            if case["set"] in pairs and half in (None, half_of(case["id"])) and case.get("levels", LEVELS) == LEVELS:
                pairs[case["set"]] += linked(case)
    shares: dict[str, list[float]] = {}
    for name, all_of in pairs.items():
        some = all_of[:: max(1, len(all_of) // KIND_PAIRS)]
        kinds = []
        for left, right in some:
            spans = compare_words(left, right)
            found = survival(spans)
            kinds.append(kind_of(any(span.differs for span in spans), found.content, found.words))
            shares.setdefault(name, []).append(found.content)
        counts = [kinds.count(kind) for kind in (Kind.UNCHANGED, Kind.EDITED, Kind.PARAPHRASED)]
        print(f"{name:32} {len(some):6} {counts[0]:6} {counts[1]:7} {counts[2]:9}", end=" ")
        print(f"{statistics.median(shares[name]):7.3f}")
    print("AUC against".ljust(32), *(f"{name[-18:]:>19}" for name in STRONG))
    for light in LIGHT:
        print(f"{light:32}", *(f"{area_under_curve(shares[strong], shares[light]):19.3f}" for strong in STRONG))
    low = [share for name in STRONG for share in shares[name]]
    high = [share for name in LIGHT for share in shares[name]]
    print(f"{'all':32} {area_under_curve(low, high):19.3f}")


# ---------------------------------------------------------------- sentences


def print_sentences(gold: Path) -> None:
    print(f"{'sentences':32} {'cases':>6} {'prec':>7} {'recall':>7} {'F1':>7}")
    for file in ("onestop-sentences", "deplain-sentences"):
        totals: dict[str, list[int]] = {}
        for case in load(gold / f"{file}.jsonl"):
            beads = align_sentences(list(map(tokens_of, case["left"])), list(map(tokens_of, case["right"])))
            got = {
                (i, j)
                for bead in beads
                for i in range(bead.left_start, bead.left_end)
                for j in range(bead.right_start, bead.right_end)
            }
            away = {bead.move: bead.left_start for bead in beads if bead.move and bead.left_start < bead.left_end}
            here = {bead.move: bead.right_start for bead in beads if bead.move and bead.right_start < bead.right_end}
            got |= {(away[move], here[move]) for move in away}
            want = {(i, j) for link in case["links"] for i in link["left"] for j in link["right"]}
            total = totals.setdefault(case["set"], [0, 0, 0, 0])
            for at, count in enumerate((1, len(got & want), len(got), len(want))):
                total[at] += count
        for name, (cases, hit, predicted, wanted) in totals.items():
            precision, recall = hit / predicted, hit / wanted
            f1 = 2 * precision * recall / (precision + recall)
            print(f"{name:32} {cases:6} {precision:7.4f} {recall:7.4f} {f1:7.4f}")


# ---------------------------------------------------------------- speed


def long_paragraphs(gold: Path) -> dict[str, Texts]:
    """Paragraphs of 20,000 words against rewritten ones, and some that are hard on purpose."""
    left: list[str] = []
    right: list[str] = []
    for case in load(gold / "bible-en.jsonl"):
        if case["set"] == "bible-en-kjv-bbe-plain" and sum(map(len, map(str.split, left))) < LONG_PARAGRAPH:
            left, right = left + case["left"], right + case["right"]
    text, other = " ".join(left), " ".join(right)
    chance = random.Random(1)
    vocabulary = [f"w{number}" for number in range(2_000)]

    def drawn(vocabulary: Sequence[str]) -> str:
        return " ".join(chance.choice(vocabulary) for _ in range(LONG_PARAGRAPH))

    shuffled = text.split(". ")
    chance.shuffle(shuffled)
    return {
        "rewritten": (text, other),
        "without sentences": (re.sub(r"[^\w ]", "", text), re.sub(r"[^\w ]", "", other)),
        "sentences shuffled": (text, ". ".join(shuffled)),
        "random words": (drawn(vocabulary), drawn(vocabulary)),
        "twenty random words": (drawn(vocabulary[:20]), drawn(vocabulary[:20])),
        "words reversed": (
            " ".join(f"x{number}" for number in range(LONG_PARAGRAPH)),
            " ".join(f"x{number}" for number in reversed(range(LONG_PARAGRAPH))),
        ),
    }


def print_speed(gold: Path) -> None:
    print(f"{'speed':32} {'seconds':>8} {'spans':>7} {'bounded':>8}")
    for name, pairs in (("onestop, a pair", onestop_pairs(gold)),):
        for pair in pairs:
            compare_words(*pair)
        started = time.process_time()
        for pair in pairs:
            compare_words(*pair)
        print(f"{name:32} {(time.process_time() - started) / len(pairs):8.5f}")
    for name, pair in long_paragraphs(gold).items():
        started = time.process_time()
        spans = compare_words(*pair)
        seconds = time.process_time() - started
        print(f"{name:32} {seconds:8.2f} {len(spans):7} {sum(span.bounded for span in spans):8}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--half", choices="AB", help="only the cases of one half (by a hash of the id)")
    parser.add_argument("--worst", type=int, default=0, help="print the cases with the most wrong characters")
    parser.add_argument("--only", action="append")
    parser.add_argument("--prosediff", metavar="PYTHON", help="a Python that has prosediff, to count how it reads too")
    options = parser.parse_args()
    tables: dict[str, Callable[[], None]] = {
        "spans": lambda: print_spans(options.gold, options.half, options.worst),
        "reading": lambda: print_reading(options.gold, options.prosediff),
        "typography": lambda: print_typography(options.gold),
        "kinds": lambda: print_kinds(options.gold, options.half),
        "sentences": lambda: print_sentences(options.gold),
        "speed": lambda: print_speed(options.gold),
    }
    for name, table in tables.items():
        if options.only is None or name in options.only:
            table()
            print()


if __name__ == "__main__":
    main()
