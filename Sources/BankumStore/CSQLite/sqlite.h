/* Debian's library has the hook before each change of a row; its header shows it only to those who ask. */
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif
#include <sqlite3.h>

/* sqlite3_db_config has a variable number of arguments, which Swift cannot call. */
static inline int bankum_sqlite_defend(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (void *)0);
}

/* Leaves the file and its log as they are when the last connection is closed. */
static inline int bankum_sqlite_keep_log(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (void *)0);
}

/* An empty text that is somewhere. */
static inline const char *bankum_sqlite_empty(void) { return ""; }
