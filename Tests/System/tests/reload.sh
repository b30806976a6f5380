# A new configuration is taken whole or not at all, and the one who asked hears which.
# shellcheck shell=bash

test_a_good_configuration_is_reloaded_without_a_new_process() {
  local pid mark
  pid=$(main_process)
  mark=$(journal_mark)
  box_run systemctl reload bankumd.service
  expect_equal "the process" "$pid" "$(unit_property MainPID)"
  expect_equal "the state" active/running "$(unit_property ActiveState)/$(unit_property SubState)"
  has_event "$mark" reloaded || fail "no event 'reloaded' in the journal"
  box_run bankumctl reload || fail "bankumctl reload as root"
}

test_a_bad_configuration_is_refused_and_the_old_one_stays() {
  local pid mark message status refused
  pid=$(main_process)
  status=$(unit_property StatusText)
  bad_configuration
  mark=$(journal_mark)
  expect_failure box_run systemctl reload bankumd.service
  expect_equal "the process" "$pid" "$(unit_property MainPID)"
  expect_equal "the state" active/running "$(unit_property ActiveState)/$(unit_property SubState)"
  message=$(journal_since "$mark" "MESSAGE_ID=$(message_id reloadFailed)" --output cat)
  expect_contains "the journal's reason" noSuchSetting "$message"
  refused=$(unit_property StatusText)
  [ "$refused" != "$status" ] || fail "the status line says nothing of the refusal: $refused"
  expect_contains "the answer after it" '"uid":0' "$(box_run bankumctl whoami --json=short)"

  expect_failure box_run bankumctl reload
  good_configuration
  box_run systemctl reload bankumd.service
  [ "$(unit_property StatusText)" != "$refused" ] || fail "the status line still speaks of the refused configuration"
}

test_a_hangup_signal_reloads_too() {
  local pid mark
  pid=$(main_process)
  mark=$(journal_mark)
  box_run systemctl kill --signal HUP --kill-who main bankumd.service
  eventually 5 has_event "$mark" reloaded
  bad_configuration
  box_run systemctl kill --signal HUP --kill-who main bankumd.service
  eventually 5 has_event "$mark" reloadFailed
  eventually 5 unit_is SubState running
  expect_equal "the process" "$pid" "$(unit_property MainPID)"
}
