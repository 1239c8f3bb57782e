"""Puts secrets into this computer's keyring, for the groups of the command line that need one."""

import click
from PySide6.QtCore import QCoreApplication


def keep(context: click.Context, name: str, value: str) -> None:
    """Keep a secret and say so; without a keyring, say where else it can stand, and fail."""
    from console.live.secrets import PREFIX, keep_secret

    if keep_secret(name, value):
        click.echo(
            QCoreApplication.translate(
                "Terminal", "The keyring has the secret {name} now."
            ).format(name=name)
        )
        return
    click.echo(
        QCoreApplication.translate(
            "Terminal",
            "This computer has no keyring that can be used. Put the secret into the environment"
            " variable {variable} of whoever starts the console.",
        ).format(variable=PREFIX + name),
        err=True,
    )
    context.exit(1)
