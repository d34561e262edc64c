"""Articles from the network, against a server on loopback: what is read, what is refused, and in how few words."""

import gzip
import threading
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from diffing.errors import NewsdiffError, ReadError, TooLargeError
from diffing.sources.plain import article
from tui.inputs import fetch
from tui.inputs.fetch import Fetched, fetched
from tui.inputs.given import given, is_address

TEXT = "The dam holds, says the Böswick council."
Answer = Callable[[BaseHTTPRequestHandler], None]


def answering(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"words " * 10_000)


def slow(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    request.wfile.write(b"begun")
    request.wfile.flush()
    time.sleep(2)


def trickling(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(60):
        request.wfile.write(b"a")
        request.wfile.flush()
        time.sleep(0.05)


ANSWERS: dict[str, Answer] = {
    "/plain": answering(200, TEXT.encode(), Content_Type="text/plain"),
    "/latin": answering(200, TEXT.encode("iso-8859-2"), Content_Type="text/plain; charset=iso-8859-2"),
    "/wrong": answering(200, TEXT.encode(), Content_Type="text/plain; charset=iso-8859-1"),
    "/packed": answering(200, gzip.compress(TEXT.encode()), Content_Encoding="gzip"),
    "/cut": answering(200, gzip.compress(TEXT.encode())[:-12], Content_Encoding="gzip"),
    "/zeros": answering(200, gzip.compress(b" " * 3_000_000), Content_Encoding="gzip"),
    "/br": answering(200, b"\x0b", Content_Encoding="br"),
    "/moved": answering(301, Location="/plain"),
    "/loop": answering(302, Location="/loop"),
    "/file": answering(302, Location="file:///etc/hostname"),
    "/nowhere": answering(302),
    "/gone": answering(404),
    "/endless": endless,
    "/slow": slow,
    "/trickling": trickling,
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        try:
            ANSWERS[self.path](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.mark.parametrize(
    ("path", "encoding"),
    [("/plain", None), ("/packed", None), ("/moved", None), ("/latin", "iso-8859-2"), ("/wrong", "iso-8859-1")],
)
def test_what_is_fetched(server: str, path: str, encoding: str | None) -> None:
    assert fetched(server + path, 1000) == Fetched(TEXT.encode("iso-8859-2" if path == "/latin" else "utf-8"), encoding)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "the server answers 404 Not Found"),
        ("/loop", "leads on more than 5 times"),
        ("/file", "leads to something that is no web page"),
        ("/nowhere", "leads on more than 5 times"),
        ("/br", "the server packs its answer in a way not asked for: br"),
        ("/cut", "the server's answer is cut off"),
    ],
)
def test_what_is_refused(server: str, path: str, reason: str) -> None:
    with pytest.raises(ReadError) as error:
        fetched(server + path, 1000)
    assert (error.value.path, error.value.reason) == (server + path, reason)


@pytest.mark.parametrize("path", ["/endless", "/zeros"])
def test_size_is_bounded(server: str, path: str) -> None:
    with pytest.raises(TooLargeError):
        fetched(server + path, 100_000)


def test_time_is_bounded(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_READ_SECONDS", 0.2)
    with pytest.raises(ReadError, match="the server takes too long"):
        fetched(f"{server}/slow", 1000)
    monkeypatch.setattr(fetch, "_ALL_SECONDS", 0.2)
    with pytest.raises(ReadError, match="was not complete after 0 seconds"):
        fetched(f"{server}/trickling", 1000)


def test_a_connection_that_is_not_safe(server: str) -> None:
    with pytest.raises(ReadError, match="the connection is not safe"):
        fetched(f"{server.replace('http:', 'https:')}/plain", 1000)


def test_no_server() -> None:
    with pytest.raises(ReadError, match="no connection to the server"):
        fetched("http://127.0.0.1:9/", 1000)


@pytest.mark.parametrize(
    ("address", "reason"),
    [("http://", "is no address"), ("http://me:secret@127.0.0.1/", "holds a name or password"), ("https://[", ".")],
)
def test_no_address(address: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        fetched(address, 1000)


def test_a_redirect_to_another_host_is_said(
    server: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.inputs.read_bytes._NOTICE_SECONDS", 60)
    ANSWERS["/elsewhere"] = answering(302, Location=f"{server.replace('127.0.0.1', 'localhost')}/plain")
    fetched(f"{server}/elsewhere", 1000)
    assert capsys.readouterr().err == f"newsdiff: {server}/elsewhere leads to localhost\n"


def options(left: str, offline: bool) -> Namespace:
    return Namespace(
        label=None,
        left=left,
        right="-",
        max_bytes=1000,
        encoding=None,
        format_in=None,
        revisions=None,
        item=None,
        languages=None,
        offline=offline,
    )


def test_an_encoding_is_the_server_s_unless_the_bytes_say_otherwise(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.inputs.given.contents", lambda *_: b"The dam holds.")
    for path, encoding in (("/latin", "iso8859-2"), ("/wrong", "utf-8")):
        found = article(given(options(f"{server}{path}", offline=False)).sources.left)
        assert (found.paragraphs[0].text, found.encoding) == (TEXT, encoding)


def test_offline_refuses(server: str) -> None:
    with pytest.raises(NewsdiffError, match="--offline forbids to fetch it"):
        given(options(f"{server}/plain", offline=True))


@pytest.mark.parametrize("path", ["ftp://lurvik.example/a", "file:///lurvik/a.txt", "gemini://lurvik.example"])
def test_other_addresses_are_called_such(path: str) -> None:
    with pytest.raises(NewsdiffError, match="no address that newsdiff fetches: only http:// and https:// are"):
        given(options(path, offline=False))


@pytest.mark.parametrize("path", ["c:/lurvik/a.txt", "lurvik:a.txt", "no/such.txt"])
def test_other_names_are_those_of_files(path: str) -> None:
    with pytest.raises(NewsdiffError, match="no such file"):
        given(options(path, offline=False))


def test_addresses_are_those_of_the_web() -> None:
    assert is_address("HTTPS://example.org/a")
    assert not any(map(is_address, ("ftp://example.org", "file:///a", "http:/a", "a.html", "-")))
