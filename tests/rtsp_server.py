"""A real RTSP server, GStreamer's, on this computer; run by the system's Python, which has it.

Plays a film at ``/film`` to everybody, and on a second port to whoever knows the password. The two
ports are the first line it prints.
"""

import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402 - the versions come first

film, user, password = sys.argv[1:]
Gst.init(None)
ports = []
servers = []
for locked in (False, True):
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(
        f"( filesrc location={film} ! qtdemux ! rtph264pay name=pay0 config-interval=-1 )"
    )
    if locked:
        allowed = Gst.Structure.new_from_string(
            "viewer,media.factory.access=true,media.factory.construct=true"
        )
        factory.add_role_from_structure(allowed)
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "viewer")
        keeper = GstRtspServer.RTSPAuth()
        keeper.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
        server.set_auth(keeper)
    server.get_mount_points().add_factory("/film", factory)
    server.attach(None)
    servers.append(server)
    ports.append(server.get_bound_port())
sys.stdout.write(" ".join(map(str, ports)) + "\n")
sys.stdout.flush()
loop = GLib.MainLoop()
# It ends with whoever started it, however that ends.
GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_HUP, lambda *_: loop.quit())
loop.run()
