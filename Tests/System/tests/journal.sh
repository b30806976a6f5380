# What an operator finds in the journal.
# shellcheck shell=bash

test_records_come_natively_with_their_fields() {
  local mark record
  mark=$(journal_mark)
  box_run systemctl restart bankumd.service
  has_event "$mark" started || fail "no event 'started' in the journal"
  record=$(journal_since "$mark" "MESSAGE_ID=$(message_id started)" --output export | tr -d '\000')
  local field
  for field in _TRANSPORT=journal SYSLOG_IDENTIFIER=bankumd CODE_FILE= CODE_LINE= CODE_FUNC= PRIORITY= \
    "_UID=$(box_run id -u bankum)" _SYSTEMD_UNIT=bankumd.service; do
    expect_contains "the record" "$field" "$record"
  done
}

test_nothing_but_records_comes_from_the_daemon() {
  local mark
  mark=$(journal_mark)
  box_run systemctl restart bankumd.service
  box_run bankumctl whoami >/dev/null
  box_run systemctl kill --signal HUP --kill-who main bankumd.service
  eventually 5 has_event "$mark" reloaded
  box_run systemctl stop bankumd.service
  expect_equal "lines written past the log" "" "$(journal_since "$mark" --output cat --identifier bankumd \
    _SYSTEMD_UNIT=bankumd.service _TRANSPORT=stdout)"
}

test_the_catalogue_explains_a_refused_reload_in_english() {
  local mark text
  bad_configuration
  mark=$(journal_mark)
  expect_failure box_run systemctl reload bankumd.service
  text=$(journal_since "$mark" --catalog "MESSAGE_ID=$(message_id reloadFailed)")
  expect_contains "the explanation" "Subject: bankum refused a new configuration" "$text"
  expect_contains "the explanation" noSuchSetting "$text"
  [[ $text != *@MESSAGE@* ]] || fail "a field was not filled in: $text"
}

test_the_catalogue_explains_a_refused_reload_in_indonesian() {
  local mark text
  bad_configuration
  mark=$(journal_mark)
  expect_failure box_run systemctl reload bankumd.service
  # A locale by the Indonesian name is all that the choice of language needs; its content may be any.
  box_run mkdir -p /run/locale
  box_run cp -r /usr/lib/locale/C.utf8 /run/locale/id_ID.UTF-8
  box_run journalctl --sync
  text=$(box_run env LOCPATH=/run/locale LC_ALL=id_ID.UTF-8 \
    journalctl --since "$mark" --catalog "MESSAGE_ID=$(message_id reloadFailed)")
  expect_contains "the explanation" "Subject: bankum menolak konfigurasi baru" "$text"
  expect_contains "the explanation" noSuchSetting "$text"
}
