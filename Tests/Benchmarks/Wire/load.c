// load: calls org.varlink.service.GetInfo on a Unix socket and measures.
//
//   load calls SOCKET CONNECTIONS DEPTH SECONDS    one line: calls/s, p50 and p99 in microseconds, replies in all; of
//                                                  another call, $LOAD_CALL, whose reply has $LOAD_REPLY in it
//   load hold SOCKET COUNT UID                     opens COUNT connections as UID, prints "held N refused M", holds
//                                                  them until its input ends
//   load start PROGRAM...                          runs a program with a socket to notify at, ends it by SIGTERM; prints
//                                                  microseconds from fork to READY=1 and to the first answer on
//                                                  $LOAD_SOCKET, from SIGTERM to its end, and its exit status
//   load churn SOCKET LOOPS SECONDS                connects, calls, closes, in so many processes at once; prints how often
//   load spawn COUNT PROGRAM...                    runs a program COUNT times, output thrown away; median in us
//
// One thread and epoll: the load must not be what is measured. DEPTH calls are kept on the way on each connection; 1
// is serial. A reply is counted at its NUL, and the first of each connection is looked at.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char INFO[] = "{\"method\":\"org.varlink.service.GetInfo\"}";
static const char *text = INFO;                 // the call; its NUL is sent with it
static const char *wanted = "\"interfaces\":["; // what stands in the first reply

struct connection {
  int descriptor;
  int depth;
  int seen;
  uint64_t *sent; // a ring of the moments at which the calls on the way were sent
  int first;
  int count;
};

static void die(const char *what) {
  perror(what);
  exit(1);
}

