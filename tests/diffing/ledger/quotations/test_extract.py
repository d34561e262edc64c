"""What is found between marks, in all styles of marks, and who is said to speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.quotations.extract import quotations
from diffing.ledger.quotations.marks import marks_of
from diffing.ledger.quotations.speakers import same_name
from diffing.model import Article
from diffing.text.paragraphs import paragraphs
from tests.conftest import scaled

_ELISIONS = frozenset({"em", "n", "tis"})


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("No marks here.", []),
        ("“We came,” she said, “and saw.”", ["We came,", "and saw."]),
        ('"We came," she said, "and saw."', ["We came,", "and saw."]),
        ("'We came,' she said.", ["We came,"]),
        ("‘We came’, she said.", ["We came"]),
        ("„Wir kamen“, sagte sie.", ["Wir kamen"]),
        ("„Wir kamen”, sagte sie.", ["Wir kamen"]),
        ("»Wir kamen«, sagte sie. ›Ja‹ und ‚nein‘.", ["Wir kamen", "Ja", "nein"]),
        ("»Me tulimme», hän sanoi.", ["Me tulimme"]),
        ("”Vi kom”, sa hon.", ["Vi kom"]),
        ("« Nous venons », dit-elle, ‹ toi ›.", [" Nous venons ", " toi "]),
        ('" Nous venons ", dit-elle.', [" Nous venons "]),
        ('l’« ami » de l\'"oncle"', [" ami ", "oncle"]),
        ("他说：“你好——”她说：‘好’他说", ["你好——", "好"]),
        ("「来た」と『見た』と《三体》", ["来た", "見た", "三体"]),
        ('"안녕"이라고 했다', ["안녕"]),
        # Apostrophes.
        ("The workers’ and the bosses’ plan, it’s o’clock.", []),
        ("The workers' and the bosses' plan, it's o'clock.", []),
        ("‘It’s the workers’ fault,’ he said.", ["It’s the workers’ fault,"]),
        ("'the workers' and 'the bosses' met", ["the workers", "the bosses"]),
        ("‘Big bosses’ met a workers’ union", ["Big bosses"]),
        ("rock 'n' roll of the '90s, ’twas ’68", []),
        ("Get 'em, for it is the workers' fault", []),
        ("the so-called 'experts' say", ["experts"]),
        ("’s Avonds is ’t stil in Hans’ huis", []),
        ("an 'A' and a 'b' in maths", ["A", "b"]),
        ('a 5" pipe and a 6\'2" man who said "yes"', ["yes"]),
        # Nested: the outer one is the quotation.
        ("“He told me ‘go’ and went,” she said", ["He told me ‘go’ and went,"]),
        ("“He told me “go” and went,” she said", ["He told me “go” and went,"]),
        ("‘He told me “go” and went,’ she said", ["He told me “go” and went,"]),
        ("“‘Go,’ he said,” she told us.", ["‘Go,’ he said,"]),
        # Set wrongly.
        ("“.song “, “.amazon”", [".song ", ".amazon"]),
        ("“We came. He left. “We saw.”", ["We saw."]),
        ("We came,” he said.", []),
        ("It ended.”We came,” he said. “We saw.”", ["We came,", "We saw."]),
        ("We came,” he said. And so did they,” she said.", []),
        ("a headline ’Fit in four minutes’ in ’87", ["Fit in four minutes"]),
        ('they call it "a story ". They met "".', ["a story "]),
        ('"""', []),
        ("''", []),
    ],
)
def test_words_between_marks(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end, _ in marks_of(text, _ELISIONS).closed] == inside


