/* The least that `lantoa learner import` could cost: a bare loop that reads a list of people, and writes
 * the rows it would write, with the same bytes in them, into a register that lantoa has made.
 *
 *   floor REGISTER PEOPLE.csv
 *
 * Journal, hashes, tables and indexes come out as lantoa's own: `lantoa journal verify` finds the register
 * sound afterwards. What is left out is what makes it an import: checks of the fields, looking whether
 * somebody is there already, foreign keys, rejected rows, a file that changes underneath. The list must be
 * one that people.py has written. */

#include <errno.h>
#include <inttypes.h>
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum { HASH = 32, ID = 16, TEXT = 4096, UNITS = 512 };

static const char header[] = "external_id,name,birth_year,sex,unit,hamlet,phone";

static void fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("floor: ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  exit(1);
}

/* ---- Hashes, ids, hexadecimal ---- */

static EVP_MD *sha256;
static EVP_MD_CTX *context;

static void hash_of(const void *first, size_t first_size, const void *rest, size_t rest_size,
                    uint8_t hash[HASH]) {
  if (!EVP_DigestInit_ex2(context, sha256, NULL) || !EVP_DigestUpdate(context, first, first_size) ||
      !EVP_DigestUpdate(context, rest, rest_size) || !EVP_DigestFinal_ex(context, hash, NULL))
    fail("SHA-256 failed");
}

static void random_bytes(uint8_t *bytes, size_t count) {
  static uint8_t pool[256];
  static size_t used = sizeof pool;
  if (used + count > sizeof pool) {
    if (getrandom(pool, sizeof pool, 0) != sizeof pool) fail("getrandom: %s", strerror(errno));
    used = 0;
  }
  memcpy(bytes, pool + used, count);
  used += count;
}

/* A version 7 UUID that sorts after the one before. */
static void new_id(int64_t milliseconds, uint8_t id[ID]) {
  static uint64_t last;
  uint64_t moment = (uint64_t)milliseconds << 12;
  last = moment > last ? moment : last + 1;
  for (int byte = 0; byte < 6; byte++) id[byte] = last >> (52 - 8 * byte);
  id[6] = 0x70 | (last >> 8 & 0x0F);
  id[7] = last;
  random_bytes(id + 8, 8);
  id[8] = 0x80 | (id[8] & 0x3F);
}

static char *put_hex(char *at, const uint8_t *bytes, int count) {
  for (int i = 0; i < count; i++) {
    *at++ = "0123456789abcdef"[bytes[i] >> 4];
    *at++ = "0123456789abcdef"[bytes[i] & 15];
  }
  return at;
}

static char *put_id(char *at, const uint8_t id[ID]) {
  static const int parts[] = {4, 2, 2, 2, 6};
  for (int part = 0; part < 5; part++) {
    if (part > 0) *at++ = '-';
    at = put_hex(at, id, parts[part]);
    id += parts[part];
  }
  return at;
}

static char *put(char *at, const char *text) {
  size_t size = strlen(text);
  memcpy(at, text, size);
  return at + size;
}

static char *put_number(char *at, int64_t number) { return at + sprintf(at, "%" PRId64, number); }

/* ---- Names as they are searched ---- */

/* By code point, from À to ỹ: the letter without its marks. */
static char folded_letters[0x1F00];

static unsigned code_point(const char **text) {
  const uint8_t *bytes = (const uint8_t *)*text;
  int size = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
  *text += size;
  switch (size) {
    case 1: return bytes[0];
    case 2: return (bytes[0] & 31u) << 6 | (bytes[1] & 63u);
    case 3: return (bytes[0] & 15u) << 12 | (bytes[1] & 63u) << 6 | (bytes[2] & 63u);
    default: fail("a letter beyond Vietnamese: %s", bytes); return 0;
  }
}

