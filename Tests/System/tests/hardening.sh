# The units as systemd reads them, on this Debian's version and the next one's, and the sandbox as the kernel shows it.
# shellcheck shell=bash

units=$BOX_REPOSITORY/deploy/systemd
# Set by need_newer.
newer=

# Copies the units to the folder $copies, with true in the place of the programs, which the newer system does not have.
# In /tmp, which it sees.
copy_units() {
  copies=$(mktemp -d /tmp/bankum-units.XXXXXX)
  trap 'rm -r "$copies"' EXIT
  cp -r "$units"/bankumd.* "$copies"
  sed -i 's|/usr/bin/bankum[a-z]*|/bin/true|' "$copies/bankumd.service"
}

newer_complaints() {
  "$newer/in" systemd-analyze verify --man=no "$copies/bankumd.service" "$copies/bankumd.socket" 2>&1 || true
}

exposure() {
  sed -n 's/.*Overall exposure level for bankumd.service: \([0-9.]*\).*/\1/p'
}

test_systemd_reads_the_units_without_a_complaint() {
  expect_equal "complaints" "" "$(box_run systemd-analyze verify bankumd.service bankumd.socket 2>&1)"
  expect_failure box_run systemd-analyze verify no-such-unit.service 2>/dev/null
}

test_a_newer_systemd_reads_the_units_without_a_complaint() {
  need_newer
  copy_units
  expect_equal "complaints" "" "$(newer_complaints)"
}

test_a_newer_systemd_reads_the_example_of_notify_reload_without_a_complaint() {
  need_newer
  copy_units
  local settings=$copies/bankumd.service.d/notify-reload.conf
  mv "$settings.example" "$settings"
  expect_equal "complaints" "" "$(newer_complaints)"
  # That it was read at all: a mistake in it is complained about.
  echo 'Type=nonsense' >>"$settings"
  expect_contains "complaints about a mistake" nonsense "$(newer_complaints)"
}

test_the_exposure_is_at_most_a_half() {
  expect_at_most "the exposure" 0.5 "$(box_run systemd-analyze security bankumd.service | exposure)"
}

test_the_exposure_is_at_most_a_half_to_a_newer_systemd() {
  need_newer
  copy_units
  expect_at_most "the exposure" 0.5 \
    "$("$newer/in" systemd-analyze security --offline=true "$copies/bankumd.service" | exposure)"
}

test_the_process_has_no_privilege_and_its_own_user() {
  local status
  status=$(box_run cat "/proc/$(main_process)/status")
  expect_contains "capabilities" $'CapEff:\t0000000000000000' "$status"
  expect_contains "capabilities to gain" $'CapBnd:\t0000000000000000' "$status"
  expect_contains "new privileges" $'NoNewPrivs:\t1' "$status"
  expect_contains "the system call filter" $'Seccomp:\t2' "$status"
  local uid
  uid=$(box_run id -u bankum)
  expect_contains "the user" $'Uid:\t'"$uid"$'\t'"$uid" "$status"
  expect_equal "the state folder" "700 bankum bankum" "$(box_run stat -c '%a %U %G' /var/lib/bankum)"
}
