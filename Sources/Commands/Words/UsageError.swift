import Domain

/// Something typed on the command line that cannot be meant: said, with exit code 64.
struct UsageError: Error {
  let message: String

  init(vi: String, en: String) {
    message = say(vi: vi, en: en)
  }
}

/// A command that did not do its work, and has said why: exit code 1.
struct Failure: Error {
  let message: String

  init(vi: String, en: String) {
    message = say(vi: vi, en: en)
  }
}
