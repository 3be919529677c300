import Courseware
import Domain
import Storage

/// Everything that is written into a register before anybody records in it.
struct Founding {
  let files: FoundingFiles
  let actorName: String
  /// `demo` or `test`; nil for a real one.
  let synthetic: String?
  let language: Language?
  /// Milliseconds since 1970.
  let now: Int64
  let random: RandomSource

  /// Makes the register; what `then` records is in it before the file appears under its name.
  func make(at path: String, then: (Register) throws -> Void = { _ in }) throws {
    var random = random
    let device: Device.ID = .timeOrdered(milliseconds: now, using: &random)
    let author = Author(now: now, random: random, checksClock: false)
    // A demo makes room for the next; everything else that lies there stays.
    let replaceable = synthetic == "demo" ? synthetic : nil
    try Register.create(at: path, device: device, replacing: replaceable) { register in
      try register.record(as: author) { recorder in
        try recorder.introduce(actorName, isDefault: true)
        if let synthetic { try recorder.set(.synthetic, to: synthetic) }
        if let language { try recorder.set(.language, to: language.rawValue) }
        try recorder.define(files.places)
        for course in files.curriculum.courses { try recorder.publish(course.published) }
        if let programme = files.curriculum.programme { try recorder.publish(programme) }
      }
      try then(register)
    }
  }
}
