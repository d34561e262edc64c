"""The settings with which git shows differences in newsdiff: printed, for the user to put where they belong.

git difftool        one file after the other, on the screen
git difftool -d     a report for each file
git news            git diff with newsdiff's report in place of git's own
"""

_GIT_SETUP = """\
# Settings for git: put them into ~/.gitconfig, or into .git/config for one repository.
#
#   git difftool COMMIT COMMIT -- FILE    on the screen, one file after the other
#   git difftool -d COMMIT                a report for each file
#   git news COMMIT                       git diff with newsdiff's report, in git's pager
#
# In place of the alias, newsdiff can be the program of every git diff:
#   [diff] external = newsdiff
# or of files by their names: *.txt diff=newsdiff in .gitattributes.
[diff]
	tool = newsdiff
[difftool]
	prompt = false
[difftool "newsdiff"]
	cmd = BASE=\\"$BASE\\" newsdiff \\"$LOCAL\\" \\"$REMOTE\\"
[diff "newsdiff"]
	command = newsdiff
[alias]
	news = "!news() { cd \\"./$GIT_PREFIX\\" && git -c diff.external=newsdiff diff \\"$@\\"; }; news"
"""


def git_setup() -> str:
    """Return the settings, as they stand in a file of git."""
    return _GIT_SETUP
