#!/bin/sh
# One passage that stands in two articles, in English, Russian and Greek.
#
# text-matcher finds the passages that two texts share: who took what from whom.
# Expected: the passage is found in each language, or a message says that the language is not supported.
# Seen (text-matcher 0.1.6 with nltk 3.10.4): found in English; no match and no message in Russian and Greek. Its words are runs of letters that
# begin with a to z: of a Russian article only the Latin names are left, and French words lose an accented first letter
# ("élu", elected, and "lu", read, are one word).
# Why it matters: "no shared passage" in a table of articles reads like a result. Here it is the alphabet.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet text-matcher==0.1.6 nltk==3.10.4 2>/dev/null
# The list of stop words that nltk would fetch: two words are enough here.
mkdir -p "$folder/nltk/corpora/stopwords"
printf 'the\nof\n' > "$folder/nltk/corpora/stopwords/english"
NLTK_DATA="$folder/nltk" "$folder/venv/bin/python" -W ignore - <<'PYTHON'
import contextlib
import io

from text_matcher.matcher import Matcher, Text

ARTICLES = {
    "English": (
        "Radio Lurvik carried the news first.",
        "Mayor Nora Lind told the agency that the ferry Solveig would not run in winter because of ice in the sound, "
        "and that buses would carry passengers over the new bridge.",
        "Shops will open later.",
        "A storm is expected on the coast.",
        "Nobody was hurt.",
    ),
    "Russian": (
        "Радио Лурвик (Radio Lurvik) сообщило об этом первым.",
        "Мэр Нора Линд заявила агентству, что паром Solveig не будет ходить зимой из-за льда в проливе, а пассажиров "
        "повезут автобусами через новый мост.",
        "Магазины откроются позже (Lurvik Post).",
        "На побережье ждут шторма (Radio Ostby).",
        "Никто не пострадал, пишет Post.",
    ),
    "Greek": (
        "Το ραδιόφωνο Radio Lurvik έδωσε πρώτο την είδηση.",
        "Η δήμαρχος Νόρα Λιντ είπε στο πρακτορείο ότι το πλοίο Solveig δεν θα ταξιδεύει τον χειμώνα λόγω πάγου και ότι "
        "λεωφορεία θα μεταφέρουν τους επιβάτες από τη νέα γέφυρα.",
        "Τα καταστήματα θα ανοίξουν αργότερα (Lurvik Post).",
        "Αναμένεται καταιγίδα (Radio Ostby).",
        "Κανείς δεν τραυματίστηκε, γράφει η Post.",
    ),
}
print("expected: 1 passage in each language")
found = {}
for language, (first, passage, last, other_first, other_last) in ARTICLES.items():
    one, two = Text(f"{first} {passage} {last}", "one"), Text(f"{other_first} {passage} {other_last}", "two")
    with contextlib.redirect_stdout(io.StringIO()):
        found[language] = Matcher(one, two).numMatches
    words = [str(word) for word in one.tokens[:6]]
    print(f"seen: {found[language]} in {language}; the first words of the first article: {words}")
french = [[str(word) for word in Text(sentence, "one").tokens] for sentence in ("Le maire a été élu.", "Le maire a été lu.")]
print(f"      'Le maire a été élu' and 'Le maire a été lu': {french[0]} and {french[1]}")
assert french[0] == french[1]
assert found == {"English": 1, "Russian": 0, "Greek": 0}
PYTHON
echo "seen as described"
