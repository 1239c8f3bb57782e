"""Addresses of databases: what is understood, and that no password gets out."""

from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from console.db.address import Address
from console.domain.errors import Fault, FaultError


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("sqlite:////var/lib/grid/a.db", "/var/lib/grid/a.db"),
        ("/var/lib/grid/a b?#%41.db", "/var/lib/grid/a b?#%41.db"),
        ("sqlite:////中心/宝屯.db", "/中心/宝屯.db"),
        ("  /srv/a.db \n", "/srv/a.db"),
    ],
)
def test_a_file_is_meant_by_an_address_or_by_its_path(given: str, path: str) -> None:
    address = Address.parse(given)
    assert address.path == Path(path)
    assert address.shown == f"sqlite:///{path}"


def test_a_relative_path_counts_from_here_and_a_tilde_from_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert Address.parse("sqlite:///a.db").path == tmp_path / "a.db"
    assert Address.parse("~/a.db").path == tmp_path / "home" / "a.db"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_leads_to_the_one_driver(scheme: str) -> None:
    address = Address.parse(f"{scheme}://grid:secret@host:5433/center")
    assert isinstance(address.target, URL)
    assert address.target.drivername == "postgresql+psycopg"
    assert address.target.password == "secret"
    assert address.path is None
    assert address.shown == "postgresql://grid:***@host:5433/center"


def test_an_address_without_password_is_shown_as_it_is() -> None:
    assert Address.parse("postgresql://host/center").shown == "postgresql://host/center"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://grid:secret@host/center",
        "postgresql://host/center?user=grid&password=secret",
        "postgresql://host/center?sslpassword=secret",
    ],
)
def test_a_password_is_neither_shown_nor_in_the_representation(url: str) -> None:
    address = Address.parse(url)
    assert "secret" not in address.shown + repr(address) + str(address)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "a\0b",
        "mysql://u:secret@host/db",
        "oracle://secret@host",
        "postgresql://u:secret@host:port/db",
        "postgresql://u:secret@[::1/db",
    ],
)
def test_what_is_no_address_is_refused_without_telling_the_password(url: str) -> None:
    with pytest.raises(FaultError) as caught:
        Address.parse(url)
    assert caught.value.code is Fault.BAD_URL
    causes = [caught.value, caught.value.__cause__, caught.value.__context__]
    assert not any("secret" in f"{cause!r} {cause}" for cause in causes)