static uint64_t now(void) { // nanoseconds
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static int dial(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address.sun_path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  strcpy(address.sun_path, path);
  int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  if (connect(descriptor, (struct sockaddr *)&address, sizeof address) != 0) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

static void call(struct connection *connection, int number) {
  static char bytes[1 << 18];
  size_t length = strlen(text) + 1;
  for (int index = 0; index < number; index++) memcpy(bytes + (size_t)index * length, text, length);
  uint64_t moment = now();
  ssize_t size = (ssize_t)length * number;
  if (send(connection->descriptor, bytes, (size_t)size, MSG_NOSIGNAL) != size) die("send");
  for (int index = 0; index < number; index++)
    connection->sent[(connection->first + connection->count++) % connection->depth] = moment;
}

static int ascending(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
  return a < b ? -1 : a > b;
}

static int calls(const char *path, int connections, int depth, double seconds) {
  if (connections < 1 || depth < 1 || depth > 256) return 64;
  struct connection *all = calloc((size_t)connections, sizeof *all);
  size_t capacity = 1 << 20, replies = 0;
  uint32_t *latencies = malloc(capacity * sizeof *latencies); // nanoseconds
  int poll = epoll_create1(EPOLL_CLOEXEC);
  static char buffer[1 << 18];
  for (int index = 0; index < connections; index++) {
    struct connection *connection = &all[index];
    connection->depth = depth;
    connection->sent = calloc((size_t)depth, sizeof *connection->sent);
    if ((connection->descriptor = dial(path)) < 0) die("connect");
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
    if (epoll_ctl(poll, EPOLL_CTL_ADD, connection->descriptor, &event) != 0) die("epoll_ctl");
  }
  uint64_t start = now(), end = start + (uint64_t)(seconds * 1e9), moment = start;
  for (int index = 0; index < connections; index++) call(&all[index], depth);
  while (moment < end) {
    struct epoll_event events[64];
    int ready = epoll_wait(poll, events, 64, 5000);
    if (ready <= 0) die("no reply for 5 s");
    for (int index = 0; index < ready; index++) {
      struct connection *connection = events[index].data.ptr;
      ssize_t size = recv(connection->descriptor, buffer, sizeof buffer, 0);
      if (size <= 0) die("the server closed");
      if (!connection->seen && memmem(buffer, (size_t)size, wanted, strlen(wanted)) == NULL) die("another reply");
      connection->seen = 1;
      moment = now();
      for (char *at = buffer; (at = memchr(at, 0, (size_t)(buffer + size - at))) != NULL; at++) {
        if (replies == capacity) latencies = realloc(latencies, (capacity *= 2) * sizeof *latencies);
        latencies[replies++] = (uint32_t)(moment - connection->sent[connection->first]);
        connection->first = (connection->first + 1) % connection->depth;
        connection->count--;
      }
      // A pipeline is filled up when half of it is empty, as a client does that sends what it has.
      if (connection->count <= connection->depth / 2) call(connection, connection->depth - connection->count);
    }
  }
  qsort(latencies, replies, sizeof *latencies, ascending);
  printf("%.0f %.1f %.1f %zu\n", (double)replies / ((double)(moment - start) / 1e9),
         latencies[replies / 2] / 1e3, latencies[replies * 99 / 100] / 1e3, replies);
  return 0;
}

static int hold(const char *path, int count, uid_t uid) {
  struct rlimit limit = {.rlim_cur = (rlim_t)count + 64, .rlim_max = (rlim_t)count + 64};
  setrlimit(RLIMIT_NOFILE, &limit);
  if (uid != geteuid() && setuid(uid) != 0) die("setuid");
  int *descriptors = calloc((size_t)count, sizeof *descriptors), held = 0, refused = 0;
  for (int index = 0; index < count; index++) {
    if ((descriptors[index] = dial(path)) < 0) die("connect");
  }
  // One call and its answer on each tells who was taken in; a refused one is at its end.
  for (int index = 0; index < count; index++) {
    char byte;
    ssize_t sent = send(descriptors[index], INFO, sizeof INFO, MSG_NOSIGNAL), got = 0;
    while (sent > 0 && (got = recv(descriptors[index], &byte, 1, 0)) == 1 && byte != 0) {}
    if (got == 1) held++; else refused++;
  }
  printf("held %d refused %d\n", held, refused);
  fflush(stdout);
  char byte;
  while (read(0, &byte, 1) > 0) {}
  return 0;
}

static int churn(const char *path, int loops, double seconds) {
  int results[2];
  if (loops < 1 || loops > 256 || pipe(results) != 0) return 64;
  uint64_t end = now() + (uint64_t)(seconds * 1e9);
  for (int loop = 0; loop < loops; loop++) {
    if (fork() != 0) continue;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    uint64_t done = 0;
    static char buffer[1 << 18];
    while (now() < end) {
      int descriptor = dial(path);
      if (descriptor < 0) continue; // refused: the next try
      ssize_t size = send(descriptor, text, strlen(text) + 1, MSG_NOSIGNAL);
      while (size > 0 && (size = recv(descriptor, buffer, sizeof buffer, 0)) > 0 && buffer[size - 1] != 0) {}
      if (size > 0) done++;
      close(descriptor);
    }
    if (write(results[1], &done, sizeof done) != sizeof done) _exit(1);
    _exit(0);
  }
  close(results[1]);
  uint64_t sum = 0, done;
  while (read(results[0], &done, sizeof done) == sizeof done) sum += done;
  while (wait(NULL) > 0) {}
  printf("%llu\n", (unsigned long long)sum);
  return 0;
}

static pid_t run(char **program) {
  pid_t child = fork();
  if (child != 0) return child;
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  int null = open("/dev/null", O_RDWR);
  dup2(null, 1);
  dup2(null, 2);
  execvp(program[0], program);
  _exit(127);
}

static int start(char **program) {
  const char *path = getenv("LOAD_SOCKET");
  char notify[] = "/tmp/load-XXXXXX", name[64];
  if (path == NULL || mkdtemp(notify) == NULL) return 64;
  snprintf(name, sizeof name, "%s/notify", notify);
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strcpy(address.sun_path, name);
  int listener = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0) die("bind");
  setenv("NOTIFY_SOCKET", name, 1);
  uint64_t begin = now();
  pid_t child = run(program);
  char message[4096];
  ssize_t size;
  struct timeval patience = {.tv_sec = 10};
  setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  do {
    size = recv(listener, message, sizeof message - 1, 0);
    if (size < 0) die("no READY=1");
    message[size] = 0;
  } while (strstr(message, "READY=1") == NULL);
  uint64_t ready = now();
  int descriptor = dial(path);
  if (descriptor < 0 || send(descriptor, INFO, sizeof INFO, MSG_NOSIGNAL) < 0) die("connect");
  while (recv(descriptor, message, 1, 0) == 1 && message[0] != 0) {}
  uint64_t answered = now();
  kill(child, SIGTERM);
  int status;
  waitpid(child, &status, 0);
  unlink(name);
  rmdir(notify);
  printf("%.0f %.0f %.0f %d\n", (double)(ready - begin) / 1e3, (double)(answered - begin) / 1e3,
         (double)(now() - answered) / 1e3, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return 0;
}

static int spawn(int count, char **program) {
  uint32_t *times = calloc((size_t)count, sizeof *times);
  for (int index = 0; index < count; index++) {
    uint64_t begin = now();
    pid_t child = run(program);
    int status;
    waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) die(program[0]);
    times[index] = (uint32_t)((now() - begin) / 1000);
  }
  qsort(times, (size_t)count, sizeof *times, ascending);
  printf("%u\n", times[count / 2]);
  return 0;
}

int main(int count, char **words) {
  if (getenv("LOAD_CALL") != NULL && getenv("LOAD_REPLY") != NULL) {
    text = getenv("LOAD_CALL");
    wanted = getenv("LOAD_REPLY");
    if (strlen(text) >= 1024) return 64;
  }
  if (count == 6 && !strcmp(words[1], "calls")) return calls(words[2], atoi(words[3]), atoi(words[4]), atof(words[5]));
  if (count == 5 && !strcmp(words[1], "hold")) return hold(words[2], atoi(words[3]), (uid_t)atoi(words[4]));
  if (count == 5 && !strcmp(words[1], "churn")) return churn(words[2], atoi(words[3]), atof(words[4]));
  if (count >= 3 && !strcmp(words[1], "start")) return start(words + 2);
  if (count >= 4 && !strcmp(words[1], "spawn")) return spawn(atoi(words[2]), words + 3);
  fputs("load calls SOCKET CONNECTIONS DEPTH SECONDS | hold SOCKET COUNT UID | churn SOCKET LOOPS SECONDS | "
        "start PROGRAM... | spawn COUNT PROGRAM...\n", stderr);
  return 64;
}
