#!/bin/sh
# Prints where Chromium is, for the browser tests. If there is none it is fetched from Debian: installed
# as root, else unpacked under .hmk/chromium, where nothing of the system is touched.
set -eu

cd "$(dirname "$0")/.."
own=$(pwd)/.hmk/chromium

say() { printf '%s\n' "$*" >&2; }

works() { "$1" --version >/dev/null 2>&1; }

print_if_works() {
    [ -n "$1" ] && works "$1" || return 1
    printf '%s\n' "$1"
}

fail() {
    say "There is no Chromium for the browser tests, and it could not be fetched: $1"
    say "This would help: apt-get install chromium, or CHROMIUM=/where/it/is make test"
    exit 1
}

install_as_root() {
    say "Installing Chromium (apt-get install chromium) ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2 || fail "apt-get update failed."
    apt-get install -y -qq --no-install-recommends chromium >/dev/null ||
        fail "apt-get install chromium failed."
}

# apt with lists and archives of our own; it knows what the system has, and changes nothing there.
own_apt() {
    apt-get -qq \
        -o Dir::State="$own/apt" -o Dir::State::status=/var/lib/dpkg/status \
        -o Dir::Cache="$own/apt" -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" "$@"
}

unpack_without_root() {
    say "Unpacking Chromium under .hmk/chromium ..."
    rm -rf "$own"
    mkdir -p "$own/tree" "$own/apt/lists/partial" "$own/apt/archives/partial"
    own_apt update >&2 || fail "apt-get update failed."
    own_apt install -y --no-install-recommends --download-only chromium >&2 ||
        fail "its packages could not be downloaded."
    for package in "$own"/apt/archives/*.deb; do
        dpkg -x "$package" "$own/tree"
    done
    rm -rf "$own/apt" "$own/tree/usr/share/icons" "$own/tree/usr/share/doc"
    write_launcher
}

# What the packages would have set up when installed: where libraries and letters are.
write_launcher() {
    libraries=$(find "$own"/tree/lib/*-linux-gnu "$own"/tree/usr/lib/*-linux-gnu \
        -name '*.so*' ! -type d -exec dirname {} + 2>/dev/null | sort -u | tr '\n' ':')
    mkdir -p "$own/fonts-cache"
    cat >"$own/fonts.conf" <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>$own/tree/usr/share/fonts</dir>
  <cachedir>$own/fonts-cache</cachedir>
</fontconfig>
FONTS
    cat >"$own/chromium" <<LAUNCHER
#!/bin/sh
export LD_LIBRARY_PATH="$libraries\${LD_LIBRARY_PATH:-}"
export FONTCONFIG_FILE="$own/fonts.conf"
exec "$own/tree/usr/lib/chromium/chromium" "\$@"
LAUNCHER
    chmod 755 "$own/chromium"
}

if [ -n "${CHROMIUM:-}" ]; then
    print_if_works "$CHROMIUM" && exit
    fail "CHROMIUM is $CHROMIUM, which does not run."
fi
for known in /usr/bin/chromium "$(command -v chromium || true)" "$own/chromium"; do
    print_if_works "$known" && exit
done
command -v apt-get >/dev/null || fail "this is no Debian."
if [ "$(id -u)" = 0 ]; then
    install_as_root
    print_if_works /usr/bin/chromium && exit
else
    unpack_without_root
    print_if_works "$own/chromium" && exit
fi
fail "it is there now, but does not run."
