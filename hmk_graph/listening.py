"""How the web listens: a tuned socket, and one uvicorn in each process that shares it."""

from __future__ import annotations

import gc
import logging
import socket
import sys
from collections.abc import Awaitable, Callable

import uvicorn

from hmk_graph import logs
from hmk_graph.open_websockets import OpenProtocol
from hmk_graph.settings import Settings, SettingsFault

APP = "hmk_graph.app:from_environment"
# What a reader that stops may cost in the kernel: about twice this. The default grows to 4 MB, full
# of prices that are no longer true when they are read.
SEND_BUFFER_BYTES = 64 * 1024
# A peer that takes nothing for this long is dropped by the kernel, also one with a zero window,
# which TCP's keepalive never notices.
STALLED_MS = 15_000
BACKLOG = 2048
MESSAGE_BYTES = 64 * 1024
# Longer than a proxy keeps an idle connection (60 s), or the proxy would use one that we just
# closed.
KEEP_ALIVE_S = 75
DRAIN_S = 5
# By itself Python looks through the youngest objects at each 700 new ones, and now and then through
# all: with thousands of sockets that was a fifth of what their return costs. Cycles are rare here.
RUBBISH_AFTER = (20_000, 20, 100)


log = logging.getLogger("hmk.web")


Farewell = Callable[[], Awaitable[None]]

# What is said before uvicorn closes anything: the application adds itself while it runs. One list a
# process, touched by its one event loop.
farewells: list[Farewell] = []


class Server(uvicorn.Server):
    """uvicorn, with a word to those who listen before their sockets are closed."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start as uvicorn does; what has been made by then is never looked through again."""
        await super().startup(sockets)
        gc.collect()
        gc.freeze()
        gc.set_threshold(*RUBBISH_AFTER)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say goodbye, then end as uvicorn does."""
        for say in farewells:
            await say()
        await super().shutdown(sockets)


def listening_socket(host: str, port: int) -> socket.socket:
    """Return a listening socket; accepted ones inherit its options (Linux).

    Raises:
        OSError: if the address is not ours or the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # A port whose old connections are still fading away may be taken; one in use may not.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STALLED_MS)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except BaseException:
        listener.close()
        raise
    return listener


def server_config(settings: Settings, app: str = APP) -> uvicorn.Config:
    """Return uvicorn's configuration; `app` names a function that makes the application."""
    return uvicorn.Config(
        app,
        factory=True,
        loop="uvloop",
        http="httptools",
        ws=OpenProtocol,
        ws_per_message_deflate=False,  # it doubles the memory of a socket and halves the fan-out
        ws_max_size=MESSAGE_BYTES,
        # By itself 15 s each: a socket that is dead is known as such within 30 s of its last sign
        # (rules, R10).
        ws_ping_interval=settings.ping_s,
        ws_ping_timeout=settings.ping_s,
        lifespan="on",
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=DRAIN_S,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        server_header=False,
        access_log=False,  # `logs.RequestLog` tells of requests, without queries and secrets
        log_config=None,
    )


def serve(settings: Settings, listener: socket.socket, app: str = APP) -> int:
    """Serve on a listening socket in this process until it is told to end; return the exit code.

    SIGTERM and SIGINT close every websocket with 1012, let answers out, end the application, and
    are no fault.
    """
    server = Server(server_config(settings, app))
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        return 0  # uvicorn raises the signal anew after it has drained
    except Exception:
        if server.started:
            raise
        # The edge of the process: what cannot be built now cannot be built by trying again.
        log.exception("the application cannot start")
    return 0 if server.started else uvicorn.config.STARTUP_FAILURE


def configure_logs(settings: Settings) -> None:
    """Send this process's log lines where the settings say."""
    logs.configure(
        level=settings.log_level, form=settings.log_format, known_secrets=settings.secrets()
    )


def main(handle: int, app: str = APP) -> int:
    """Be one of several web processes: the listening socket comes from the one who started us."""
    try:
        settings = Settings.from_environment()
    except SettingsFault as fault:
        sys.stderr.write(f"hmk: {fault}\n")
        return 2
    configure_logs(settings)
    with socket.socket(fileno=handle) as listener:
        log.info("listening on %s", listener.getsockname()[:2])
        return serve(settings, listener, app)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:3]))
