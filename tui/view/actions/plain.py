"""Actions without a value, PlainAction.NEXT_VIEW, and what others name: a panel, a purpose of the prompt, a text."""

from enum import Enum


class Panel(Enum):
    """The panels that open over the articles."""

    HELP = "help"
    FILTER = "filter"
    SUMMARY = "summary"
    LEDGER = "ledger"


class Purpose(Enum):
    """Purposes of the prompt."""

    SEARCH = "search"
    EXPRESSION = "search for a regular expression"
    PARAGRAPH = "paragraph number: 12 on the left, r12 on the right"


class Copied(Enum):
    """Parts of the current row that can be copied."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    CITATION = "citation"


class PlainAction(Enum):
    """Actions without a value."""

    JUMP_TO_RIVAL = "jump to the next best candidate for the current paragraphs"
    JUMP_BACK = "go back to where the last jump began"
    JUMP_FORWARD = "go forward to where the last jump back began"
    SET_BOOKMARK = "remember the current row"
    JUMP_TO_BOOKMARK = "jump to the row of the bookmark, and set the bookmark where the reader was"
    OPEN_CURRENT = "open the current fold, go to the other end of the current moved row, or show why a pair is one"
    FOLLOW = "open the current fold, or go to the other end of the current moved row"
    NEXT_VIEW = "show the next view"
    TOGGLE_FURNITURE = "hide or show menus and ads"
    TOGGLE_UNCHANGED = "fold or show unchanged paragraphs"
    TOGGLE_FOLDS = "show everything that is folded, or fold it as before"
    TOGGLE_MARKS = "show every mark at full strength, or only what matters"
    TOGGLE_TYPOGRAPHY = "mark differences of typography, or leave them unmarked"
    TOGGLE_REASONS = "show why the current pair is one, what of it does not fit, and then hide it"
    OPEN_REASONS = "show why the current pair is one"
    HIDE_REASONS = "hide why the current pair is one"
    CLOSE = "close the reasons for a pair or end the search, whichever was opened last; with neither, ask to leave"
    BEGIN_COMPARING = "compare the articles given"
    SWAP_SIDES = "exchange the sides"
    READ_AGAIN = "read the files again and compare them"
    INTERRUPT = "copy what the mouse selected, or leave"
    WRITE_REPORT = "write what is on the screen as a page of HTML"
    QUIT = "leave newsdiff"
    SUSPEND = "go back to the shell for a while"
    OPEN_PALETTE = "list every command, and the themes"
    HOLD_PARAGRAPH = "mark paragraphs of the current row, or pair the marked ones with it"
    PART_PAIR = "part the pair of the current row"
    NOTE_ON_CHANGE = "write a note on the current change, or on the current row where there is none"
    NOTE_ON_ROW = "write a note on the current row"
    UNDO = "take back the last change of the review"
    REDO = "make again what was undone last"
    TOGGLE_LANES = "show what became of each fact through the versions, or the articles again"
    TOGGLE_WORDINGS = "show all wordings of the current paragraph, or the articles again"
    SHOW_ARTICLES = "show the articles in the place of lanes or wordings"
    READ_CHANGE = "show the current change of a lane in its versions"
    COPY_LANE = "copy the current lane"
