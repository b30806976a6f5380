# From afar: ssh, as the account on the other side. No network: ssh talks with `sshd -i` over a pipe.
# shellcheck shell=bash

# An account `carol` whose key may do nothing but the bridge, and a host `rutan` in root's ssh configuration.
prepare_ssh() {
  if [ ! -x /usr/sbin/sshd ] || ! command -v ssh >/dev/null; then not_run "ssh or sshd is not installed"; fi
  box_run bash -s <<'SETUP'
set -e
[ -e /root/.ssh/rutan ] && exit 0
id carol >/dev/null 2>&1 || useradd --create-home --shell /bin/bash --password '*' carol
mkdir -p -m 700 /root/.ssh /home/carol/.ssh
mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/rutan
ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/host
printf 'restrict,command="bankumctl bridge" %s\n' "$(cat /root/.ssh/rutan.pub)" >/home/carol/.ssh/authorized_keys
chown -R carol: /home/carol/.ssh
cat >/root/.ssh/sshd_config <<'SERVER'
HostKey /root/.ssh/host
UsePAM no
PasswordAuthentication no
PidFile none
SERVER
cat >/root/.ssh/config <<'CLIENT'
Host rutan
  User carol
  IdentityFile /root/.ssh/rutan
  ProxyCommand /usr/sbin/sshd -i -f /root/.ssh/sshd_config
  StrictHostKeyChecking no
  UserKnownHostsFile /dev/null
  LogLevel ERROR
CLIENT
chmod 600 /root/.ssh/config
SETUP
}

test_from_afar_the_daemon_sees_the_account_there() {
  prepare_ssh
  local carol
  carol=$(box_run id -u carol)
  expect_contains "whoami over ssh" "\"uid\":$carol" "$(box_run bankumctl -H rutan whoami --json=short)"
  # The forced command is the bridge, whatever was asked for.
  expect_failure box_run bankumctl -H rutan reload
  expect_equal "the exit status without a role" 77 "${failure:-}"
}

test_an_unreachable_host_ends_with_69_and_advice() {
  prepare_ssh
  local answer
  answer=$(box_run bankumctl --lang en -H nobody@rutan whoami 2>&1 || echo "status $?")
  expect_contains "the answer" "status 69" "$answer"
  expect_contains "the advice" "ssh nobody@rutan bankumctl whoami" "$answer"
}
