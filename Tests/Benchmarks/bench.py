"""What the benchmarks share: daemons of their own, the load program, goals."""
import argparse
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(bench_class, parts, usage):
    """Parses the command line, measures the parts, says which goals were reached; the exit status."""
    parser = argparse.ArgumentParser(usage=usage)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--programs", type=pathlib.Path, default=ROOT / ".build/release")
    parser.add_argument("--only", action="append", choices=parts)
    bench_class.options(parser)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir="/tmp"))
    folder.chmod(0o755)
    bench = bench_class(options, folder)
    try:
        print(f"load average before: {os.getloadavg()[0]:.2f}; {os.cpu_count()} processors; "
              f"{options.rounds} rounds of {options.seconds:g} s", flush=True)
        for part in options.only or parts:
            getattr(bench, part)()
            sys.stdout.flush()
    finally:
        bench.end()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"load average after: {os.getloadavg()[0]:.2f}")
    return bench.summary()


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.daemon_program = options.programs / "bankumd"
        self.client_program = options.programs / "bankumctl"
        self.load = folder / "load"
        self.children = []
        self.goals = []
        subprocess.run(["gcc", "-O2", "-o", self.load, ROOT / "Tests/Benchmarks/Wire/load.c"], check=True)

    @staticmethod
    def options(parser):
        """More options of a benchmark."""

    def measure(self, path, connections, depth, prefix=(), call=None):
        """Calls a second, p50 and p99 of GetInfo, or of another call."""
        environment = dict(os.environ)
        if call:
            environment["LOAD_CALL"], environment["LOAD_REPLY"] = call
        seconds = str(self.options.seconds)
        return numbers(self.output([*prefix, self.load, "calls", path, str(connections), str(depth), seconds],
                                   env=environment))[:3]

    def daemon_command(self, name, configuration="", state=None, clock=None):
        home = self.folder / name
        home.mkdir(mode=0o755)
        if state is None:
            state = home / "state"
            state.mkdir(mode=0o700)
        (home / "bankum.yaml").write_text(configuration)
        path = str(home / "socket")
        command = [self.daemon_program, "--socket", path, "--state", state, "--config", home / "bankum.yaml"]
        return command + (["--clock", clock] if clock else []), path

    def daemon(self, configuration="", state=None, clock=None):
        self.end()
        command, path = self.daemon_command(f"daemon{time.monotonic_ns()}", configuration, state, clock)
        process = self.spawn(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(path, process).close()
        return process, path

    def client(self, path, *words):
        """What `bankumctl` prints."""
        return self.output([self.client_program, "--socket", path, *words])

    def spawn(self, command, keep=False, **options):
        process = subprocess.Popen([str(word) for word in command], **options)
        self.children.append((process, keep))
        return process

    def output(self, command, **options):
        return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE, text=True,
                              **options).stdout

    def end(self):
        """Ends the daemons that were started; those that are kept, at the very end."""
        kept = [] if sys.exc_info()[0] else [child for child in self.children if child[1]]
        for process, _ in [child for child in self.children if child not in kept]:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait(10)
        self.children = kept

    def goal(self, name, value, relation, limit):
        self.goals.append((name, value, relation, limit, value >= limit if relation == ">=" else value <= limit))

    def summary(self):
        for process, _ in self.children:
            process.terminate()
        print("\nGoals")
        for name, value, relation, limit, reached in self.goals:
            print(f"  {'reached' if reached else 'MISSED '}  {name}: {value:.2f} ({relation} {limit:g})")
        return 0 if all(goal[4] for goal in self.goals) else 1


def numbers(line):
    return [float(word) for word in line.split()]


def resident(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


def wait_for(path, process):
    for _ in range(2000):
        try:
            connection = socket.socket(socket.AF_UNIX)
            connection.connect(path)
            return connection
        except OSError:
            connection.close()
            if process.poll() is not None:
                raise RuntimeError(f"{process.args[0]} ended with {process.returncode}")
            time.sleep(0.005)
    raise RuntimeError(f"nobody listens on {path}")
