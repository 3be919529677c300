import ArgumentParser

struct JournalGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "journal",
      say(
        vi: "Nhật ký: mọi việc đã ghi, không sửa, không xóa.",
        en: "The journal: everything recorded, never edited."),
      verbs: [JournalList.self, JournalVerify.self, JournalRebuild.self])
  }
}
