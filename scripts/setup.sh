#!/bin/sh
# Makes the Python environment .venv, with exactly the packages of requirements/all.txt.
set -eu

cd "$(dirname "$0")/.."
clone=$(pwd)
venv=$clone/.venv

say() { printf '%s\n' "$*" >&2; }

find_python() {
    # 3.11 first: that is what the lock was made on.
    for name in "${PYTHON:-}" python3.11 python3 python3.12 python3.13; do
        [ -n "$name" ] || continue
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    say "There is no Python 3.11 or newer. This would help: apt-get install python3 python3-venv"
    exit 1
}

make_venv() {
    python=$1
    say "Making .venv with $python ..."
    "$python" -m venv --clear "$venv" >/dev/null 2>&1 && return
    # Debian's python3 comes without ensurepip. A pip that is there already can do its part.
    if "$python" -m pip --version >/dev/null 2>&1; then
        rm -rf "$venv"
        "$python" -m venv --without-pip "$venv" && return
    fi
    rm -rf "$venv"
    say "$python cannot make an environment: its module ensurepip is missing."
    say "This would help: apt-get install python3-venv"
    exit 1
}

install() {
    say "Installing the packages of requirements/all.txt ..."
    set -- install --quiet --disable-pip-version-check --no-input --require-hashes --no-deps \
        --requirement requirements/all.txt
    if "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        "$venv/bin/python" -m pip "$@"
    else
        python=$(find_python)
        "$python" -m pip --python "$venv/bin/python" "$@"
    fi
}

# The project itself is not built: its folder is put on the path, and `hmk` is two lines.
link_project() {
    packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' "$clone" >"$packages/hmk_graph.pth"
    cat >"$venv/bin/hmk" <<LAUNCHER
#!/bin/sh
exec "$venv/bin/python" -m hmk_graph.cli "\$@"
LAUNCHER
    chmod 755 "$venv/bin/hmk"
}

rm -f "$venv/.ready"
# A moved clone has an environment that points to the old place; a half-made one does not run.
if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.prefix != sys.argv[1])' "$venv" 2>/dev/null; then
    python=$(find_python)
    make_venv "$python"
fi
install
link_project
touch "$venv/.ready"
