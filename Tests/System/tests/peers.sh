# Who calls is what the kernel says.
# shellcheck shell=bash

test_every_user_is_seen_by_its_own_number() {
  local user uid
  for user in alice bob; do
    box_run id "$user" >/dev/null 2>&1 || box_run useradd "$user"
    uid=$(box_run id -u "$user")
    expect_contains "what $user is" "\"uid\":$uid" "$(box_run su "$user" -c 'bankumctl whoami --json=short')"
  done
  expect_contains "what root is" '"uid":0' "$(box_run bankumctl whoami --json=short)"
}

test_nobody_is_refused() {
  local mark answer
  mark=$(journal_mark)
  answer=$(box_run setpriv --reuid 65534 --regid 65534 --clear-groups bankumctl whoami --json=short || echo "refused")
  expect_contains "the answer to nobody" refused "$answer"
  [[ $answer != *'"uid":65534'* ]] || fail "nobody was answered: $answer"
  eventually 5 has_event "$mark" peerRefused
  expect_contains "the answer to root after it" '"uid":0' "$(box_run bankumctl whoami --json=short)"
}

test_only_a_user_with_a_role_may_reload() {
  box_run id alice >/dev/null 2>&1 || box_run useradd alice
  expect_failure box_run su alice -c 'bankumctl reload'
  # The unit's own user, as which ExecReload= runs.
  box_run setpriv --reuid bankum --regid bankum --clear-groups bankumctl reload
}
