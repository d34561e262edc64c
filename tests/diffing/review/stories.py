"""Articles for tests of reviews, and edits of them as newsrooms make them."""

from hypothesis import strategies as st

from diffing.model import Article, Pair
from diffing.sources.plain import article

LEFT = (
    "Fire closes the Marenka tunnel for a week",
    "A fire in the Marenka tunnel on Monday night injured 12 people, three of them seriously.",
    "The fire began in the engine of a lorry that carried paint to Ostrel.",
    '"We saw smoke and ran," said Ilka Torv, a nurse from Ostrel.',
    "The tunnel will stay closed until Friday, the road office said.",
    "Cars are sent over the Halden pass, which takes 40 minutes longer.",
    "In 2019 a smaller fire had damaged the ventilation.",
    "The lorry's owner did not answer questions.",
)
RIGHT = (
    "Fire closes the Marenka tunnel for ten days",
    "A fire in the Marenka tunnel on Monday night injured 14 people, three of them seriously.",
    "The fire began in the engine of a lorry that carried paint and thinner to Ostrel.",
    '"We saw smoke and ran," said Ilka Torv, a nurse from Ostrel.',
    "The tunnel will stay closed until Sunday, the road office said.",
    "Cars are sent over the Halden pass, which takes 40 minutes longer.",
    "Engineers will test the ventilation on Thursday.",
)
NEW = (
    "Police asked witnesses to send in their pictures.",
    "The mayor of Ostrel thanked the firemen of both valleys.",
    "Trains between the two towns run every half hour until further notice.",
    "A school near the northern entrance remained shut.",
)
OPENINGS = ("On Tuesday officials added: ", "As reported before, ", "Update: ")


def as_article(texts: tuple[str, ...] | list[str], source: str = "left") -> Article:
    return article("\n\n".join(texts), source)


def articles(left: tuple[str, ...] | list[str] = LEFT, right: tuple[str, ...] | list[str] = RIGHT) -> Pair[Article]:
    return Pair(as_article(left), as_article(right, "right"))


@st.composite
def edited(draw: st.DrawFn, texts: tuple[str, ...]) -> tuple[list[str], list[int | None]]:
    """Return a text after some edits, and which of the old paragraphs each new one is, None for a new one."""
    now: list[tuple[str, int | None]] = [(text, at) for at, text in enumerate(texts)]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(now) - 1))
        text, origin = now[at]
        match draw(st.sampled_from(["insert", "cut", "reword", "move"])):
            case "insert":
                if all(new != text for new in NEW for text, _ in now):
                    now.insert(at, (draw(st.sampled_from(NEW)), None))
            case "cut" if len(now) > 2:
                del now[at]
            case "reword" if not text.startswith(OPENINGS):
                now[at] = (draw(st.sampled_from(OPENINGS)) + text, origin)
            case "move":
                now.insert(draw(st.integers(0, len(now) - 1)), now.pop(at))
            case _:
                pass
    return [text for text, _ in now], [origin for _, origin in now]