static void prepare_folding(void) {
  static const struct {
    char base;
    const char *letters;
  } rows[] = {
      {'a', "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"}, {'e', "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"},
      {'i', "ìíỉĩịÌÍỈĨỊ"},                          {'o', "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"},
      {'u', "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"},              {'y', "ỳýỷỹỵỲÝỶỸỴ"},
      {'d', "đĐ"},
  };
  for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
    for (const char *letter = rows[row].letters; *letter;)
      folded_letters[code_point(&letter)] = rows[row].base;
}

static void fold(const char *name, char *folded) {
  while (*name) {
    unsigned point = code_point(&name);
    if (point < 0x80) {
      *folded++ = point >= 'A' && point <= 'Z' ? point + 32 : point;
    } else {
      if (point >= sizeof folded_letters || !folded_letters[point])
        fail("a letter that people.py does not write: U+%04X", point);
      *folded++ = folded_letters[point];
    }
  }
  *folded = 0;
}

static int64_t likeness(const char *folded, int year, const char *sex) {
  char text[TEXT + 64];
  sprintf(text, "%s\n%d\n%s", folded, year, sex);
  uint64_t hash = 0xCBF29CE484222325;
  for (const char *byte = text; *byte; byte++) hash = (hash ^ (uint8_t)*byte) * 0x100000001B3;
  return (int64_t)hash;
}

/* ---- The register ---- */

static sqlite3 *db;

static void check(int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) fail("%s", sqlite3_errmsg(db));
}

static void run(const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL)); }

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
  return statement;
}

static void insert(sqlite3_stmt *statement) {
  check(sqlite3_step(statement));
  check(sqlite3_reset(statement));
}

static void bind_text(sqlite3_stmt *statement, int index, const char *text, int size) {
  if (text == NULL)
    check(sqlite3_bind_null(statement, index));
  else
    check(sqlite3_bind_text(statement, index, text, size, SQLITE_STATIC));
}

static void bind_blob(sqlite3_stmt *statement, int index, const uint8_t *bytes, int size) {
  check(sqlite3_bind_blob(statement, index, bytes, size, SQLITE_STATIC));
}

static void bind_number(sqlite3_stmt *statement, int index, int64_t number) {
  check(sqlite3_bind_int64(statement, index, number));
}

/* Text of one value; the first row's. */
static char *value(const char *sql) {
  sqlite3_stmt *statement = prepared(sql);
  if (sqlite3_step(statement) != SQLITE_ROW) fail("nothing is there for: %s", sql);
  char *text = strdup((const char *)sqlite3_column_text(statement, 0));
  sqlite3_finalize(statement);
  return text;
}

static struct unit {
  char *name, *id, *scope;
  int64_t key;
} units[UNITS];
static int unit_count;

/* The units that stand today; an event about their people names the parent, the code and the first day. */
static void read_units(void) {
  sqlite3_stmt *statement = prepared(
      "WITH uuid AS (SELECT key, body, lower(hex(id)) AS hex FROM unit)"
      " SELECT body ->> 'names' ->> 'vi', key,"
      "  substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-' || substr(hex, 13, 4) || '-' ||"
      "  substr(hex, 17, 4) || '-' || substr(hex, 21),"
      "  '46/' || (body ->> 'code') || '@' || (body ->> 'validFrom')"
      " FROM uuid WHERE body ->> 'validTo' IS NULL AND body ->> 'parent' IS NOT NULL");
  while (sqlite3_step(statement) == SQLITE_ROW) {
    if (unit_count == UNITS) fail("more than %d units", UNITS);
    struct unit *unit = &units[unit_count++];
    unit->name = strdup((const char *)sqlite3_column_text(statement, 0));
    unit->key = sqlite3_column_int64(statement, 1);
    unit->id = strdup((const char *)sqlite3_column_text(statement, 2));
    unit->scope = strdup((const char *)sqlite3_column_text(statement, 3));
  }
  sqlite3_finalize(statement);
}

static const struct unit *unit_named(const char *name) {
  for (int i = 0; i < unit_count; i++)
    if (strcmp(units[i].name, name) == 0) return &units[i];
  fail("no unit is called %s", name);
  return NULL;
}

/* ---- The journal ---- */

