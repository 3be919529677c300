import Storage

/// Taking something back, and having it back, whatever it is.
extension Desk {
  func void<Taken: Voidable>(
    _ options: VoidOptions, _ find: (RegisterReader) throws -> Taken
  ) throws -> Taken {
    let words = try options.words.map { try Entry.remark($0, by: "--words") }
    return try record { recorder in
      let taken = try find(recorder.reader)
      try recorder.void(taken, reason: options.reason, words: words)
      return taken
    }
  }

  func unvoid<Taken: Voidable>(_ find: (RegisterReader) throws -> Taken) throws -> Taken {
    try record { recorder in
      let taken = try find(recorder.reader)
      try recorder.unvoid(taken)
      return taken
    }
  }
}
