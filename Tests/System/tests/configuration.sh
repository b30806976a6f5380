# A configuration that is wrong at start.
# shellcheck shell=bash

test_a_bad_configuration_fails_the_start_once_and_for_all() {
  local mark
  box_run systemctl stop bankumd.service
  bad_configuration
  mark=$(journal_mark)
  expect_failure box_run systemctl start bankumd.service
  expect_equal "the state" "failed exit-code 78" \
    "$(unit_property ActiveState) $(unit_property Result) $(unit_property ExecMainStatus)"
  has_event "$mark" configurationRefused || fail "no event 'configurationRefused' in the journal"
  # Longer than RestartSec=.
  sleep 1.5
  expect_equal "the state later" failed/failed "$(unit_property ActiveState)/$(unit_property SubState)"
  expect_equal "restarts" 0 "$(unit_property NRestarts)"

  good_configuration
  box_run systemctl start bankumd.service
  expect_contains "the answer" '"uid":0' "$(box_run bankumctl whoami --json=short)"
}

test_a_client_is_turned_away_from_a_bad_configuration_and_starts_do_not_go_round() {
  local mark starts failure=0
  box_run systemctl stop bankumd.service
  bad_configuration
  mark=$(journal_mark)
  expect_failure box_run timeout 10 bankumctl whoami
  [ "$failure" -ne 124 ] || fail "the client still waited after 10 s"
  # Time enough for dozens of starts, if the client's connection were still in the queue.
  sleep 1.5
  starts=$(journal_since "$mark" "MESSAGE_ID=$(message_id configurationRefused)" --output cat | wc -l)
  # A client may try more than once.
  expect_at_most "starts" 5 "$starts"
  expect_equal "the socket" active "$(unit_property ActiveState bankumd.socket)"

  # The socket still listens: corrected, the next client finds the daemon.
  good_configuration
  expect_contains "the answer" '"uid":0' "$(box_run bankumctl whoami --json=short)"
}

test_a_wrong_argument_fails_the_start_once_and_for_all() {
  box_run systemctl stop bankumd.service
  printf '%s\n' '[Service]' ExecStart= 'ExecStart=/usr/bin/bankumd --no-such-option' | service_settings
  expect_failure box_run systemctl start bankumd.service
  sleep 1.5
  expect_equal "the state" "failed 0" "$(unit_property ActiveState) $(unit_property NRestarts)"
}