static struct {
  const char *actor, *device;
  int64_t device_key, sequence, clock, now;
  uint8_t previous[HASH];
  sqlite3_stmt *insert;
} journal;

static void open_journal(void) {
  struct timespec time;
  clock_gettime(CLOCK_REALTIME, &time);
  journal.now = time.tv_sec * 1000 + time.tv_nsec / 1000000;
  journal.actor = value("SELECT value FROM local WHERE key = 'actor'");
  journal.device = value("SELECT value FROM local WHERE key = 'device'");
  sqlite3_stmt *last = prepared(
      "SELECT device, sequence, effectiveClock, hash FROM event WHERE epoch = 1"
      " ORDER BY device DESC, sequence DESC LIMIT 1");
  if (sqlite3_step(last) != SQLITE_ROW) fail("the journal is empty");
  journal.device_key = sqlite3_column_int64(last, 0);
  journal.sequence = sqlite3_column_int64(last, 1);
  journal.clock = sqlite3_column_int64(last, 2);
  memcpy(journal.previous, sqlite3_column_blob(last, 3), HASH);
  sqlite3_finalize(last);
  journal.insert = prepared(
      "INSERT INTO event"
      "  (id, device, epoch, sequence, effectiveClock, kind, subject, envelope, hash, personal, nonce)"
      " VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)");
}

/* `personal` is NULL where nothing personal is said. */
static void append(const char *kind, const uint8_t id[ID], const uint8_t subject[ID],
                   const char *scope, const char *body, const char *personal) {
  static char envelope[2 * TEXT];
  static uint8_t nonce[ID];
  uint8_t hash[HASH];
  journal.sequence++;
  journal.clock = journal.now << 16 > journal.clock ? journal.now << 16 : journal.clock + 1;

  char *at = put(envelope, "{\"actor\":\"");
  at = put(put(put(at, journal.actor), "\",\"body\":"), body);
  at = put_number(put(at, ",\"clock\":"), journal.clock);
  at = put(put(put(at, ",\"device\":\""), journal.device), "\",\"epoch\":1,\"id\":\"");
  at = put(put(put(put_id(at, id), "\",\"kind\":\""), kind), "\"");
  if (personal) {
    random_bytes(nonce, ID);
    hash_of(nonce, ID, personal, strlen(personal), hash);
    at = put(put_hex(put(at, ",\"personalHash\":\""), hash, HASH), "\"");
  }
  at = put_hex(put(at, ",\"previous\":\""), journal.previous, HASH);
  at = put(put(put(at, "\",\"scope\":\""), scope), "\",\"sequence\":");
  at = put(put_number(at, journal.sequence), ",\"subject\":\"");
  at = put(put_id(at, subject), "\",\"version\":1}");
  hash_of(envelope, at - envelope, "", 0, hash);

  sqlite3_stmt *event = journal.insert;
  bind_blob(event, 1, id, ID);
  bind_number(event, 2, journal.device_key);
  bind_number(event, 3, journal.sequence);
  bind_number(event, 4, journal.clock);
  bind_text(event, 5, kind, -1);
  bind_blob(event, 6, subject, ID);
  bind_text(event, 7, envelope, at - envelope);
  bind_blob(event, 8, hash, HASH);
  bind_text(event, 9, personal, -1);
  if (personal)
    bind_blob(event, 10, nonce, ID);
  else
    check(sqlite3_bind_null(event, 10));
  insert(event);
  memcpy(journal.previous, hash, HASH);
}

/* ---- People ---- */

struct person {
  const char *key, *name, *sex, *unit, *hamlet, *phone;
  int year;
};

static struct {
  sqlite3_stmt *learner, *token, *key, *cause;
  uint8_t import[ID];
  char import_text[40], today[16];
  int64_t import_key, today_number;
} list;

