"""The nouns that numbers count.

12 people died      people died        11 खंभों में      खंभों में
two of the men      men                3人が           人
12 boats nearly ten hours later        boats
80 firefighters fought                  firefighters
"""

from diffing.ledger.numbers.number_words import NumberWords
from diffing.ledger.numbers.values import COUNT, Amount, Reader
from diffing.patterns import lazy_pattern
from diffing.text.letters import word_end

NEXT_WORD = lazy_pattern(r"[ -]([^\W\d_](?:[\w'-]*\w)?)")
"""The word behind a number, in a folded text, up to its first combining mark."""
# Words after a number that can be the counted noun.
_MOST_NOUNS = 3
# Words between a number and its noun: 'two of the other men'.
_MOST_SKIPPED = 3
# Letters that the forms of a counted noun have in common: country, countries. A stem (STEM_LENGTH) would join counters.
_NOUN_LETTERS = 6
# Letters that a noun has at least without its ending: Tag, Tage, but not 'er' of 'Erer'.
_LEAST_NOUN = 3
# In Chinese, Japanese and Korean a counter, such as 'heads of' or 'sheets of', is joined to the figure.
_FIRST_COUNTER = "\u3040"
_COUNTER = lazy_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def counted_nouns(read: Amount, reader: Reader) -> tuple[str, tuple[str, ...]]:
    """Return the words after a number that can be the counted noun: as written, and in a form for comparison."""
    words, text = reader.words, reader.form.text
    end, skipped = read.end, 0
    if text[end : end + 1] >= _FIRST_COUNTER and (approximator := reader.patterns.behind.match(text, end)):
        end = approximator.end()  # 4500多人: the counter is 人
    if text[end : end + 1] >= _FIRST_COUNTER and (counter := _COUNTER.match(text, end)):
        if counter[0] in words.no_noun:
            return "", ()
        _, first, last = reader.form.place(0, *counter.span())
        return reader.text[first:last], (counter[0],)
    nouns: list[tuple[int, int]] = []
    while len(nouns) < _MOST_NOUNS and (word := NEXT_WORD.match(text, end)) is not None:
        start, end = word.start(1), word_end(text, word.end())
        noun = text[start:end]
        if noun in words.not_first and not nouns and not skipped:
            break  # '930 million the year before'
        is_passed = noun in words.not_counted or (skipped and noun in words.words)
        if is_passed and not nouns and skipped < _MOST_SKIPPED:
            skipped += 1  # 'five of the nine members'
        elif noun in words.no_noun or noun in words.not_counted or (nouns and _begins_a_number(noun, words)):
            break
        else:
            if nouns and noun not in words.harmed and text[slice(*nouns[-1])] in words.anybody:
                break  # 'people ran aground': what people do is no noun
            if len(nouns) > 1 and text[slice(*nouns[-1])] in words.harmed:
                break  # 'people died yesterday'
            if nouns and noun not in words.harmed and _is_what_they_do(read, nouns[-1], (start, end), reader):
                break
            nouns.append((start, end))
            if words.has_capital_nouns and reader.shown(start).isupper():
                break  # 'sieben Ordner beseitigt': the noun has a capital, and the verb behind it has none
    if not nouns:
        return "", ()
    _, first, last = reader.form.place(0, nouns[0][0], nouns[-1][1])
    return reader.text[first:last], tuple(comparable_noun(text[start:end], words) for start, end in nouns)


def is_counter(noun: str) -> bool:
    """Return whether a noun is one character of an Eastern script, which counts people or things of many kinds."""
    return len(noun) == 1 and noun >= _FIRST_COUNTER


def _begins_a_number(word: str, words: NumberWords) -> bool:
    return word in words.words or word in words.approximators


def _is_what_they_do(read: Amount, noun: tuple[int, int], behind: tuple[int, int], reader: Reader) -> bool:
    """Return whether the word behind a plural is a verb or an adverb: 'boats |burned|', 'homes |nearby|'.

    A further noun or adjective of the same things is a plural too: 'sports cars', 'soldados heridos'. A name is no
    plural: 'Texas police'.
    """
    return (
        read.kind == COUNT
        and read.high > 1
        and not reader.shown(noun[0]).isupper()
        and _is_plural(reader.form.text[slice(*noun)], reader.words)
        and not _is_plural(reader.form.text[slice(*behind)], reader.words)
    )


def _is_plural(noun: str, words: NumberWords) -> bool:
    return noun in words.nouns or (noun.endswith(words.plurals) and not noun.endswith(words.no_plurals))


def comparable_noun(noun: str, words: NumberWords) -> str:
    """Return the form of a noun that is equal for its singular and plural."""
    noun = noun.removesuffix("'s")
    if singular := words.nouns.get(noun):
        return singular
    ending = next((end for end in words.noun_endings if noun.endswith(end) and len(noun) - len(end) >= _LEAST_NOUN), "")
    return noun.removesuffix(ending).rstrip("s")[:_NOUN_LETTERS]
