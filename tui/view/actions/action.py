"""The type of all actions."""

from .asked import (
    AnswerSearch,
    AskFor,
    CompareVersions,
    Copy,
    CopySelected,
    FilterBy,
    FitView,
    GoToCategory,
    GoToEdge,
    GoToEntry,
    GoToLane,
    GoToMatch,
    GoToMatter,
    GoToNeighbour,
    GoToSentence,
    GoToStep,
    GoToUnnoted,
    JumpToEntry,
    JumpToRow,
    JumpToTyped,
    MoveChange,
    MoveEnd,
    MoveLane,
    OpenFold,
    Page,
    PointAt,
    Reach,
    SearchFor,
    ShowEntry,
    ShowRow,
    Step,
    Toggle,
    ToggleMark,
    WriteNote,
)
from .happened import (
    CountMatches,
    FailComparing,
    FailKeeping,
    FailLedger,
    FailReading,
    FailStory,
    ReachMatch,
    RecountMatches,
    ShowProgress,
    ShowStage,
    TakeComparison,
    TakeFiles,
    TakeLanes,
    TakeLedger,
    TakeReview,
    TakeStep,
    TellCopy,
    TellReport,
)
from .plain import PlainAction

Action = (
    PlainAction
    | Step
    | GoToNeighbour
    | GoToEdge
    | Page
    | Reach
    | PointAt
    | GoToSentence
    | GoToCategory
    | GoToMatter
    | GoToEntry
    | ShowEntry
    | ShowRow
    | JumpToRow
    | JumpToEntry
    | JumpToTyped
    | OpenFold
    | FitView
    | FilterBy
    | Toggle
    | AskFor
    | SearchFor
    | AnswerSearch
    | GoToMatch
    | ReachMatch
    | CountMatches
    | RecountMatches
    | ShowProgress
    | ShowStage
    | FailComparing
    | TakeFiles
    | FailReading
    | TakeLedger
    | FailLedger
    | ToggleMark
    | WriteNote
    | TakeReview
    | FailKeeping
    | GoToStep
    | MoveEnd
    | CompareVersions
    | TakeComparison
    | TakeStep
    | TakeLanes
    | FailStory
    | MoveLane
    | MoveChange
    | GoToLane
    | GoToUnnoted
    | Copy
    | CopySelected
    | TellCopy
    | TellReport
)
"""Anything that can be asked of the state."""
