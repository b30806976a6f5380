# Socket activation: the socket is systemd's, and outlives every daemon that serves on it.
# shellcheck shell=bash

test_the_first_client_starts_the_daemon() {
  box_run systemctl stop bankumd.service
  expect_equal "the daemon" inactive "$(unit_property ActiveState)"
  expect_equal "the socket" active "$(unit_property ActiveState bankumd.socket)"
  expect_contains "the answer" '"uid":0' "$(box_run bankumctl whoami --json=short)"
  expect_equal "the daemon" active "$(unit_property ActiveState)"
}

test_everybody_may_connect_to_the_socket_and_finds_it_in_the_registry() {
  expect_equal "the socket's mode and owner" "666 root root" "$(box_run stat -c '%a %U %G' /run/bankum/org.bankum)"
  expect_equal "its folder's mode and owner" "755 root root" "$(box_run stat -c '%a %U %G' /run/bankum)"
  expect_equal "the registry's entry" /run/bankum/org.bankum \
    "$(box_run readlink -f /run/varlink/registry/org.bankum.Service)"
}

test_no_connection_is_refused_while_the_daemon_is_restarted() {
  start_knocking
  local round result
  for round in 1 2 3 4 5; do
    box_run systemctl restart bankumd.service || fail "restart $round"
  done
  end_knocking
  expect_equal "refused connections" 0 "$(count refused "$result")"
}

test_no_connection_is_refused_in_a_storm_of_20_kills() {
  start_knocking
  local round pid result
  for round in {1..20}; do
    pid=$(main_process)
    box_run kill -KILL "$pid"
    eventually 5 replaced "$pid"
  done
  end_knocking
  expect_equal "refused connections" 0 "$(count refused "$result")"
  expect_at_most "calls cut by a kill" 20 "$(count cut "$result")"
  expect_at_most "the longest wait in milliseconds" 3000 "$(count slowest "$result")"
  expect_equal "restarts that systemd counts" 20 "$(unit_property NRestarts)"
}
