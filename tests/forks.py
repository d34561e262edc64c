"""A pytest plugin that runs the tests in several processes, forked when one process has collected them.

    pytest -p tests.forks --forks 3

                    pytest-xdist                            here
    collects        each worker, for itself                 one process, for all
    compiles        each worker, what its tests need        one process, in the tests that come before the fork
    next test       sent to the worker                      the worker draws a number from a pipe
    report          through messages of execnet             through a pipe

A test with the mark `before_the_fork` runs in the process that collects. What it loads, compiles and keeps, such as the
words of a language and its patterns, every worker has then: each would need two seconds for it.

pytest-xdist runs the tests where forking is not safe, and where coverage is measured.
"""

import gc
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any, NamedTuple, NoReturn

import pytest

if sys.platform == "win32":
    raise ImportError("no process is forked there")

# Tests that take long or wait come first, so that at the end no process has much left.
_FIRST = ("tests/test_", "tests/hostile/", "tests/tui/reports/", "tests/tui/batch/", "tests/tui/")
# Most tests of a file that one process takes at a time.
_LARGEST_GROUP = 40
_BYTES_OF_A_NUMBER = 2


class _Worker(NamedTuple):
    """A process that runs tests, and the pipe of its reports."""

    pid: int
    reports: "Connection[Any, Any]"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option --forks."""
    parser.addoption("--forks", type=int, default=0, metavar="N", help="run the tests in N forked processes")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run the collected tests in forked processes; None leaves them to pytest itself."""
    count = session.config.option.forks
    if not count or session.testsfailed or session.config.option.collectonly:
        return None
    early = [item for item in session.items if item.get_closest_marker("before_the_fork")]
    for item, following in zip_longest(early, early[1:]):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    groups = _groups([item for item in session.items if item not in early])
    drawing, filling = os.pipe()
    os.write(filling, b"".join(number.to_bytes(_BYTES_OF_A_NUMBER, "big") for number in range(len(groups))))
    os.close(filling)
    # What is here now stays: the garbage collector of a worker need not look through it, nor copy it.
    gc.collect()
    gc.freeze()
    workers = [_forked(session, number, groups, drawing) for number in range(count)]
    os.close(drawing)
    left = {item.nodeid for group in groups for item in group}
    faults: list[str] = []
    for report in _reports(workers):
        if isinstance(report, str):
            faults.append(report)
            continue
        if report["when"] == "teardown":
            left.discard(report["nodeid"])
        made = session.config.hook.pytest_report_from_serializable(config=session.config, data=report)
        session.config.hook.pytest_runtest_logreport(report=made)
    if left:
        faults.append(f"{len(left)} tests did not run to their end, the first of them {min(left)}")
    if faults:
        session.shouldfail = "\n".join(faults)
    if session.shouldfail:
        raise session.Failed(session.shouldfail)
    return True


def _groups(items: Sequence[pytest.Item]) -> list[list[pytest.Item]]:
    """Return the tests in parts of files: those that take long first."""
    groups: list[list[pytest.Item]] = []
    for item in items:
        if not groups or groups[-1][-1].path != item.path or len(groups[-1]) == _LARGEST_GROUP:
            groups.append([])
        groups[-1].append(item)
    return sorted(groups, key=lambda group: not group[0].nodeid.startswith(_FIRST))


def _forked(session: pytest.Session, number: int, groups: Sequence[Sequence[pytest.Item]], drawing: int) -> _Worker:
    """Start a process that runs the groups whose numbers it draws."""
    # One folder for all would have the settings of all in it.
    factory = vars(session.config)["_tmp_path_factory"]
    folder = factory.getbasetemp() / f"worker{number}"
    folder.mkdir()
    receiving, sending = Pipe(duplex=False)
    pid = os.fork()
    if pid == 0:
        receiving.close()
        factory._basetemp = folder
        _work(session, (item for at in _drawn(drawing) for item in groups[at]), sending)
    sending.close()
    return _Worker(pid, receiving)


def _drawn(drawing: int) -> Iterator[int]:
    """Yield the numbers that this process draws, until there are none."""
    while number := os.read(drawing, _BYTES_OF_A_NUMBER):
        yield int.from_bytes(number, "big")


def _work(session: pytest.Session, items: Iterator[pytest.Item], sending: "Connection[Any, Any]") -> NoReturn:
    """Run these tests and send their reports; then end this process."""
    status = 1
    try:
        manager = session.config.pluginmanager
        # Files of its own for what tests write.
        capture: Any = manager.getplugin("capturemanager")
        capture.stop_global_capturing()
        capture.start_global_capturing()
        capture.suspend_global_capture()
        reporter: Any = manager.unregister(name="terminalreporter")
        manager.register(_Writer(reporter._tw), name="terminalreporter")
        manager.register(_Reports(session.config, sending))
        item = next(items, None)
        while item is not None:
            # pytest keeps fixtures that the following test uses too.
            following = next(items, None)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            item = following
        status = 0
    except BaseException:
        sending.send(traceback.format_exc())
    finally:
        os._exit(status)


class _Writer:
    """A plugin in the place of pytest's reporter, whose writer says how a failure is coloured."""

    def __init__(self, writer: object) -> None:
        self._tw = writer


class _Reports:
    """A plugin that sends each report to the process that collected the tests."""

    def __init__(self, config: pytest.Config, sending: "Connection[Any, Any]") -> None:
        self._config, self._sending = config, sending

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Send a report."""
        self._sending.send(self._config.hook.pytest_report_to_serializable(config=self._config, report=report))


def _reports(workers: Sequence[_Worker]) -> Iterator[Any]:
    """Yield the reports of all processes as they come, and a text for each process that ends with a fault."""
    running = {worker.reports: worker.pid for worker in workers}
    while running:
        for connection in wait(list(running)):
            assert isinstance(connection, Connection)
            try:
                yield connection.recv()
            except EOFError:
                status = os.waitstatus_to_exitcode(os.waitpid(running.pop(connection), 0)[1])
                if status:
                    yield f"a process of the tests ended with status {status}"
