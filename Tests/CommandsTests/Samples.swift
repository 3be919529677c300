import Domain
import Intake
import Storage
import Tabular
import TestSupport

/// A type of which every case can be shown once.
///
/// `next` is a switch without a default: a new case does not compile before it has a place here.
protocol Exemplified {
  static var firstExample: Self { get }
  var nextExample: Self? { get }
}

extension Exemplified {
  static var examples: [Self] { Array(sequence(first: firstExample, next: \.nextExample)) }
}

private let day = Sample.day("2026-11-20")
private let later = Sample.day("2026-12-31")
private let path = "/home/lan/lantoa.db"

extension AdministrativeUnit {
  static let river = AdministrativeUnit(
    id: Identifier(natural: "river"), code: "101", kind: .ward, names: ["vi": "Phường Sông"],
    district: "Quận Cũ", parent: nil, validFrom: Sample.day("2025-07-01"), validTo: nil)
}

extension Learner {
  static let le = Learner(
    id: Identifier(natural: "le"),
    person: PersonalDetails(name: "Hồ Thị Lê", birthYear: 1961, hamlet: "thôn 3"), sex: .female,
    cohort: 1960, residence: .unallocated, registeredOn: day, consent: .paper)
}

extension Import {
  static let first = Import(
    id: Identifier(natural: "import"), number: 1,
    list: ImportedList(source: "sổ phường 2026", fileHash: .sha256([1])),
    counts: ImportCounts(created: 3, rejected: 1), isVoid: false)
}

extension RegisterError: Exemplified {
  static let firstExample = Self.notFound(path: path)

  var nextExample: Self? {
    switch self {
    case .notFound: .alreadyExists(path: path)
    case .alreadyExists: .strayLog(path: path, log: path + "-wal")
    case .strayLog: .notARegister(path: path)
    case .notARegister: .newer(path: path)
    case .newer: .outdated(path: path)
    case .outdated: .nameTaken(path: path, name: "move")
    case .nameTaken: .locked(path: path)
    case .locked: .readOnly(path: path)
    case .readOnly: .diskFull(path: path)
    case .diskFull: .noRoom(path: path)
    case .noRoom: .damaged(path: path, detail: "page 7")
    case .damaged: .cannotOpen(path: path, detail: "no such folder")
    case .cannotOpen: .clockBehind(now: day, last: .record(later))
    case .clockBehind(_, .record): .clockBehind(now: day, last: .trusted(later))
    case .clockBehind: .clockAhead(now: later, last: .record(day))
    case .clockAhead(_, .record): .clockAhead(now: later, last: .trusted(day))
    case .clockAhead: .clockImpossible(now: day)
    case .clockImpossible: .altered(path: path, row: 7)
    case .altered: .notEmptied(path: path, row: 7)
    case .notEmptied: .indexesDamaged(path: path)
    case .indexesDamaged:
      .columnMissing(path: path, column: "event.hubSequence", foreign: ["event.number"])
    case .columnMissing: .refused(path: path, code: 13)
    case .refused: .notDurable(setting: "synchronous", value: "1")
    case .notDurable: .listIsNoFile(path: path + ".erased")
    case .listIsNoFile: .listUnreadable(path: path + ".erased", line: 7)
    case .listUnreadable:
      .backupDiffers(
        path: path, BackupManifest.Difference(.events, stated: "409", found: "408"))
    case .backupDiffers: .manifestUnreadable(path: path + ".manifest.json")
    case .manifestUnreadable: .erasedUnknown(path: path, stated: 4, known: 1)
    case .erasedUnknown: .cutOff(path: path, bytes: 40_960, whole: 81_920)
    case .cutOff: .severalNames(path: path, others: ["/home/lan/twin.db"])
    case .severalNames(_, let others) where !others.isEmpty:
      .severalNames(path: path, others: [])
    case .severalNames: .unsound(path: path, faults: 3)
    case .unsound: nil
    }
  }
}

extension RecordError.Noun: Exemplified {
  static let firstExample = Self.team

