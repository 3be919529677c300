import ArgumentParser
import Domain
import Storage

struct JournalVerify: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "verify",
      say(
        vi: "Kiểm từng dòng nhật ký: chữ, mã băm, chuỗi; và các bảng có đúng là tổng của nhật ký.",
        en: "Check every event's bytes, hash and chain, and that the tables are their fold."),
      examples: ["lantoa journal verify"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run(in workspace: Workspace) throws {
    try UnreadableRegister.telling(.check) { try verify(in: workspace) }
  }

  private func verify(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let progress = Progress(workspace, vi: "đã kiểm", en: "checked")
    let result = try desk.register.verify(progress: progress.show)
    progress.end()
    let faults = result.faults.map(RecordOutput.faults.record)
    var listing = Listing(
      json: [
        "events": .integer(result.events), "unknownKinds": .integer(result.unknownKinds),
        "sound": .boolean(result.isSound),
        "faults": .records(faults),
        "heads": .records(
          result.heads.map { head in
            [
              "device": .spelled(head.device), "epoch": .integer(head.epoch),
              "sequence": .integer(head.sequence), "hash": .spelled(head.hash),
            ]
          }),
        "demo": .boolean(desk.synthetic != nil),
      ],
      records: faults, keys: RecordOutput.faults.columns,
      table: Table(
        [
          .init(say(vi: "Lỗi", en: "Fault")), .init(say(vi: "Dòng", en: "Row"), .right),
          .init(say(vi: "Ở đâu", en: "Where")),
        ],
        rows: result.faults.map {
          [$0.problem.spoken, $0.row.map(String.init) ?? "", $0.detail.excerpt]
        }))
    listing.remarks = [verdict(on: result)]
    listing.remarks += result.heads.map {
      say(vi: "Cuối chuỗi ", en: "Head ") + "\(Reference($0.device)) #\($0.sequence) \($0.hash)"
    }
    if result.unknownKinds > 0 {
      listing.remarks.append(
        say(
          vi: "\(result.unknownKinds) việc thuộc loại bản này chưa biết: giữ nguyên, chưa tính.",
          en: (result.unknownKinds == 1
            ? "1 event is of a kind that this version does not know: kept, not counted."
            : "\(Spoken.count(result.unknownKinds)) events are of kinds that this version does not "
              + "know: kept, not counted.")))
    }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
    if !result.isSound { throw ExitCode(1) }
  }

  private func verdict(on result: JournalVerification) -> String {
    if result.isSound {
      return say(
        vi: "\(Spoken.count(result.events)) việc, tất cả nguyên vẹn.",
        en: "\(Spoken.count(result.events, "event", "events")), all sound.")
    }
    if result.faults.allSatisfy(\.problem.isLeftBehind) {
      return say(
        vi:
          "\(Spoken.count(result.events)) việc nguyên vẹn, nhưng quanh nhật ký có \(result.faults.count) chỗ "
          + "không do lantoa ghi như vậy. Đừng ghi thêm; làm sổ mới không có chúng: lantoa backup BẢN_SAO, rồi "
          + "lantoa restore BẢN_SAO --db SỔ_MỚI",
        en:
          "\(Spoken.count(result.events, "event", "events")), all sound; but beside the journal stands what "
          + "lantoa has not written so (\(result.faults.count)). Do not record more; make a register without "
          + "it: lantoa backup COPY, then lantoa restore COPY --db NEW_REGISTER")
    }
    if result.events == 0, result.faults.contains(where: { $0.problem == .eventsLost }) {
      return say(
        vi:
          "Chỉ mục của nhật ký còn biết những việc mà bảng đã mất: tệp hỏng. Đừng ghi thêm; \(CopyAside.vi), rồi "
          + "khôi phục bản sao lưu mới nhất: lantoa restore BẢN_SAO --db SỔ_MỚI",
        en:
          "Indexes of the journal still know of events that its table has lost: the file is damaged. Do not "
          + "record more; \(CopyAside.en), then bring the newest backup back: lantoa restore BACKUP --db "
          + "NEW_REGISTER")
    }
    if result.faults.contains(where: { $0.problem == .indexDamaged }) {
      return say(
        vi:
          "Chỉ mục của nhật ký hỏng, nên chưa kiểm được các việc. Đừng ghi thêm; làm lại chỉ mục, rồi kiểm lại: "
          + "lantoa journal rebuild",
        en:
          "An index of the journal is damaged, so its events could not be checked. Do not record more; make it "
          + "again, then check again: lantoa journal rebuild")
    }
    if result.faults.allSatisfy(\.problem.isMendedByRebuilding) {
      return say(
        vi:
          "\(Spoken.count(result.events)) việc nguyên vẹn, nhưng có \(result.faults.count) chỗ phải sửa: "
          + "lantoa journal rebuild",
        en:
          "\(Spoken.count(result.events, "event", "events")), all sound; but there is something to mend "
          + "(\(result.faults.count)): lantoa journal rebuild")
    }
    return say(
      vi:
        "\(result.faults.count) lỗi trong \(Spoken.count(result.events)) việc. Đừng ghi thêm; "
        + "\(CopyAside.vi). Chỉ bảng khác nhật ký: lantoa journal rebuild. Nhật ký hỏng: "
        + "dùng bản sao lưu mới nhất: lantoa restore BẢN_SAO --db SỔ_MỚI",
      en:
        "\(Spoken.count(result.faults.count, "fault", "faults")) in "
        + "\(Spoken.count(result.events, "event", "events")). Do not record "
        + "more; \(CopyAside.en). Where only tables differ: lantoa journal rebuild. Where the "
        + "journal does: lantoa restore BACKUP --db NEW_REGISTER")
  }
}

extension RecordOutput {
  fileprivate static var faults: Shape<JournalFault> {
    Shape([
      .init("problem") { .text($0.problem.rawValue) },
      .init("row") { .integer($0.row.map(Int.init)) },
      .init("detail") { .text($0.detail) },
    ])
  }
}

extension JournalFault.Problem {
  fileprivate var spoken: String {
    switch self {
    case .hashDiffers: say(vi: "mã băm khác", en: "the hash differs")
    case .notCanonical: say(vi: "chữ hỏng", en: "the bytes are broken")
    case .columnDiffers: say(vi: "cột khác phong bì", en: "a column differs from the envelope")
    case .chainBroken: say(vi: "đứt chuỗi", en: "the chain is broken")
    case .sequenceGap: say(vi: "thiếu việc trước đó", en: "events before it are missing")
    case .clockFalls: say(vi: "đồng hồ lùi", en: "the clock falls")
    case .personalDiffers: say(vi: "phần riêng tư khác", en: "the personal part differs")
    case .personalMissing: say(vi: "mất phần riêng tư", en: "the personal part is missing")
    case .personalKept:
      say(vi: "còn phần riêng tư của người đã xóa", en: "somebody erased still has a personal part")
    case .bodyInvalid: say(vi: "nội dung sai", en: "the body is not valid")
    case .eventsLost: say(vi: "nhật ký bị cắt mất việc", en: "events were cut off the journal")
    case .fileDamaged: say(vi: "tệp hỏng", en: "the file is damaged")
    case .indexDamaged:
      say(vi: "chỉ mục của nhật ký hỏng", en: "an index of the journal is damaged")
    case .projectionDiffers: say(vi: "bảng khác nhật ký", en: "a table differs from the journal")
    case .localDiffers:
      say(vi: "ghi chú của tệp không đúng", en: "the file's notes of itself cannot be")
    case .foreignContent: say(vi: "không phải của lantoa", en: "not of lantoa's making")
    }
  }
}
