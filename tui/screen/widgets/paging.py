"""The keys that go through a list by pages and to its ends: for widgets with the actions `page` and `edge`."""

from textual.binding import Binding

PAGING = (
    Binding("pagedown,space", "page(1)", show=False),
    Binding("pageup,b", "page(-1)", show=False),
    Binding("g,home", "edge(-1)", show=False),
    Binding("G,end", "edge(1)", show=False),
)