  var nextExample: Self? {
    switch self {
    case .team: .learner
    case .learner: .session
    case .session: .completion
    case .completion: .course
    case .course: .lesson
    case .lesson: .measure
    case .measure: .series
    case .series: .actor
    case .actor: .import
    case .import: nil
    }
  }
}

extension RecordError: Exemplified {
  static let firstExample = Self.unknown(.team, "Tổ Mây", similar: ["Tổ Máy"])

  var nextExample: Self? {
    switch self {
    case .unknown: .ambiguous(.session, "7K2M", among: ["7K2M-9QXD", "3QTB-2M8K"])
    case .ambiguous: .place(.firstExample)
    case .place: .dateInFuture(later, today: day)
    case .dateInFuture: .dateTooEarly(day, earliestYear: 2000)
    case .dateTooEarly: .beforeBirth(day, birthYear: 2029)
    case .beforeBirth: .beforeTeam(day, team: "Tổ 1", since: later)
    case .beforeTeam: .afterTeam(later, team: "Tổ 1", until: day)
    case .afterTeam:
      .beforeUnit(Sample.day("2025-06-30"), unit: .river, formerUnits: [.river])
    case .beforeUnit: .teamExists("Tổ 1", unit: .river)
    case .teamExists: .personTwice("Hồ Thị Lê")
    case .personTwice: .namesInBroadcast
    case .namesInBroadcast: .courseMissing
    case .courseMissing: .lessonsWithoutCourse
    case .lessonsWithoutCourse: .resultWithoutCourse
    case .resultWithoutCourse: .nobodyCame
    case .nobodyCame: .voidRecord(.session, "7K2M-9QXD")
    case .voidRecord: .alreadyVoid(.session, "7K2M-9QXD")
    case .alreadyVoid: .notVoid(.completion, "7K2M-9QXD")
    case .notVoid: .nothingToChange(.learner, "7K2M-9QXD")
    case .nothingToChange: .diedEarlier(.le, on: day)
    case .diedEarlier: .notMarked("Hồ Thị Lê", in: Identifier(natural: "session"))
    case .notMarked: .candidates([.le])
    case .candidates: .sameRecord(.le)
    case .sameRecord: .alreadyOne(.le, .le)
    case .alreadyOne: .notOne(.le, .le)
    case .notOne: .knownDistinct(.le, .le)
    case .knownDistinct: .otherPerson(.le)
    case .otherPerson: .keyBelongsToOther("HK-17", .le)
    case .keyBelongsToOther: .keyTwice("HK-17")
    case .keyTwice: .otherSession(field: "date", line: 7)
    case .otherSession: .alreadyImported(.first)
    case .alreadyImported: .importedAgain(.first, by: .first)
    case .importedAgain: .importInUse(.first, ImportUse(learners: [.le]))
    case .importInUse: .erased(.le)
    case .erased: .wordsOfErased(.le)
    case .wordsOfErased: .forGood
    case .forGood: .noProgramme
    case .noProgramme: nil
    }
  }
}

extension PlaceError: Exemplified {
  static let firstExample = Self.wholeCity(.river)

  var nextExample: Self? {
    switch self {
    case .wholeCity: .unknown("Sóng", on: day, similar: [.river])
    case .unknown: .ambiguous("Hương Phong", on: day, among: [.river, .river])
    case .ambiguous: .anotherTime("Tây Lộc", on: day, units: [.river], nowIn: .river)
    case .anotherTime:
      .beforeUnits(
        "Tây Lộc", on: Sample.day("2024-05-01"), firstDay: Sample.day("2025-01-01"),
        units: [.river])
    case .beforeUnits: nil
    }
  }
}

extension FieldProblem: Exemplified {
  static let firstExample = Self.missing

