import Domain
package import Storage

extension RecordError.Noun {
  var words: String {
    switch self {
    case .team: say(vi: "tổ", en: "team")
    case .learner: say(vi: "người học", en: "learner")
    case .session: say(vi: "buổi", en: "session")
    case .completion: say(vi: "lần hoàn thành", en: "completion")
    case .course: say(vi: "khóa học", en: "course")
    case .lesson: say(vi: "bài học", en: "lesson")
    case .measure: say(vi: "chỉ số", en: "measure")
    case .series: say(vi: "nguồn dân số", en: "population series")
    case .actor: say(vi: "người ghi", en: "recorder")
    case .import: say(vi: "lần nhập", en: "import")
    }
  }

  /// At the beginning of a sentence.
  fileprivate var title: String { words.prefix(1).uppercased() + words.dropFirst() }

  /// What to do about a record that was taken back.
  fileprivate func way(back typed: String) -> String {
    switch self {
    case .session, .completion:
      say(
        vi: "Lấy lại: lantoa \(rawValue) unvoid \(typed)",
        en: "To have it back: lantoa \(rawValue) unvoid \(typed)")
    case .learner:
      say(
        vi: "Bỏ người này ra, hoặc ghi lại: lantoa learner register …",
        en: "Leave this person out, or register them again: lantoa learner register …")
    default:
      say(
        vi: "Chọn cái khác" + (listing.map { ": \($0)" } ?? "."),
        en: "Choose another" + (listing.map { ": \($0)" } ?? "."))
    }
  }

  /// The command that lists what there is.
  var listing: String? {
    switch self {
    case .team: "lantoa team list"
    case .learner: "lantoa learner find …"
    case .session: "lantoa session list"
    case .completion: "lantoa completion list --learner …"
    case .course, .lesson: "lantoa course list"
    case .measure: "lantoa measure list"
    case .series: "lantoa population list"
    case .actor: nil
    case .import: "lantoa import list"
    }
  }
}

