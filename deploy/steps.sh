# Sourced by the commands of this folder: where things are, what is installed, how steps are shown.
# shellcheck shell=bash disable=SC2034

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 70
began=$SECONDS
step_number=0

# Bold only on a terminal.
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi

# step TEXT: a numbered line with the seconds since the start.
step() {
  step_number=$((step_number + 1))
  printf '%s[%3ds] %d. %s%s\n' "$bold" $((SECONDS - began)) "$step_number" "$*" "$plain"
}

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# quietly LOG COMMAND...: keeps the output in a file, and shows its end if the command fails.
quietly() {
  local log=$1
  shift
  if ! "$@" >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    fail "failed: $* (all of it: $log)"
  fi
}

# need_packages PACKAGE...: installs those Debian packages that are missing.
need_packages() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
  step "Installing from Debian: ${missing[*]}"
  "${root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null
}

need_swift() {
  command -v swift >/dev/null || fail "the Swift toolchain is missing: see https://www.swift.org/install/linux"
}

# What the sources are compiled against.
build_packages=(libsystemd-dev libsqlite3-dev pkg-config)

# The one release flavour: used by the demonstration, the system tests, the benchmarks and the package. Relative
# relocations and no exported symbols make the daemon 3 MB smaller in memory and quicker to start; that takes lld.
release_flags=(
  -c release --static-swift-stdlib -Xswiftc -use-ld=lld
  -Xlinker -s -Xlinker --exclude-libs=ALL -Xlinker --no-export-dynamic -Xlinker -z -Xlinker pack-relative-relocs
)

# build_programs PROGRAM...: in the release flavour.
build_programs() {
  local program
  mkdir -p .build
  for program in "$@"; do
    quietly ".build/release-$program.log" swift build "${release_flags[@]}" --product "$program"
  done
}

# The programs of the package.
build_release() {
  build_programs bankumd bankumctl bankum-match varlink-certification
}

# Where the release programs are.
release=.build/release
