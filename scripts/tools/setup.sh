# Sourced by the scripts: makes sure that a JDK 17 or later and Maven are there.
# On Debian and Ubuntu what is missing is installed; elsewhere this says what to install.

say() { printf '%s\n' "$*" >&2; }

java_version() { "$1" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'; }

has_jdk() {
  local javac
  javac="${JAVA_HOME:+$JAVA_HOME/bin/}javac"
  command -v "$javac" >/dev/null 2>&1 && [ "$(java_version "${javac%c}")" -ge 17 ] 2>/dev/null
}

apt_install() {
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || { say "Not root and no sudo: install $* and try again."; exit 1; }
    as_root=(sudo)
  fi
  say "Installing $* with apt."
  "${as_root[@]}" apt-get update -q >&2 &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2 ||
    { say "apt could not install $*: see above."; exit 1; }
}

need() { # need WHAT PACKAGE…
  say "Not found: $1."
  if command -v apt-get >/dev/null 2>&1; then
    apt_install "${@:2}"
  else
    say "Install $1 and try again."
    exit 1
  fi
}

set_up() {
  if ! has_jdk; then
    need "a JDK 17 or later" openjdk-17-jdk-headless
    unset JAVA_HOME
    has_jdk || { say "The installed JDK is not on the PATH: set JAVA_HOME to it and try again."; exit 1; }
  fi
  need_command mvn "Maven" maven
}

need_command() { # need_command COMMAND WHAT PACKAGE
  command -v "$1" >/dev/null 2>&1 || need "$2" "$3"
}

# What functions are packaged with, beside a JDK.
need_packaging() {
  need_command strip "strip, which packages are made with" binutils
  need_command zstd "zstd, which packages are made with" zstd
  echo 'int main(void) { return 0; }' | gcc -static -o /dev/null -x c - -lzstd 2>/dev/null ||
    need "a C compiler with the static libraries of C and zstd, which packages are made with" \
      gcc libc6-dev libzstd-dev
}

# Two builds of one checkout at the same time would undo each other's work: this waits until no
# other shell holds the lock, and holds it until this one ends. (Without flock, nothing is locked.)
lock() { # lock ROOT
  if [ -n "${DIALTONE_LOCKED:-}" ] || ! command -v flock >/dev/null 2>&1; then return; fi
  mkdir -p "$1/.dialtone"
  exec 9>"$1/.dialtone/build.lock"
  if ! flock -n 9; then
    say "Another build of this checkout is running: waiting for it."
    flock 9
  fi
  export DIALTONE_LOCKED=1
}

# Runs Maven; shows warnings and errors only, without Maven's advice on itself and the JVM's on Maven.
maven() ( # maven ROOT ARGUMENT…
  lock "$1"
  cd "$1"
  shift
  set -o pipefail
  mvn -B -Dstyle.color=never -Dorg.slf4j.simpleLogger.defaultLogLevel=warn "$@" 2>&1 9>&- </dev/null |
    sed -u -e 's/\x1b\[[0-9;]*m//g' -e '/^$/d' -e '/^WARNING: /d' \
      -e '/^\[ERROR\] \(-> \)\?\(\[Help\|To see the full\|Re-run\|For more info\|After correcting\|  mvn <args>\|$\)/d' >&2
)