extension RecordError {
  /// What was refused, why, and what to do next.
  package var message: String {
    switch self {
    case .unknown(let noun, let typed, let similar):
      let known = similar.isEmpty ? "" : similar.joined(separator: ", ")
      let next =
        !known.isEmpty
        ? say(vi: " Chọn: \(known).", en: " Choose from: \(known).")
        : noun.listing.map { say(vi: " Xem danh sách: \($0)", en: " See the list: \($0)") }
          ?? say(vi: " Ghi tên bằng --as.", en: " Give a name with --as.")
      return say(
        vi: "Không có \(noun.words) “\(typed)”.\(next)",
        en: "There is no \(noun.words) “\(typed)”.\(next)")
    case .ambiguous(let noun, let typed, let among):
      return say(
        vi: "“\(typed)” hợp với nhiều \(noun.words): \(among.joined(separator: ", ")). Ghi rõ hơn.",
        en:
          "“\(typed)” fits more than one \(noun.words): \(among.joined(separator: ", ")). Choose one."
      )
    case .place(let error): return error.message
    case .dateInFuture(let day, let today):
      return say(
        vi:
          "Ngày \(Spoken.day(day)) chưa tới (hôm nay \(Spoken.day(today))). Xem lại ngày, hoặc đồng "
          + "hồ máy.",
        en:
          "\(Spoken.day(day)) is in the future (today is \(Spoken.day(today))). Check the date, or "
          + "this machine's clock.")
    case .dateTooEarly(let day, let earliestYear):
      return say(
        vi: "\(Spoken.day(day)): trước năm \(earliestYear) chưa có việc nào như thế. Xem lại ngày.",
        en: "\(Spoken.day(day)): there was no such work before \(earliestYear). Check the date.")
    case .beforeBirth(let day, let birthYear):
      return say(
        vi: "\(Spoken.day(day)) trước năm sinh (\(birthYear)). Xem lại ngày hoặc năm sinh.",
        en:
          "\(Spoken.day(day)) is before the birth year (\(birthYear)). Check the date or the year.")
    case .beforeTeam(let day, let team, let since):
      return say(
        vi:
          "Ngày \(Spoken.day(day)) tổ “\(team.printable)” chưa thành lập (thành lập \(Spoken.day(since))). "
          + "Xem lại ngày hoặc tổ.",
        en: "On \(Spoken.day(day)) the team “\(team.printable)” did not exist yet (formed "
          + "\(Spoken.day(since))). Check the date or the team.")
    case .afterTeam(let day, let team, let until):
      return say(
        vi:
          "Ngày \(Spoken.day(day)) tổ “\(team.printable)” đã nghỉ (đến \(Spoken.day(until))). Xem lại ngày "
          + "hoặc tổ.",
        en:
          "On \(Spoken.day(day)) the team “\(team.printable)” was closed (until \(Spoken.day(until))). Check "
          + "the date or the team.")
    case .beforeUnit(let day, let unit, let formerUnits):
      let former = formerUnits.map(\.spokenWithFirstDay).joined(separator: ", ")
      return say(
        vi:
          "\(unit.spoken) có từ \(Spoken.day(unit.validFrom)), sau ngày \(Spoken.day(day)). Ghi tổ vào "
          + "đơn vị lúc đó (--unit MÃ@NGÀY): \(former).",
        en:
          "\(unit.spoken) exists since \(Spoken.day(unit.validFrom)), after \(Spoken.day(day)). Record "
          + "the team in the unit of that time (--unit CODE@DAY): \(former).")
    case .teamExists(let name, let unit):
      return say(
        vi:
          "\(unit.spoken) đã có tổ “\(name.printable)”. Đặt tên khác, hoặc dùng tổ đã có: lantoa team list.",
        en:
          "\(unit.spoken) has a team “\(name.printable)” already. Choose another name, or use that team: "
          + "lantoa team list.")
    case .personTwice(let name):
      return say(
        vi: "“\(name.printable)” có hai lần trong một buổi. Bỏ bớt một lần; chưa có gì được ghi.",
        en:
          "“\(name.printable)” is in one session twice. Take one of the two out; nothing was recorded."
      )
    case .namesInBroadcast:
      return say(
        vi: "Tuyên truyền (broadcast) chỉ đếm đầu người, không ghi tên. Dùng --unnamed SỐ.",
        en: "A broadcast counts heads only, without names. Use --unnamed NUMBER.")
    case .lessonsWithoutCourse:
      return say(
        vi: "Bài học là của một khóa: ghi cả khóa (--course, hoặc cột khóa học).",
        en: "Lessons are of a course: name it too (--course, or the column course).")
    case .courseMissing:
      return say(
        vi: "Buổi học (class) phải có khóa. Thêm --course; xem: lantoa course list.",
        en: "A class needs a course. Add --course; see: lantoa course list.")
    case .resultWithoutCourse:
      return say(
        vi: "Không có khóa thì không ghi hoàn thành hay đạt được. Thêm --course.",
        en: "Without a course nobody can complete or pass. Add --course.")
    case .nobodyCame:
      return say(
        vi: "Buổi này không có ai. Thêm --attendees TỆP, --attendee MÃ, hoặc --unnamed SỐ.",
        en: "Nobody is in this session. Add --attendees FILE, --attendee REF, or --unnamed NUMBER.")
    case .voidRecord(.team, let name):
      return say(
        vi:
          "Tổ “\(name.printable)” đã bị hủy, không ghi thêm được. Ghi tổ khác bằng --team; xem: lantoa team "
          + "list.",
        en:
          "The team “\(name.printable)” has been voided; nothing more can be recorded on it. Name another "
          + "with --team; see: lantoa team list.")
    case .voidRecord(let noun, let typed):
      return say(
        vi: "\(noun.title) “\(typed)” đã bị hủy, không ghi thêm được. \(noun.way(back: typed))",
        en: "The \(noun.words) “\(typed)” has been voided; nothing more can be recorded on it. "
          + noun.way(back: typed))
    case .alreadyVoid(let noun, let typed):
      return say(
        vi: "\(noun.title) “\(typed)” đã bị hủy từ trước. \(noun.way(back: typed))",
        en: "The \(noun.words) “\(typed)” is void already. \(noun.way(back: typed))")
    case .notVoid(let noun, let typed):
      return say(
        vi: "\(noun.title) “\(typed)” không bị hủy, không cần lấy lại."
          + (noun.listing.map { " Xem lại mã: \($0)" } ?? " Xem lại tên."),
        en: "The \(noun.words) “\(typed)” is not void; there is nothing to restore."
          + (noun.listing.map { " Check the reference: \($0)" } ?? " Check the name."))
    case .diedEarlier(let learner, let day):
      let reference = Reference(learner.id)
      return say(
        vi:
          "Sổ đã ghi \(learner.spoken) mất ngày \(Spoken.day(day)). Nếu ngày đó sai, bỏ trước: lantoa "
          + "learner died \(reference) --retract",
        en:
          "The register has \(learner.spoken) dead since \(Spoken.day(day)). If that day is wrong, "
          + "take it back first: lantoa learner died \(reference) --retract")
    case .nothingToChange(let noun, let typed):
      return say(
        vi: "Không có gì thay đổi: sổ đã ghi đúng như vậy. Xem sổ đang ghi gì: lantoa "
          + "\(noun.rawValue) show \(typed)",
        en: "Nothing to change: the register says so already. See what it says: lantoa "
          + "\(noun.rawValue) show \(typed)")
    case .notMarked(let name, let session):
      let reference = Reference(session)
      return say(
        vi: "“\(name.printable)” không có tên trong buổi này. Xem ai có tên: lantoa session show "
          + "\(reference)",
        en: "“\(name.printable)” is not marked in this session. See who is: lantoa session show "
          + "\(reference)")
    case .candidates(let people):
      let references = people.map(\.id).references()
      let list = people.map { person in
        "  \(references[person.id]?.description ?? "")  \(person.spoken)"
      }.joined(separator: "\n")
      return say(
        vi: "Có thể đã có trong sổ:\n\(list)\nNếu là người khác, thêm --new.",
        en: "Perhaps registered already:\n\(list)\nIf this is somebody else, add --new.")
    case .sameRecord(let learner):
      let name = learner.person.name.map { "\"\($0)\"" } ?? "…"
      return say(
        vi: "Hai mã đều là \(Reference(learner.id)), \(learner.spoken): chỉ có một lần ghi. Tìm mã "
          + "kia: lantoa learner find \(name)",
        en:
          "Both references are \(Reference(learner.id)), \(learner.spoken): that is one record. Look "
          + "for the other: lantoa learner find \(name)")
    case .alreadyOne(let one, let other):
      let pair = "\(Reference(one.id)) \(Reference(other.id))"
      return say(
        vi: "\(one.spoken) và \(other.spoken) đã là một người trong sổ. Tách ra: lantoa learner "
          + "unlink \(pair)",
        en:
          "\(one.spoken) and \(other.spoken) are one person already. To part them: lantoa learner "
          + "unlink \(pair)")
    case .notOne(let one, let other):
      return say(
        vi: "\(one.spoken) và \(other.spoken) không được nối với nhau. Xem ai được nối: lantoa "
          + "learner show \(Reference(one.id))",
        en: "\(one.spoken) and \(other.spoken) are not linked. See who is: lantoa learner show "
          + "\(Reference(one.id))")
    case .knownDistinct(let one, let other):
      return say(
        vi: "Đã có người xác nhận \(one.spoken) và \(other.spoken) là hai người. Nếu vẫn muốn nối, "
          + "thêm --yes.",
        en:
          "Somebody has said that \(one.spoken) and \(other.spoken) are two people. To link them all "
          + "the same, add --yes.")
    case .otherPerson(let known):
      return say(
        vi:
          "mã \(Reference(known.id)) là của \(known.spoken): khác tên và năm sinh. Sửa mã, tên hoặc "
          + "năm sinh.",
        en: "\(Reference(known.id)) is \(known.spoken): another name and birth year. Correct the "
          + "reference, the name or the year.")
    case .keyBelongsToOther(let key, let holder):
      return say(
        vi: "mã “\(key)” của danh sách này đã là của \(holder.spoken): khác tên và năm sinh. Sửa "
          + "external_id, hoặc tên, năm sinh.",
        en:
          "the key “\(key)” of this list is that of \(holder.spoken): another name and birth year. "
          + "Correct external_id, or the name and the year.")
    case .keyTwice(let key):
      return say(
        vi: "mã “\(key)” đã có ở một dòng trên. Hãy cho mỗi dòng một mã.",
        en: "the key “\(key)” stands on an earlier row. Make the keys differ, one for each row.")
    case .otherSession(let field, let line):
      return say(
        vi: "\(field) khác với dòng \(line) của cùng buổi. Sửa cho giống, hoặc đặt mã buổi khác.",
        en:
          "\(field) differs from line \(line) of the same session. Make them agree, or give it another "
          + "key.")
    case .alreadyImported(let earlier):
      return say(
        vi:
          "tệp này đã được nhập (\(earlier.spoken)). Không có gì thay đổi. Xem: lantoa import list",
        en:
          "this very file has been imported (\(earlier.spoken)). Nothing changes. See: lantoa import list"
      )
    case .importedAgain(let taken, let again):
      let number = again.number.map(String.init) ?? Reference(again.id).description
      return say(
        vi: "Không lấy lại được \(taken.spoken): những người, buổi của nó đã được nhập lại bằng "
          + "\(again.spoken), lấy lại thì thành hai lần. Nếu muốn bản cũ: lantoa import undo \(number), rồi "
          + "redo.",
        en: "\(taken.spoken) is not had back: its people and sessions have come in again by "
          + "\(again.spoken), and would be there twice. If the earlier one is wanted: lantoa import undo "
          + "\(number), then redo.")
    case .importInUse(let taken, let use):
      let references = use.learners.map(\.id).references()
      let people = use.learners.prefix(20).map {
        "  \(references[$0.id]?.description ?? "")  \($0.spoken)"
      }
      let sessions = use.sessions.prefix(20).map {
        "  \(Reference($0.id))  \(Spoken.day($0.details.date))"
      }
      let more = use.learners.count + use.sessions.count - people.count - sessions.count
      let list =
        (people + sessions + (more > 0 ? ["  … + \(Spoken.count(more))"] : []))
        .joined(separator: "\n")
      let number = taken.number.map(String.init) ?? "…"
      return say(
        vi:
          "Không bỏ được \(taken.spoken): đã có việc khác ghi trên\n\(list)\nBỏ hết: thêm --all. "
          + "Giữ những người, buổi này: lantoa import undo \(number) --keep-used",
        en:
          "\(taken.spoken) is not taken back: other facts hang on\n\(list)\nTo take back everything, "
          + "add --all. To keep these: lantoa import undo \(number) --keep-used")
    case .erased(let learner):
      return say(
        vi:
          "\(Reference(learner.id)): người này đã được xóa tên. Nếu họ học lại: lantoa learner register … --new",
        en:
          "\(Reference(learner.id)): this person has been erased. If they learn again: lantoa learner "
          + "register … --new")
    case .wordsOfErased(let learner):
      return say(
        vi:
          "\(Reference(learner.id)): người này đã được xóa tên, nên không ghi thêm lời nào về họ. Hủy mà bỏ --words.",
        en:
          "\(Reference(learner.id)): this person has been erased, and no words about them are kept any "
          + "more. Void it without --words.")
    case .forGood:
      return say(
        vi:
          "việc gần nhất là xóa hẳn một người, không lấy lại được. Việc trước đó thì bỏ bằng lệnh của "
          + "nó, thí dụ lantoa session void.",
        en:
          "the last thing recorded is an erasure, and nothing takes that back. Take back what came "
          + "before it by its own command, for example lantoa session void.")
    case .noProgramme:
      return say(
        vi: "Sổ chưa có chương trình (programme). Tạo sổ bằng lantoa init.",
        en: "The register has no programme yet. Make the register with lantoa init.")
    }
  }
}

extension Import {
  /// As an import is called on screen.
  var spoken: String {
    let number = number.map(String.init) ?? Reference(id).description
    return say(vi: "lần nhập \(number), “\(list.source)”", en: "import \(number), “\(list.source)”")
  }
}

extension Learner {
  /// As a person is always shown: `Hồ Thị Lê (thôn 3, 1958)`.
  var spoken: String {
    let name = person.name ?? say(vi: "(đã xóa tên)", en: "(name erased)")
    let details = [person.hamlet, person.birthYear.map(String.init)].compactMap(\.self)
    let spoken = details.isEmpty ? name : "\(name) (\(details.joined(separator: ", ")))"
    return spoken.printable
  }
}