def found(text: str, language: str = "en") -> list[tuple[str, ...]]:
    return [one.texts for one in quotations(Article("", paragraphs(text)), lexicon(language))]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("“We came,” she said, “and saw.”", "en", [("We came,", "and saw.")]),
        ("‘We came’, said Ann, ‘and saw.’", "en", [("We came", "and saw.")]),
        ("“We came!” Ann Soto said. “We saw.”", "en", [("We came!", "We saw.")]),
        ("“We came,” said Ann. “We saw,” said Bob.", "en", [("We came,",), ("We saw,",)]),
        ("She was “tired of it”, said Ann. “We came.”", "en", [("tired of it",), ("We came.",)]),
        ("it rained. “we came”, said ann. “we saw.”", "en", [("we came", "we saw.")]),
        ("“We came.” He called it “a shame”.", "en", [("We came.",), ("a shame",)]),
        ("He called it “a shame” and “a pity”.", "en", [("a shame",), ("a pity",)]),
        (
            "He said: “We came.\n\n“And we saw.\n\n“And won,” he said.\n\nHe left.",
            "en",
            [("We came.", "And we saw.", "And won,")],
        ),
        ("He said: ‘We came.\n\n‘And we saw,’ he said.", "en", [("We came.", "And we saw,")]),
        ("« Nous sommes venus.\n\n» Nous avons vu. »", "fr", [("Nous sommes venus.", "Nous avons vu.")]),
        ("“We came.\n\nThey left.", "en", [("We came.",)]),
        ("“We came to ‘see’.\n\nThey left “soon”.", "en", [("see",), ("soon",)]),
        ("“We came.\n\n“We saw. “We won.”", "en", [("We came.", "We saw. “We won.”")]),
        ("‘tis the workers\n\nThey left.", "en", []),
        ("—Hemos venido —dijo ella—. Y hemos visto.", "es", [("Hemos venido", ". Y hemos visto.")]),
        ("—Hemos venido —dijo Ana Soto.", "es", [("Hemos venido",)]),
        ("— Nous sommes venus, dit-elle. Nous avons vu.", "fr", [("Nous sommes venus", "Nous avons vu.")]),
        ("— Nous venons, répondit le maire. C’est dit.", "fr", [("Nous venons", "C’est dit.")]),
        ("—Primera medida: pan — y vino para todos.", "es", []),
        ("—Hemos venido —dijo ella—.", "en", []),
        # Nothing between the marks, only a space.
        ("“ ” said Ann, “we came”.", "en", [("we came",)]),
        ("«We came \n\n«", "fr", [("We came",)]),
    ],
)
def test_quotations_put_together(text: str, language: str, expected: list[tuple[str, ...]]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("“We came,” said the mayor, Ana Soto. He left.", "en", "Ana Soto"),
        ("“We came,” said the city’s newly elected mayor Ana Soto.", "en", "Ana Soto"),
        ("“We came,” Mr Soto later added.", "en", "Mr Soto"),
        ("“We came,” she said.", "en", ""),
        ("“We came,” said the mayor, who met Ruiz.", "en", ""),
        ("Ana Soto, the mayor, said: “We came.” Ruiz said no.", "en", ""),
        ("The mayor, Ana Soto, has said: “We came.”", "en", "Ana Soto"),
        ("Ruiz said no. It was “a pity”.", "en", None),
        ("According to Pedro de la Cruz, “we came and saw”.", "en", "Pedro de la Cruz"),
        ("“We came,” the president said.", "en", ""),
        ("“We came,” the president of France said.", "en", ""),
        ("“We came,” said the president of France.", "en", ""),
        ("“We came,” said the president of France, Ana Soto.", "en", "Ana Soto"),
        ("“We came,” said mayor Ana Soto, Arden’s candidate.", "en", "Ana Soto"),
        ("“We came,” said a spokesman for Unite in Rome.", "en", ""),
        ("«Hemos venido», aseguró el presidente de la Junta, Juan Soto.", "es", "Juan Soto"),
        ("«Hemos venido», el presidente de la Junta dijo.", "es", ""),
        ("他表示：“我们不会放弃”", "zh", ""),
        ("他表示“我们不会放弃”", "zh", ""),
        ("“We came,” President said.", "en", ""),
        ("«Hemos venido», ha dicho Pedro Sánchez.", "es", "Pedro Sánchez"),
        ("Según Ana Soto, «hemos venido».", "es", "Ana Soto"),
        ("« Nous venons », a déclaré Ana Soto. Il part.", "fr", "Ana Soto"),
        ("« Nous venons », a-t-elle dit.", "fr", ""),
    ],
)
def test_who_speaks(text: str, language: str, speaker: str | None) -> None:
    attribution = quotations(Article("", paragraphs(text)), lexicon(language))[0].attribution
    assert (attribution and attribution.speaker) == speaker


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Maduro", "Nicolás Maduro", True),
        ("Nicols Maduro", "Nicolás", True),
        ("NYT", "New York Times", True),
        ("N.Y.T.", "New York Times", True),
        ("Soto", "Soto’s", True),
        ("Soto", "Ruiz", False),
        ("Ana Soto", "Pedro Ruiz", False),
        ("Li", "Liu", False),
    ],
)
def test_forms_of_one_name(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


@pytest.mark.parametrize(
    ("text", "is_speech"),
    [
        ("“We came and saw,” she said.", True),
        ("“We came,” she said.", False),
        ("It was “one of the great works of the age of steam”.", True),
        ("It was “one of the greats”.", False),
        ("She said that “The Lord of the Rings: The Return of the King” was long.", False),
        ("他说《三体三体三体三体三体三体三体三体三体》", False),
    ],
)
def test_voices(text: str, is_speech: bool) -> None:
    assert quotations(Article("", paragraphs(text)), lexicon("en"))[0].is_speech is is_speech


_TEXTS = st.text(st.sampled_from("“”‘’\"'«»„「」 \n\nab.,—s\ud800\0é5") | st.characters(), max_size=60)


@given(_TEXTS, st.sampled_from(["en", "es", "fr", "de"]))
def test_places_have_the_words(text: str, language: str) -> None:
    article = Article("", paragraphs(text))
    for one in quotations(article, lexicon(language)):
        for place, words in zip(one.places, one.texts, strict=True):
            assert article.paragraphs[place.paragraph].text[place.start : place.end] == words


def test_very_many_marks() -> None:
    for text in ("““", "‘a’ ", "s' a", "'a ", "“‘", '""'):
        assert marks_of(text * scaled(20_000), _ELISIONS) is not None
