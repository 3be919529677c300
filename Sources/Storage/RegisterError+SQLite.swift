import Domain
import GRDB

extension DatabaseError {
  /// True where a file cannot be written, made or made longer: reading it may still do.
  var isForWantOfSpaceOrRights: Bool {
    switch resultCode {
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_PERM, .SQLITE_IOERR: true
    default: false
    }
  }
}

extension RegisterError {
  /// Runs `body`, and says of SQLite's errors what they mean for the file at `path`.
  static func naming<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw RegisterError(error, path: path)
    } catch is RowDecodingError {
      // Its own words quote the row, which may hold what is personal.
      throw RegisterError.damaged(path: path, detail: "a column holds a value that it cannot hold")
    } catch let error as AlteredEvent {
      throw RegisterError.altered(path: path, row: error.row)
    } catch let error as FullEvent {
      throw RegisterError.notEmptied(path: path, row: error.row)
    } catch let error as CanonicalError {
      throw RegisterError.damaged(
        path: path, detail: "\(error.reason.rawValue), byte \(error.offset)")
    } catch let error as FactError {
      throw RegisterError.damaged(path: path, detail: "\(error.field): \(error.problem.rawValue)")
    }
  }

  /// Says of a disk that fills up while `body` makes the file at `path` that it is that file's; all
  /// other errors are thrown as they are.
  static func making<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      guard case .diskFull = RegisterError(error, path: path) else { throw error }
      throw RegisterError.noRoom(path: path)
    } catch RegisterError.diskFull {
      throw RegisterError.noRoom(path: path)
    }
  }

  /// Runs `body`, and says of what is wrong with the working copy at `draft` that it is so with the file that it
  /// is a copy of.
  static func tracing<Value>(
    _ draft: String, to original: String, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch RegisterError.damaged(draft, let detail) {
      throw RegisterError.damaged(path: original, detail: detail)
    } catch RegisterError.altered(draft, let row) {
      throw RegisterError.altered(path: original, row: row)
    } catch RegisterError.notEmptied(draft, let row) {
      throw RegisterError.notEmptied(path: original, row: row)
    }
  }

  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notARegister(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: error.message ?? "")
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, detail: error.message ?? "")
    case .SQLITE_IOERR
    where [
      .SQLITE_IOERR_WRITE, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE,
    ].contains(error.extendedResultCode):
      self = .diskFull(path: path)
    default: self = .damaged(path: path, detail: error.description)
    }
  }
}
