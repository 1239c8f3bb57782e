"""The command line ``grid-console``: without a command it opens the window."""

import console.before_qt  # noqa: F401

# isort: split
import sys
from functools import partial
from pathlib import Path

import click
from PySide6.QtCore import QCoreApplication, QLocale

from console.db.engine import default_url
from console.domain.rights import Actor
from console.log_file import begin_log, end_log
from console.terminal.archive import find_cases
from console.terminal.cameras import cameras_group
from console.terminal.channels import channels_group
from console.terminal.database import database_group, demo
from console.terminal.exporting import export_group
from console.terminal.importing import import_group
from console.terminal.incident import incident_group
from console.terminal.ladder import acknowledge, check_in, extend, ladder_group
from console.terminal.outbox import outbox_group
from console.terminal.people import dispatch, member_group
from console.terminal.replay import replay_command
from console.terminal.shifts import export_shifts, import_shifts
from console.terminal.sitting import (
    Reporting,
    Sitting,
    operator_or_user,
    workstation_or_host,
)
from console.terminal.skills import certify, revoke, skill_group, train
from console.terminal.weights import weights_group
from console.widgets.language import LOCALES, Language


@click.group(cls=Reporting, invoke_without_command=True)
@click.option("--database", metavar="URL", help="A file or a postgresql:// address.")
@click.option("--lang", type=click.Choice(sorted(LOCALES)), help="The language of the answers.")
@click.option("--operator", help="Who does it; the user's account if not given.")
@click.option("--workstation", help="Where; the computer's name if not given.")
@click.option("--demo-traffic", is_flag=True, help="With the window: let reports arrive.")
@click.option("--shot", type=click.Path(path_type=Path), help="Write the window to a PNG.")
@click.option("--theme", type=click.Choice(["dark", "light", "contrast"]), help="With the window.")
@click.version_option(package_name="grid-console")
@click.pass_context
def root(
    context: click.Context,
    database: str | None,
    lang: str | None,
    operator: str | None,
    workstation: str | None,
    *,
    demo_traffic: bool,
    shot: Path | None,
    theme: str | None,
) -> None:
    """Operations console of a community's social governance operations center."""
    if context.invoked_subcommand is None:
        arguments = ["--demo-traffic"] if demo_traffic else []
        for name, value in (
            ("--database", database),
            ("--lang", lang),
            ("--operator", operator),
            ("--workstation", workstation),
            ("--shot", shot),
            ("--theme", theme),
        ):
            arguments += [] if value is None else [name, str(value)]
        from console import app

        context.exit(app.main(arguments))
    if context.invoked_subcommand in ("shots", "board"):
        context.obj = database, lang
        return
    context.call_on_close(partial(end_log, begin_log("terminal.log")))
    context.call_on_close(_speak(lang).stop)
    actor = Actor(operator_or_user(operator), workstation_or_host(workstation))
    context.obj = Sitting(database or default_url(), actor)


@root.command("shots")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--only", multiple=True, metavar="NAME", help="This screen and no other: desk, …")
@click.pass_context
def shots(context: click.Context, folder: Path, only: tuple[str, ...]) -> None:
    """Write pictures of every screen, in both languages and themes, to a folder."""
    from console.shots import take

    context.exit(take(folder, frozenset(only)))


@root.command("board")
@click.pass_obj
def board(chosen: tuple[str | None, str | None]) -> None:
    """Show the wall alone, full screen: it reads and can do nothing else."""
    from console.board import main as show_wall

    sys.exit(show_wall(*chosen))


for _command in (
    incident_group,
    dispatch,
    member_group,
    weights_group,
    ladder_group,
    skill_group,
    import_group,
    export_group,
    replay_command,
    database_group,
    demo,
    channels_group,
    cameras_group,
    outbox_group,
):
    root.add_command(_command)


for _command in (certify, train, revoke):
    member_group.add_command(_command)


for _command in (acknowledge, check_in, extend, find_cases):
    incident_group.add_command(_command)
export_group.add_command(export_shifts)
import_group.add_command(import_shifts)


def _speak(lang: str | None) -> Language:
    """Answer in the language asked for, or in the system's; Chinese if that is neither."""
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    english = QLocale.system().language() == QLocale.Language.English
    language = Language(app)
    language.use(lang or ("en" if english else "zh"))
    return language


def main() -> None:
    """Run the command line."""
    root(prog_name="grid-console")


if __name__ == "__main__":
    main()