  var nextExample: Self? {
    switch self {
    case .missing: .controlCharacter
    case .controlCharacter: .tooLong(100)
    case .tooLong: .noLetter
    case .noLetter: .notANumber
    case .notANumber: .outside(1900...2026)
    case .outside: .unknownWord
    case .unknownWord: .notAPhone
    case .notAPhone: .notAPerson
    case .notAPerson: .citizenNumber
    case .citizenNumber: .notADay
    case .notADay: .twoDigitYear
    case .twoDigitYear: .monthFirst
    case .monthFirst: .serialNumber
    case .serialNumber: .absent
    case .absent: .leftOver
    case .leftOver: .missingForMove
    case .missingForMove: nil
    }
  }
}

extension CSVProblem.Kind: Exemplified {
  static let firstExample = Self.textAfterQuote

  var nextExample: Self? {
    switch self {
    case .textAfterQuote: .ragged(expected: 4, got: 3)
    case .ragged: nil
    }
  }
}

extension CSVError: Exemplified {
  static let firstExample = Self.empty

  var nextExample: Self? {
    switch self {
    case .empty: .utf16
    case .utf16: .workbook
    case .workbook: .notUTF8(line: 7)
    case .notUTF8: .nulByte(line: 7)
    case .nulByte: .unclosedQuote(line: 7)
    case .unclosedQuote: .lineTooLong(line: 7)
    case .lineTooLong: .header(CSVProblem(line: 7, kind: .textAfterQuote))
    case .header: .duplicateHeader(line: 7, name: "Tên")
    case .duplicateHeader: .readFailed(line: 7, reason: "I/O")
    case .readFailed: nil
    }
  }
}

extension ListFileError: Exemplified {
  static let firstExample = Self.csv(.utf16)

  var nextExample: Self? {
    switch self {
    case .csv: .missingColumns([.name, .sex], of: .attendees, found: ["TT", "năm sinh"])
    case .missingColumns: .ambiguousColumn(.name, headers: ["name", "họ tên"])
    case .ambiguousColumn: .dividedName(header: "Họ đệm")
    case .dividedName: .citizenNumbers(column: "CCCD")
    case .citizenNumbers: nil
    }
  }
}

/// Statements that damage a register so that `journal verify` finds the problem.
extension JournalFault.Problem {
  var damage: String {
    switch self {
    case .hashDiffers: "UPDATE event SET hash = zeroblob(32) WHERE key = 5"
    case .notCanonical: "UPDATE event SET envelope = ' ' || envelope WHERE key = 5"
    case .columnDiffers: "UPDATE event SET kind = 'team.closed' WHERE key = 5"
    case .chainBroken:
      """
      UPDATE event SET envelope = replace(envelope, '"version":1', '"version":2') WHERE key = 5
      """
    case .sequenceGap: "DELETE FROM event WHERE key = 5"
    case .clockFalls:
      """
      UPDATE event SET envelope = replace(envelope, '"clock":' || effectiveClock, '"clock":1')
      WHERE key = 5
      """
    case .personalDiffers:
      """
      UPDATE event SET personal = replace(personal, 'Trần', 'Tran') WHERE personal IS NOT NULL
      """
    case .personalMissing: "UPDATE event SET personal = NULL, nonce = NULL"
    case .personalKept:
      """
      UPDATE event SET personal = (SELECT p FROM kept WHERE k = key),
        nonce = (SELECT n FROM kept WHERE k = key) WHERE kind = 'learner.registered';
      DROP TABLE kept;
      """
    case .bodyInvalid:
      """
      UPDATE event SET envelope = replace(envelope, '"value":"test"', '"value":7')
      WHERE kind = 'setting.set'
      """
    case .eventsLost: "INSERT INTO team (key, id, known) VALUES (99, randomblob(16), 1)"
    case .fileDamaged:
      """
      PRAGMA writable_schema = ON;
      DELETE FROM sqlite_schema WHERE name = 'completionEnd';
      PRAGMA schema_version = 9999;
      """
    case .indexDamaged: "DROP INDEX eventSubject"
    case .projectionDiffers: "UPDATE setting SET value = 'en' WHERE key = 'population'"
    case .localDiffers: "UPDATE local SET value = upper(value) WHERE key = 'device'"
    case .foreignContent: "CREATE TABLE poem (line TEXT)"
    }
  }
}
