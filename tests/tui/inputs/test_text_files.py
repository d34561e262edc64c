"""Any file an article comes in is read as its author wrote it, or refused in one clear line."""

import io
import os
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.errors import ReadError
from diffing.sources import plain
from diffing.sources.registry import ReadOptions
from tui.inputs import text_files

WESTERN = (
    "Le président a déclaré lundi à l’Assemblée que le système électoral était en danger après la décision "
    "de la cour d’arrêter le décompte des bulletins à l’étranger. « C’est inacceptable », a-t-il ajouté."
)
LATIN = WESTERN.replace("’", "'").replace("«", '"').replace("»", '"')
JAPANESE = (
    "政府は月曜日、台風による被害を受けた地域への支援を拡大すると発表した。首相は記者会見で、"
    "避難所の環境を改善し、生活再建を急ぐと述べた。被災者からは対応の遅れを指摘する声も上がっている。"
)
CHINESE = (
    "政府星期一宣布将扩大对台风受灾地区的援助。总理在记者会上表示，将改善避难所的环境，加快重建生活。"
    "也有受灾群众批评政府的应对过于迟缓，要求尽快恢复供电和供水。"
)
RUSSIAN = (
    "Правительство объявило в понедельник о расширении помощи районам, пострадавшим от наводнения. Премьер-министр "
    "заявил на пресс-конференции, что восстановление начнётся немедленно."
)

ENCODINGS = {
    "ascii": (b"One.\n", "One.\n", "utf-8"),
    "utf-8": (WESTERN.encode(), WESTERN, "utf-8"),
    "utf-8 with a mark": (b"\xef\xbb\xbf" + WESTERN.encode(), WESTERN, "utf-8"),
    "utf-16 little-endian": (b"\xff\xfe" + WESTERN.encode("utf-16-le"), WESTERN, "utf-16-le"),
    "utf-16 big-endian": (b"\xfe\xff" + WESTERN.encode("utf-16-be"), WESTERN, "utf-16-be"),
    "utf-32 little-endian": (b"\xff\xfe\0\0" + WESTERN.encode("utf-32-le"), WESTERN, "utf-32-le"),
    "utf-32 big-endian": (b"\0\0\xfe\xff" + WESTERN.encode("utf-32-be"), WESTERN, "utf-32-be"),
    "empty": (b"", "", "utf-8"),
    "a mark and nothing else": (b"\xef\xbb\xbf", "", "utf-8"),
    "a utf-16 mark and nothing else": (b"\xff\xfe", "", "utf-16-le"),
    "a few bytes that could be anything": (b"caf\xe9", "café", "windows-1252"),
    "windows-1252 with its quotation marks": (b"\x93Oui\x94, a-t-il dit.", "“Oui”, a-t-il dit.", "windows-1252"),
    "a byte that windows-1252 lacks": (b"caf\xe9 \x81", "café \ufffd", "windows-1252"),
}


