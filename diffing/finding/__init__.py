"""Many articles: which of them tell the same story, who took text from whom.

signatures    what an article is compared by: its words, its names and figures, its shingles
candidates    pairs that share rare ones, without comparing all with all
likeness      how much two signatures share, 0..1
relation      the kind of a pair, by its comparison: same text, new version, rewrite, common source, same event
origin        which of two articles is the earlier, the fuller, the likelier source
find          all of it for articles in memory
"""
