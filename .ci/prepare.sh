# Brings what ./run and ./test need: system packages, Python, the locked packages. To be sourced.
# shellcheck shell=bash

venv="$here/.venv"
python="$venv/bin/python"

# Alternatives after a bar: later Debian and Ubuntu releases renamed some packages.
qt_packages=(
    libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-randr0 libxcb-util1
    libdbus-1-3 libnss3 libxcomposite1 libxdamage1 libxrandr2 libxtst6 "libasound2|libasound2t64"
    libpulse0 libxkbfile1 libxshmfence1 "libglib2.0-0|libglib2.0-0t64" libfontconfig1
)

say() { # Chinese, English
    printf '%s\n%s\n' "$1" "$2" >&2
}

stop() { # Chinese, English
    say "$1" "$2"
    exit 1
}

is_debian() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

any_installed() { # name|other-name
    local name
    for name in ${1//|/ }; do
        is_installed "$name" && return 0
    done
    return 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" >&2
}

known_name() { # name|other-name: the first that this release has
    local name
    for name in ${1//|/ }; do
        if apt-cache show "$name" 2>/dev/null | grep -q '^Version:'; then
            echo "$name"
            return
        fi
    done
    echo "${1%%|*}"
}

# Install the packages that are missing; on a system without apt-get, trust what is there.
need_packages() {
    is_debian || return 0
    local wanted missing=() names=()
    for wanted in "$@"; do
        any_installed "$wanted" || missing+=("$wanted")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if as_root true; then
        say "缺少系统软件包，正在安装：${missing[*]}" "Installing missing system packages: ${missing[*]}"
        apt update || say "软件源未能更新，用现有列表继续。" "The package lists could not be renewed; going on with those at hand."
    fi
    for wanted in "${missing[@]}"; do
        names+=("$(known_name "$wanted")")
    done
    as_root true && apt install -y --no-install-recommends "${names[@]}" && return 0
    stop "还缺少系统软件包，这里无权安装或没能装上。请输入下面一行，然后再运行一次：
    sudo apt-get update && sudo apt-get install ${names[*]}" \
        "System packages are missing and could not be installed from here. Type the line above, then start again."
}

need_chinese_font() {
    if command -v fc-list >/dev/null && fc-list :lang=zh family 2>/dev/null | grep -q .; then
        return 0
    fi
    need_packages fontconfig fonts-noto-cjk
}

fits() { # a Python of 3.11 or later, whole enough to make a virtual environment
    command -v "$1" >/dev/null && "$1" -c '
import sys, ensurepip, sqlite3, ssl, venv
sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    local name
    for name in python3.11 python3.12 python3.13 python3; do
        if fits "$name"; then
            echo "$name"
            return 0
        fi
    done
    return 1
}

need_python() {
    find_python && return 0
    need_packages python3 python3-venv
    find_python && return 0
    stop "需要 Python 3.11 或更新版本（含 venv 模块），这台机器上没有找到。" \
        "Python 3.11 or later with its venv module is needed, and none was found on this machine."
}

# Bring .venv to the state that a lock file names; does nothing when it is there already.
need_locked() { # requirements.lock | requirements-dev.lock
    mkdir -p "$venv"
    (
        # Two starts at the same time must not install over each other.
        command -v flock >/dev/null && flock 9
        install_locked "$1"
    ) 9>"$venv/.busy"
}

install_locked() {
    local lock=$1 wanted base
    wanted=$(sha256sum <"$here/$lock")
    if "$python" -c '' 2>/dev/null && [ "$(cat "$venv/.$lock" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    if ! "$python" -m pip --version >/dev/null 2>&1; then
        base=$(need_python) || exit 1
        say "正在建立 Python 环境 .venv …" "Making the Python environment .venv …"
        "$base" -m venv --clear "$venv" || stop "无法建立 .venv。" "The environment .venv could not be made."
    fi
    say "正在安装锁定版本的软件包（$lock），第一次需要几分钟 …" \
        "Installing the locked packages ($lock); the first time takes some minutes …"
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
        --requirement "$here/$lock" >&2 ||
        stop "软件包没能装上。请检查网络和磁盘空间，然后再运行一次。" \
            "The packages could not be installed. Check the network and the free disk space, then start again."
    "$python" -c 'import PySide6.QtWidgets, PySide6.QtWebEngineCore' ||
        stop "Qt 不能启动，缺少上面一行所指的系统库。Debian 上的包名：${qt_packages[*]}" \
            "Qt does not start: the system library named above is missing. Debian calls them as listed."
    echo "$wanted" >"$venv/.$lock"
    if [ "$lock" = requirements-dev.lock ]; then # it holds the other one whole
        sha256sum <"$here/requirements.lock" >"$venv/.requirements.lock"
    fi
}

chromium_sandbox() {
    # Chromium's sandbox refuses to run as root; a user's console keeps it.
    if [ "$(id -u)" -eq 0 ]; then
        export QTWEBENGINE_DISABLE_SANDBOX=1
    fi
}
