"""Time and memory to read one long article in each format: processor time and peak of a process that only reads it.

    python -m benchmarks.formats FOLDER

The article has 2,000 paragraphs of 40 words. It is written into FOLDER as text, HTML and Markdown, and by pandoc and
Chromium in other formats where these programs are there.
"""

import shutil
import statistics
import subprocess
import sys
from html import escape
from pathlib import Path

from benchmarks.cases import story

PARAGRAPHS = 2_000
RUNS = 5
_BY_PANDOC = {"docx": "docx", "odt": "odt", "rtf": "rtf", "epub": "epub", "wiki": "mediawiki"}
_READ = """\
import resource, sys, time
from diffing.sources.files import read
before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
article = read(sys.argv[1])
taken = time.process_time() - began
print(article.format, len(article.paragraphs), taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def write(folder: Path) -> list[Path]:
    """Write the article into a folder in every format that can be written; return the files."""
    paragraphs = story(PARAGRAPHS)
    page = "".join(f"<p>{escape(text)}</p>\n" for text in paragraphs)
    html = folder / "article.html"
    html.write_text(
        f"<!doctype html><html><head><title>Mill</title></head><body><article>{page}</article></body></html>"
    )
    (folder / "article.txt").write_text("\n\n".join(paragraphs))
    (folder / "article.md").write_text("# The mill\n\n" + "\n\n".join(paragraphs))
    if pandoc := shutil.which("pandoc"):
        for ending, name in _BY_PANDOC.items():
            subprocess.run([pandoc, "-s", html, "-t", name, "-o", folder / f"article.{ending}"], check=True)
    if chromium := shutil.which("chromium"):
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command = [chromium, *flags, f"--print-to-pdf={folder / 'article.pdf'}", html.resolve().as_uri()]
        subprocess.run(command, check=True, capture_output=True)
    return sorted(folder.glob("article.*"))


def measured(path: Path) -> tuple[str, str]:
    """Return the format of a file, and a line of the table: median processor time and peak of memory."""
    found = []
    for _ in range(RUNS):
        run = subprocess.run([sys.executable, "-c", _READ, path], capture_output=True, check=True, text=True)
        found.append(run.stdout.split())
    seconds = statistics.median(float(run[2]) for run in found)
    memory = statistics.median(float(run[3]) for run in found) / 1024
    name, count = found[0][:2]
    return (
        name,
        f"| `{name}` | {path.stat().st_size / 1e3:,.0f} kB | {count} | {seconds * 1000:.0f} ms | {memory:.0f} MiB |",
    )


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    print("| format | file | paragraphs | processor time | memory |\n|---|---|---|---|---|")
    for path in write(folder):
        print(measured(path)[1], flush=True)


if __name__ == "__main__":
    main()
