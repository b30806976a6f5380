# Start, signs of life, stop.
# shellcheck shell=bash

test_systemctl_shows_that_it_is_ready_and_what_it_does() {
  expect_equal "the state" active/running "$(unit_property ActiveState)/$(unit_property SubState)"
  [ -n "$(unit_property StatusText)" ] || fail "no status text"
  expect_contains "systemctl status" "Status: \"$(unit_property StatusText)\"" "$(box_run systemctl status bankumd)"
}

test_it_stops_within_a_second_and_says_so() {
  local mark begin took
  mark=$(journal_mark)
  begin=$(monotonic_milliseconds)
  box_run systemctl stop bankumd.service
  took=$(($(monotonic_milliseconds) - begin))
  note "stopped after $took ms"
  expect_at_most "milliseconds to stop" 1000 "$took"
  expect_equal "the result" "success 0" "$(unit_property Result) $(unit_property ExecMainStatus)"
  has_event "$mark" stopping || fail "no event 'stopping' in the journal"
}

test_it_stops_within_a_second_with_an_idle_client_connected() {
  # The client holds its connection until the daemon closes it.
  # shellcheck disable=SC2016 # perl's variables
  box_run perl -MIO::Socket::UNIX -e '
    my $socket = IO::Socket::UNIX->new(Peer => "/run/bankum/org.bankum") or die;
    open my $file, ">", "/run/connected"; close $file; sysread $socket, my $byte, 1' &
  local client=$! begin took
  eventually 5 box_run test -e /run/connected
  # The daemon has taken the connection when it has answered a later one.
  box_run bankumctl whoami >/dev/null
  begin=$(monotonic_milliseconds)
  box_run systemctl stop bankumd.service
  took=$(($(monotonic_milliseconds) - begin))
  note "stopped after $took ms"
  expect_at_most "milliseconds to stop" 1000 "$took"
  expect_equal "the result" success "$(unit_property Result)"
  wait "$client"
}

test_the_watchdog_is_fed() {
  printf '%s\n' '[Service]' WatchdogSec=1 | service_settings
  box_run systemctl restart bankumd.service
  local pid
  pid=$(main_process)
  # Longer than several watchdog times: unfed, it would have been replaced three times.
  sleep 4
  expect_equal "the process and its restarts" "$pid 0" "$(unit_property MainPID) $(unit_property NRestarts)"
}

test_the_watchdog_replaces_a_stopped_process() {
  printf '%s\n' '[Service]' WatchdogSec=2 | service_settings
  box_run systemctl restart bankumd.service
  local pid mark begin took
  mark=$(journal_mark)
  pid=$(main_process)
  begin=$(monotonic_milliseconds)
  box_run kill -STOP "$pid"
  eventually 10 replaced "$pid"
  # The watchdog's two seconds, RestartSec= of one, and one to spare.
  took=$(($(monotonic_milliseconds) - begin))
  note "a new process after $took ms"
  expect_at_most "milliseconds to a new process" 4000 "$took"
  expect_contains "the journal" "Failed with result 'watchdog'" "$(journal_since "$mark" --unit bankumd --output cat)"
  expect_contains "the answer of the new process" '"uid":0' "$(box_run bankumctl whoami --json=short)"
}

test_it_restarts_by_itself_without_a_client() {
  local pid
  pid=$(main_process)
  box_run kill -SEGV "$pid"
  eventually 5 replaced "$pid"
  expect_equal "restarts" 1 "$(unit_property NRestarts)"
}