@pytest.mark.parametrize(("content", "text", "encoding"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_encodings(tmp_path: Path, content: bytes, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert text_files.read(str(path)) == plain.SourceText(str(path), text, encoding)


DETECTED = {
    "windows-1252": (WESTERN, "cp1252"),
    "latin-1": (LATIN, "latin-1"),
    "shift_jis": (JAPANESE, "shift_jis"),
    "euc-jp": (JAPANESE, "euc_jp"),
    "gb18030": (CHINESE, "gb18030"),
    "windows-1251": (RUSSIAN, "cp1251"),
}


@pytest.mark.parametrize(("text", "encoding"), DETECTED.values(), ids=DETECTED.keys())
def test_detected_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    found = text_files.read(str(path))
    assert found.text == text
    assert found.encoding != "utf-8"
    # What is shown as the file's encoding is one that reads the file.
    assert text_files.read(str(path), ReadOptions(found.encoding)).text == text


# Of these the detector names the encoding, and is not sure: the words and letters of the language decide.
UNSURE = {
    "Polish": ("Burmistrz powiedział, że most pozostanie zamknięty do wiosny, a dzieci pojadą autobusem.", "cp1250"),
    "Czech": ("Starosta řekl, že most zůstane uzavřen až do jara, a děti pojedou autobusem přes vesnici.", "cp1250"),
    "Turkish": ("Belediye başkanı salı günü köprünün kapalı kalacağını söyledi, işçiler ise yürüyecek.", "cp1254"),
    "Lithuanian": ("Merė antradienį pareiškė, kad tiltas liks uždarytas iki pavasario, o vaikai važiuos.", "cp1257"),
    "Greek": ("Η δήμαρχος είπε την Τρίτη ότι η γέφυρα θα μείνει κλειστή ως την άνοιξη.", "cp1253"),
    "Croatian, of no known language": (
        "Gradonačelnica je rekla da će most ostati zatvoren do proljeća, a vozači će kružiti obilaznicom.",
        "cp1250",
    ),
    "Hungarian, of which most letters are Western": (
        "A polgármester közölte, hogy a híd zárva marad. A gyerekek busszal mennek, mert senki sem szólt előre, hogy "
        "őket is érinti. Az őszi ülés után új időpontot tűznek ki, és a lakók csalódottak.",
        "cp1250",
    ),
    "Spanish": ("El alcalde explicó que los niños irán en autobús hasta el otoño; nadie lo señaló.", "cp1252"),
    "Swedish": ("Borgmästaren sade på tisdagen att bron över älven förblir stängd till våren.", "cp1252"),
    "French": ("Le maire a déclaré que le pont resterait fermé jusqu’à l’été, et les élèves iront en bus.", "cp1252"),
    "Finnish": (
        "Pormestari sanoi, että silta pysyy suljettuna kevääseen. ”Pylväät täytyy tutkia”, hän sanoi.",
        "cp1252",
    ),
    "Portuguese": ("O prefeito disse que a ponte ficará fechada até o verão. “Não há opção”, explicou.", "cp1252"),
    "a sum": ("The café by the bridge said the repair would cost £5 million.", "cp1252"),
    "a name": ("The mayor of the town said that Anna Groß was not hurt.", "cp1252"),
}


@pytest.mark.parametrize(("text", "encoding"), UNSURE.values(), ids=UNSURE.keys())
def test_encodings_of_which_the_detector_is_not_sure(text: str, encoding: str) -> None:
    assert plain.decode("a.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (JAPANESE.encode()[:-1], JAPANESE[:-1] + "\ufffd", "utf-8, damaged in 1 place"),
        (
            b"\xff" + WESTERN.encode() + b" \xe2\x80 " + WESTERN.encode(),
            f"\ufffd{WESTERN} \ufffd {WESTERN}",
            "utf-8, damaged in 2 places",
        ),
    ],
)
def test_damaged_utf_8(tmp_path: Path, content: bytes, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    found = text_files.read(str(path))
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_line_ends_are_kept(tmp_path: Path, encoding: str) -> None:
    text = "Une ligne.\r\nDeux.\rTrois.\nÉtait.\n\r"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert text_files.read(str(path)).text == text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_utf_8_is_read_as_it_is(text: str) -> None:
    decoded = plain.decode("a.txt", text.encode())
    assert decoded == plain.SourceText("a.txt", text.removeprefix("\ufeff"), "utf-8")


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        decoded = plain.decode("a.txt", content)
    except ReadError:
        return
    assert "\0" not in decoded.text
    assert decoded.encoding
    decoded.text.encode()


def test_the_user_names_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Łódź".encode("cp1250"))
    found = text_files.read(str(path), ReadOptions("cp1250"))
    assert (found.text, found.encoding) == ("Łódź", "windows-1250")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_named_encoding_leaves_no_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffOne.".encode("utf-8" if encoding.startswith("utf-8") else "utf-16-le"))
    assert text_files.read(str(path), ReadOptions(encoding)).text == "One."


@pytest.mark.parametrize(
    ("content", "encoding"),
    [(b"a\\ud800\\udc00b", "unicode_escape"), (b"a+2ADcAA-b", "utf-7"), (b"a\\udc9b", "unicode_escape")],
)
def test_encodings_that_can_spell_half_a_character(tmp_path: Path, content: bytes, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    source = text_files.read(str(path), ReadOptions(encoding))
    assert isinstance(source, plain.SourceText)
    text = source.text
    assert text.encode().decode() == text


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("utf-8", True),
        ("cp1252", True),
        ("Shift_JIS", True),
        ("no-such-thing", False),
        ("", False),
        ("rot13", False),
        ("base64", False),
        ("a\0b", False),
        ("\x1b[31m", False),
        ("é", False),
    ],
)
def test_known_encodings(name: str, known: bool) -> None:
    assert plain.known_encoding(name) == known


def refusal(path: Path | str, encoding: str | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        text_files.read(str(path), ReadOptions(encoding))
    assert caught.value.path == str(path)
    assert str(caught.value) == f"{path}: {caught.value.reason}"
    assert "\n" not in caught.value.reason
    return caught.value.reason


@pytest.mark.parametrize(
    ("content", "encoding", "place"),
    [(b"caf\xe9", "utf-8", "at byte 3"), (b"abc", "utf-16-le", "at byte 2"), (b"\x81", "cp1252", "at byte 0")],
)
def test_a_file_that_is_not_in_the_named_encoding(tmp_path: Path, content: bytes, encoding: str, place: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    reason = refusal(path, encoding)
    assert encoding in reason
    assert place in reason
    assert "--encoding" in reason


def test_no_such_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.txt") == "no such file"


def test_no_such_directory(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no" / "a.txt") == "no such file"


def test_a_file_as_a_directory(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert refusal(tmp_path / "a.txt" / "b.txt")


def test_a_directory(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "is a directory"


@pytest.mark.skipif(
    sys.platform == "win32" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root and Windows may read every file"
)
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch(mode=0o000)
    assert refusal(path) == "no permission to read it"


def test_no_permission_as_the_system_reports_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "stat", refuse)
    assert refusal(tmp_path / "a.txt") == "no permission to read it"


@pytest.mark.parametrize(
    "content",
    [b"\x02\x01\0\0", "One.".encode("utf-16-le"), b"a\0b", b"\xef\xbb\xbfa\0", b"\xff\xfea\0\0\0"],
)
def test_binary(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    assert refusal(path).startswith("is binary")


def test_a_name_that_cannot_be_one() -> None:
    assert refusal("a\0.txt") == "not a file name"


def test_no_name() -> None:
    assert refusal("") == "no such file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in its file system")
def test_a_named_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    # More than a pipe holds at once.
    text = "Une ligne.\n" * 20_000
    writer = threading.Thread(target=path.write_text, args=(text,), daemon=True)
    writer.start()
    assert text_files.read(str(path)).text == text
    writer.join()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"caf\xe9\r\n")))
    assert text_files.read("-") == plain.SourceText("-", "café\r\n", "windows-1252")
