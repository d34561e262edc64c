"""Characters that join or vary what stands before them, and are not seen themselves."""

# What is lost when a line is drawn: joiners, variation selectors and the like. Where a letter or symbol of its script
# stands before it, each has its work to do; after a Western letter, digit, mark or space it has none.
_IDLE = "[\u034f\u17b4\u17b5\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0d\U000e0100-\U000e01ef]"
_WESTERN = "[\\x00-\\u0590\\u1e00-\\u206f]"
IDLE_JOINER = f"(?<={_WESTERN}){_IDLE}+|(?<=[A-Za-z\\u00c0-\\u0590])[\\ufe0e\\ufe0f]+"
"""As an expression: what joins or varies nothing, at the place where it stands."""
