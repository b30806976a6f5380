# What the client advises works: the command is taken from its own words and run.
# shellcheck shell=bash

# advised OUTPUT: the first command that is advised with sudo, as root runs it.
advised() {
  sed -nE 's/^.*: +sudo (.*)$/\1/p' <<<"$1" | head -n 1
}

test_advice_when_the_service_is_down_starts_it() {
  local answer advice
  box_run systemctl stop bankumd.socket bankumd.service
  for language in en id; do
    answer=$(box_run bankumctl --lang "$language" status 2>&1 || echo "status $?")
    expect_contains "the answer" "status 69" "$answer"
    advice=$(advised "$answer")
    expect_equal "the advice in $language" "systemctl start bankumd.socket" "$advice"
  done
  # shellcheck disable=SC2086
  box_run $advice
  box_run bankumctl wait --timeout 10
  expect_contains "the answer after it" '"state":"running"' "$(box_run bankumctl status --json=short)"
}

test_advice_when_a_right_is_missing_is_a_command_that_has_it() {
  local answer advice
  box_run id alice >/dev/null 2>&1 || box_run useradd alice
  for language in en id; do
    answer=$(box_run su alice -c "bankumctl --lang $language reload" 2>&1 || echo "status $?")
    expect_contains "the answer" "status 77" "$answer"
    advice=$(advised "$answer")
    expect_equal "the advice in $language" "bankumctl reload" "$advice"
  done
  # shellcheck disable=SC2086
  box_run $advice
}
