import Courseware

/// A file of the courses folder, sound unless a test breaks it.
struct Sample {
  let path: String
  var text: String

  var file: SourceFile { SourceFile(path: path, text: text) }

  /// The same with `old` become `new` where it stands first.
  func replacing(_ old: String, with new: String) -> Sample {
    precondition(text.contains(old), "the sample has no '\(old)'")
    return Sample(path: path, text: text.replacing(old, with: new, maxReplacements: 1))
  }

  static let course = course("safe-online")

  static func course(
    _ slug: String, order: Int = 4, competences: String = #"["4.1", "4.2"]"#
  ) -> Sample {
    Sample(
      path: "courses/\(slug)/course.yaml",
      text: """
        schema: 1
        id: \(slug)
        version: 1
        title: {vi: "An toàn trên mạng", en: "Safe online"}
        summary: {vi: "Giữ mình trên mạng.", en: "Stay safe online."}
        languages: [vi, en]
        license: CC-BY-4.0
        audience: {vi: "mọi người", en: "everyone"}
        level: basic
        order: \(order)
        lessons:
          - slug: strong-passwords
            title: {vi: "Mật khẩu mạnh", en: "Strong passwords"}
            minutes: 25
            competences: \(competences)
            household: [S4]
            verify: V0
          - slug: otp-never-share
            title: {vi: "Mã OTP: không đọc cho ai", en: "OTP codes: never read them out"}
            minutes: 20
            competences: \(competences)
            verify: V2

        """)
  }

  static let programme = Sample(
    path: "courses/programme.yaml",
    text: """
      schema: 1
      version: 1
      core: [safe-online]
      measures:
        - id: trained
          title: {vi: "Đã học xong", en: "Trained"}
          counts: completed
          rule: any
          of: core
          population: all

      """)
}

extension SourceFile {
  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
