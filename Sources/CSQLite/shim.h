#include <sqlite3.h>

/// sqlite3_db_config() is variadic, which Swift cannot call. Triggers and views that stand in a file are
/// not run nor read over this connection. Gives SQLite's result code of the first that fails.
static inline int lantoa_ignore_triggers_and_views(sqlite3 *db) {
  int code = sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  if (code != SQLITE_OK) return code;
  return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
}
