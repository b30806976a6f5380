// What the room Systemd uses of libsystemd and of the C library beside it.

// Without this the journal's functions are macros that would report this header as the place in the code.
#define SD_JOURNAL_SUPPRESS_LOCATION

#include <malloc.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-id128.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

// `environ` is a mutable global, which Swift 6 does not let one read by name.
static inline char *const *bankum_environment(void) {
  extern char **environ;
  return environ;
}
