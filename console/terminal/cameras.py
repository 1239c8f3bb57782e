"""``grid-console cameras``: where their streams are, and the logins that this computer keeps."""

import click

from console.db.queries import catalogue
from console.domain.errors import Refusal, Refused
from console.domain.streams import Address, read_address, secret_name
from console.terminal.keeping import keep
from console.terminal.sitting import Sitting, echo_json, json_option


@click.group("cameras")
def cameras_group() -> None:
    """Show the cameras with their streams, and keep the logins for them."""


@cameras_group.command("show")
@json_option
@click.pass_context
def show(context: click.Context, *, as_json: bool) -> None:
    """Show the cameras; of each stream, whether this computer has a login for it."""
    from console.live.logins import login_of

    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        cameras = catalogue(session).cameras
    rows = []
    for camera in cameras:
        address = read_address(camera.url) if camera.url else None
        has_login = address is not None and login_of(address) is not None
        rows.append((camera.code, camera.name, address, has_login))
    if as_json:
        echo_json([_plain(*row) for row in rows])
        return
    for code, name, address, has_login in rows:
        click.echo(f"{'✓' if has_login else ' '} {code}  {name}  {_shown(address) or '—'}")


def _plain(code: str, name: str, address: Address | None, has_login: bool) -> dict[str, object]:
    return {"code": code, "name": name, "stream": _shown(address), "login": has_login}


def _shown(address: Address | None) -> str:
    return "" if address is None else address.shown


@cameras_group.command("login")
@click.argument("host")
@click.option("--user", prompt=True, help="Asked for if not given.")
@click.option("--password", prompt=True, hide_input=True, help="Asked for if not given.")
@click.pass_context
def login(context: click.Context, host: str, user: str, password: str) -> None:
    """Keep the user and password of a camera or recorder, HOST or HOST:PORT, in the keyring."""
    address = read_address(f"rtsp://{host}/")
    if address is None or address.login is not None or not user or ":" in user:
        raise Refusal(Refused.BAD_VALUE, field="host", value=host.rpartition("@")[2])
    with_port = host.endswith(f":{address.port}")
    name = secret_name(address.host, address.port if with_port else None)
    keep(context, name, f"{user}:{password}")
