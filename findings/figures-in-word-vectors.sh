#!/bin/sh
# How alike two reports are, by the cosine of their word vectors.
#
# TfidfVectorizer of scikit-learn makes of each text the weights of its words; articles with a cosine near 1 are taken for copies.
# Expected: 7 dead on 3 May and 9 dead on 5 May are two reports that differ, and so are "did not resign" and "did resign".
# Seen (scikit-learn 1.9.1):
#   as it is          one-digit figures and letters are no words: "7 people died on 3 May" and "9 people died on 5 May" are equal (1.0), and
#                     so are $1.5 and $1.8 million, 3-1 and 1-3, plan A and plan B; $1,200 is the word "200"
#   stop_words="english"   not, nobody, never and without are left out, and the numbers two, three, ten, twelve, sixty: two dead and a
#                     mayor who did not resign, twelve dead and a mayor who did are equal (1.0)
# No message says that words were left out.
# Why it matters: the pairs that a finder of copies or updates calls the same are those in which a single figure or a "not" changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet scikit-learn==1.9.1 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity


def alike(one, other, **options):
    return round(float(cosine_similarity(TfidfVectorizer(**options).fit_transform([one, other]))[0, 1]), 3)


FIGURES = (
    ("7 people died on 3 May.", "9 people died on 5 May."),
    ("The bridge cost $1.5 million.", "The bridge cost $1.8 million."),
    ("Lurvik won 3-1 at home.", "Lurvik won 1-3 at home."),
    ("The council chose plan A.", "The council chose plan B."),
)
for one, other in FIGURES:
    print(f"expected less than 1; seen {alike(one, other)}: {one} {other}")
    assert alike(one, other) == 1
words = TfidfVectorizer().fit(["The boat cost $1,200."]).get_feature_names_out()
print(f"the words of 'The boat cost $1,200.': {list(words)}")
assert "200" in words and "1,200" not in words
one = "Two people died when the ferry sank. The mayor did not resign."
other = "Twelve people died when the ferry sank. The mayor did resign."
print(f"expected less than 1; seen {alike(one, other, stop_words='english')} (all words: {alike(one, other)}): {one} {other}")
assert alike(one, other, stop_words="english") == 1 > alike(one, other)
left_out = {"not", "nobody", "never", "without", "two", "three", "ten", "twelve", "sixty"}
assert left_out <= ENGLISH_STOP_WORDS
PYTHON
echo "seen as described"