static void open_list(void) {
  list.learner = prepared(
      "INSERT INTO learner (id, known, void, erased, registeredIn, residence, registeredOn, died, sex,"
      "  cohort, consent, name, birthYear, phone, hamlet, likeness)"
      " VALUES (?1, 1, 0, 0, ?2, ?2, ?3, NULL, ?4, ?5, 'none', ?6, ?7, ?8, ?9, ?10)");
  list.token = prepared("INSERT INTO nameToken (token, birthYear, learner) VALUES (?, ?, ?)");
  list.key = prepared("INSERT INTO learnerKey (externalKey, import, learner) VALUES (?, ?, ?)");
  list.cause = prepared("INSERT INTO caused (import, record) VALUES (?, ?)");

  new_id(journal.now, list.import);
  *put_id(list.import_text, list.import) = 0;
  time_t local = journal.now / 1000 + 7 * 3600;
  strftime(list.today, sizeof list.today, "%Y-%m-%d", gmtime(&local));
  list.today_number = local / 86400;
  sqlite3_stmt *import = prepared("INSERT INTO import (id) VALUES (?)");
  bind_blob(import, 1, list.import, ID);
  insert(import);
  sqlite3_finalize(import);
  list.import_key = sqlite3_last_insert_rowid(db);
}

static void insert_words(char *folded, int year, int64_t learner) {
  const char *words[64];
  int count = 0;
  for (char *word = strtok(folded, " "); word; word = strtok(NULL, " ")) {
    bool is_new = true;
    for (int i = 0; i < count; i++) is_new = is_new && strcmp(words[i], word) != 0;
    if (!is_new) continue;
    if (count == 64) fail("a name of more than 64 words");
    words[count++] = word;
  }
  for (int i = 0; i < count; i++) {
    bind_text(list.token, 1, words[i], -1);
    bind_number(list.token, 2, year);
    bind_number(list.token, 3, learner);
    insert(list.token);
  }
}

static void take(const struct person *person) {
  const struct unit *unit = person->unit ? unit_named(person->unit) : NULL;
  char body[TEXT], personal[TEXT], folded[TEXT];
  uint8_t learner[ID], event[ID];
  new_id(journal.now, learner);
  new_id(journal.now, event);

  char *at = put(body, "{");
  if (person->year) at = put(put_number(put(at, "\"cohort\":"), person->year / 5 * 5), ",");
  at = put(put(at, "\"consent\":\"none\",\"import\":\""), list.import_text);
  at = put(put(put(at, "\",\"registeredOn\":\""), list.today), "\"");
  if (person->sex) at = put(put(put(at, ",\"sex\":\""), person->sex), "\"");
  if (unit) at = put(put(put(at, ",\"unit\":\""), unit->id), "\"");
  *put(at, "}") = 0;

  at = put(personal, "{");
  if (person->year) at = put(put_number(put(at, "\"birthYear\":"), person->year), ",");
  if (person->key) at = put(put(put(at, "\"externalKey\":\""), person->key), "\",");
  if (person->hamlet) at = put(put(put(at, "\"hamlet\":\""), person->hamlet), "\",");
  at = put(put(put(at, "\"name\":\""), person->name), "\"");
  if (person->phone) at = put(put(put(at, ",\"phone\":\""), person->phone), "\"");
  *put(at, "}") = 0;
  append("learner.registered", event, learner, unit ? unit->scope : "46", body, personal);

  fold(person->name, folded);
  sqlite3_stmt *row = list.learner;
  bind_blob(row, 1, learner, ID);
  bind_number(row, 2, unit ? unit->key : 0);
  bind_number(row, 3, list.today_number);
  bind_text(row, 4, person->sex, -1);
  if (person->year) {
    bind_number(row, 5, person->year / 5 * 5);
    bind_number(row, 7, person->year);
  } else {
    check(sqlite3_bind_null(row, 5));
    check(sqlite3_bind_null(row, 7));
  }
  bind_text(row, 6, person->name, -1);
  bind_text(row, 8, person->phone, -1);
  bind_text(row, 9, person->hamlet, -1);
  bind_number(row, 10, likeness(folded, person->year, person->sex ? person->sex : ""));
  insert(row);
  int64_t key = sqlite3_last_insert_rowid(db);

  insert_words(folded, person->year, key);
  if (person->key) {
    bind_text(list.key, 1, person->key, -1);
    bind_number(list.key, 2, list.import_key);
    bind_number(list.key, 3, key);
    insert(list.key);
  }
  bind_number(list.cause, 1, list.import_key);
  bind_blob(list.cause, 2, learner, ID);
  insert(list.cause);
}

