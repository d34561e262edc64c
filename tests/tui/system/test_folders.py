"""The folder of the settings is that of the system, also where newsdiff does not ask platformdirs."""

import platformdirs
import pytest

from tui.system.folders import settings_folder


@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "/home/mirka"},
        {"HOME": "/home/mirka/"},
        {"HOME": "/"},
        {"HOME": "home"},
        {},
        {"HOME": "/home/mirka", "XDG_CONFIG_HOME": "/srv/settings"},
        {"HOME": "/home/mirka", "XDG_CONFIG_HOME": "settings"},
        {"HOME": "/home/mirka", "XDG_CONFIG_HOME": ""},
    ],
    ids=lambda environment: ",".join(f"{name}={value}" for name, value in environment.items()) or "nothing",
)
def test_the_folder_is_that_of_platformdirs(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "ANDROID_DATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert settings_folder() == platformdirs.user_config_dir("newsdiff")
