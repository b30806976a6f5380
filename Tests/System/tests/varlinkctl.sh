# systemd's own client takes the daemon for one of its own.
# shellcheck shell=bash

# varlinkctl of the newer systemd, in the box.
varlinkctl() {
  box_run /opt/newer-systemd/varlinkctl "$@"
}

test_varlinkctl_finds_out_what_is_there() {
  need_newer
  local interfaces interface definition
  expect_contains "info" bankum "$(varlinkctl info /run/bankum/org.bankum)"
  interfaces=$(varlinkctl list-interfaces /run/bankum/org.bankum)
  expect_contains "the interfaces" org.bankum.Service "$interfaces"
  expect_contains "the interfaces" org.varlink.service "$interfaces"
  for interface in $interfaces; do
    definition=$(varlinkctl introspect /run/bankum/org.bankum "$interface") ||
      fail "cannot introspect $interface"
    expect_contains "the definition" "interface $interface" "$definition"
  done
}

test_varlinkctl_calls_methods_and_hears_errors() {
  need_newer
  local answer
  answer=$(varlinkctl --json=short call /run/bankum/org.bankum org.bankum.Service.WhoAmI '{}')
  expect_contains "the answer" '"uid":0' "$answer"
  expect_failure varlinkctl call /run/bankum/org.bankum org.bankum.Service.NoSuchMethod '{}'
}

test_varlinkctl_listens_to_a_subscription() {
  need_newer
  local answers
  # It goes on for ever: it is ended after the first answer.
  answers=$(box_run timeout 2 /opt/newer-systemd/varlinkctl --json=short --more call /run/bankum/org.bankum \
    org.bankum.Service.Monitor '{}' || true)
  expect_contains "the first answer" '"name":"state"' "$answers"
}