static void close_list(int64_t count, const uint8_t file_hash[HASH]) {
  char body[TEXT];
  char *at = put_number(put(body, "{\"changed\":0,\"created\":"), count);
  at = put_hex(put(at, ",\"fileHash\":\""), file_hash, HASH);
  *put(at, "\",\"rejected\":0,\"source\":\"floor\",\"unchanged\":0}") = 0;
  append("imported", list.import, list.import, "46", body, NULL);
  sqlite3_stmt *import = prepared(
      "UPDATE import SET known = 1, source = 'floor', fileHash = ?, created = ?, changed = 0,"
      " unchanged = 0, rejected = 0 WHERE key = ?");
  bind_blob(import, 1, file_hash, HASH);
  bind_number(import, 2, count);
  bind_number(import, 3, list.import_key);
  insert(import);
  sqlite3_finalize(import);
}

/* ---- The file ---- */

/* Cuts a cell off the line; NULL for an empty one. */
static const char *cell(char **line) {
  char *start = *line;
  char *comma = strchr(start, ',');
  *line = comma ? comma + 1 : start + strlen(start);
  if (comma) *comma = 0;
  return *start ? start : NULL;
}

static void hash_file(FILE *file, uint8_t hash[HASH]) {
  static char piece[1 << 16];
  size_t size;
  check(EVP_DigestInit_ex2(context, sha256, NULL) ? SQLITE_OK : SQLITE_ERROR);
  while ((size = fread(piece, 1, sizeof piece, file)) > 0)
    check(EVP_DigestUpdate(context, piece, size) ? SQLITE_OK : SQLITE_ERROR);
  check(EVP_DigestFinal_ex(context, hash, NULL) ? SQLITE_OK : SQLITE_ERROR);
  rewind(file);
}

int main(int count, char *arguments[]) {
  if (count != 3) fail("usage: floor REGISTER PEOPLE.csv");
  FILE *file = fopen(arguments[2], "r");
  if (!file) fail("%s: %s", arguments[2], strerror(errno));
  sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
  context = EVP_MD_CTX_new();
  if (!sha256 || !context) fail("no SHA-256");
  prepare_folding();
  uint8_t file_hash[HASH];
  hash_file(file, file_hash);

  check(sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READWRITE, NULL));
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
  run("BEGIN IMMEDIATE");
  read_units();
  open_journal();
  open_list();

  char *line = NULL;
  size_t room = 0;
  int64_t taken = 0;
  ssize_t size = getline(&line, &room, file);
  if (size <= 0 || strcspn(line, "\n") != strlen(header) || strncmp(line, header, strlen(header)) != 0)
    fail("the list must begin with: %s", header);
  while ((size = getline(&line, &room, file)) > 0) {
    line[strcspn(line, "\n")] = 0;
    if (size > TEXT / 4 || strpbrk(line, "\"\\\r")) fail("a line that people.py does not write: %s", line);
    char *rest = line;
    struct person person = {0};
    person.key = cell(&rest);
    person.name = cell(&rest);
    const char *year = cell(&rest);
    person.year = year ? atoi(year) : 0;
    person.sex = cell(&rest);
    person.unit = cell(&rest);
    person.hamlet = cell(&rest);
    person.phone = cell(&rest);
    if (!person.name) fail("somebody without a name");
    take(&person);
    taken++;
  }
  close_list(taken, file_hash);
  run("COMMIT");
  for (sqlite3_stmt *statement; (statement = sqlite3_next_stmt(db, NULL));)
    sqlite3_finalize(statement);
  check(sqlite3_close(db));
  printf("%" PRId64 "\n", taken);
  return 0;
}
