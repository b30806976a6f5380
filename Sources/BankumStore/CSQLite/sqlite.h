#include <sqlite3.h>

/* sqlite3_db_config has a variable number of arguments, which Swift cannot call. */
static inline int bankum_sqlite_defend(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (void *)0);
}

/* An empty text that is somewhere. */
static inline const char *bankum_sqlite_empty(void) { return ""; }
