"""The wheel holds everything and works where there is no checkout."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env=_environment()
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def _environment() -> dict[str, str]:
    # Nothing of the checkout, the test run or the operator's own settings may shine through.
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel; the dependencies are borrowed from this one."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    packages = folder / Path(
        sysconfig.get_path("purelib", "venv", {"base": ".", "installed_base": "."})
    )
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    python = folder / "bin" / "python"
    _run(
        sys.executable, "-m", "pip", "--python", python,
        "install", "--no-deps", "--no-index", "--disable-pip-version-check", wheel,
        cwd=folder,
    )  # fmt: skip
    return folder


def _kept(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_module_and_resource(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    wanted = {f"console/{name}" for name in _kept(ROOT / "console")}
    wanted |= {f"console/_resources/{name}" for name in _kept(ROOT / "resources")}

    assert "console/_resources/i18n/zh_CN.qm" in wanted
    assert any(name.startswith("console/db/migrations/versions/") for name in wanted)
    assert sorted(wanted - names) == []


def test_the_installed_program_finds_its_own_resources(installed: Path, tmp_path: Path) -> None:
    said = _run(
        installed / "bin" / "python",
        "-c",
        "from console.assets import path; print(path('themes', 'tokens.json').resolve(True))",
        cwd=tmp_path,
    )
    assert Path(said.strip()).is_relative_to(installed)


def test_the_installed_command_makes_a_database(installed: Path, tmp_path: Path) -> None:
    command = installed / "bin" / "grid-console"
    url = f"sqlite:///{tmp_path / 'new.db'}"

    _run(command, "--database", url, "db", "upgrade", cwd=tmp_path)
    _run(command, "--database", url, "db", "check", cwd=tmp_path)

    assert (tmp_path / "new.db").stat().st_size > 0
