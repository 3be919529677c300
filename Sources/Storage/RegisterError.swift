package import Domain

/// Why a register cannot be opened, read or written. Each case carries what a message must name.
package enum RegisterError: Error, Hashable, Sendable {
  case notFound(path: String)
  case alreadyExists(path: String)
  /// What SQLite has kept beside a file of this name, which is gone, lies there still.
  case strayLog(path: String, log: String)
  /// A file that is no SQLite database, or one of another program.
  case notARegister(path: String)
  /// Written by a newer lantoa, whose tables this one does not know.
  case newer(path: String)
  /// Written by an older lantoa, in a place where its tables cannot be brought up to date.
  case outdated(path: String)
  /// Written by an older lantoa, with somebody else's table or view under a name that a table now has.
  case nameTaken(path: String, name: String)
  /// Another process is writing, and did not finish within the five seconds we wait.
  case locked(path: String)
  case readOnly(path: String)
  case diskFull(path: String)
  /// A new file, of which nothing is left: its disk is full.
  case noRoom(path: String)
  /// The file does not read back as it was written.
  case damaged(path: String, detail: String)
  case cannotOpen(path: String, detail: String)
  /// The clock stands more than a day before the newest record.
  case clockBehind(now: CalendarDay, last: ClockReading)
  /// The clock stands more than thirty days after the newest record.
  case clockAhead(now: CalendarDay, last: ClockReading)
  /// Nobody can say of a clock with such a year that it is right.
  case clockImpossible(now: CalendarDay)
  /// The system refuses a file, with this `errno`.
  case refused(path: String, code: Int32)
  /// An event, by its row in the journal, whose bytes are not those that were recorded.
  case altered(path: String, row: Int64)
  /// An event, by its row in the journal, that keeps what is personal although it was erased: another program
  /// has given the table rules of its own.
  case notEmptied(path: String, row: Int64)
  /// Indexes of the journal do not fit its tables, so that not everything is found.
  case indexesDamaged(path: String)
  /// A column of the journal is gone, by its table and name; `foreign` stand in the table in its place.
  case columnMissing(path: String, column: String, foreign: [String])
  /// A durability setting is not in force.
  case notDurable(setting: String, value: String)
  /// Hard links lead to the file; `others` are those names that lie in its folder.
  case severalNames(path: String, others: [String])
  /// Where a list of erased people belongs lies a folder, a device or a link that leads nowhere.
  case listIsNoFile(path: String)
  /// A line of a list of erased people that names nobody.
  case listUnreadable(path: String, line: Int)
  /// A backup whose bytes are not those that its manifest describes.
  case backupDiffers(path: String, BackupManifest.Difference)
  /// A manifest that says nothing of the backup beside it.
  case manifestUnreadable(path: String)
  /// A backup whose lists of erased people are not all there: its manifest states more than are known.
  case erasedUnknown(path: String, stated: Int, known: Int)
  /// A file of fewer bytes than its own header says.
  case cutOff(path: String, bytes: Int, whole: Int)
  /// A backup, or what was restored from one, whose journal has faults.
  case unsound(path: String, faults: Int)
}

/// What this machine's clock is held against.
package enum ClockReading: Hashable, Sendable {
  /// The day of the newest record.
  case record(CalendarDay)
  /// The day that this clock showed when somebody said that it is right, or at the last write since.
  case trusted(CalendarDay)
}

/// Why something cannot be recorded, or is not there to be shown.
package enum RecordError: Error, Hashable, Sendable {
  package enum Noun: String, Sendable {
    case team, learner, session, completion, course, lesson, measure, series, actor, `import`
  }

  case unknown(Noun, String, similar: [String])
  case ambiguous(Noun, String, among: [String])
  case place(PlaceError)
  case dateInFuture(CalendarDay, today: CalendarDay)
  /// No record of this work is so old: a slip of the hand.
  case dateTooEarly(CalendarDay, earliestYear: Int)
  case beforeBirth(CalendarDay, birthYear: Int)
  case beforeTeam(CalendarDay, team: String, since: CalendarDay)
  case afterTeam(CalendarDay, team: String, until: CalendarDay)
  /// `formerUnits` are those that it was made of.
  case beforeUnit(
    CalendarDay, unit: AdministrativeUnit, formerUnits: [AdministrativeUnit])
  case teamExists(String, unit: AdministrativeUnit)
  case personTwice(String)
  case namesInBroadcast
  case courseMissing
  /// Lessons are named by their place in a course, or their name there.
  case lessonsWithoutCourse
  case resultWithoutCourse
  case nobodyCame
  case voidRecord(Noun, String)
  case alreadyVoid(Noun, String)
  case notVoid(Noun, String)
  /// The record, by what it is and its reference, says so already.
  case nothingToChange(Noun, String)
  /// Of several days of a death the first counts, and this is after it.
  case diedEarlier(Learner, on: CalendarDay)
  /// Nobody by that name is marked in the session.
  case notMarked(String, in: Session.ID)
  /// Somebody who may be the same person is already registered.
  case candidates([Learner])
  /// Two references lead to one record.
  case sameRecord(Learner)
  /// Links say that the two are one person.
  case alreadyOne(Learner, Learner)
  /// No link joins the two.
  case notOne(Learner, Learner)
  /// Somebody has said that the two are not one person.
  case knownDistinct(Learner, Learner)
  /// The row's reference is that of somebody with another name and another birth year.
  case otherPerson(Learner)
  /// The list's key is that of somebody with another name and another birth year.
  case keyBelongsToOther(String, Learner)
  /// The list gives one key to two rows.
  case keyTwice(String)
  /// A row says otherwise of its session than the row where the session begins.
  case otherSession(field: String, line: Int)
  /// The very bytes of an import that still counts.
  case alreadyImported(Import)
  /// An import is not had back beside another that has brought in the same since.
  case importedAgain(Import, by: Import)
  /// Facts from elsewhere hang on what the import made.
  case importInUse(Import, ImportUse)
  /// Everything personal of somebody is gone, and nothing new may be said of them.
  case erased(Learner)
  /// The same, of words with which something is taken back that they did.
  case wordsOfErased(Learner)
  /// The newest thing recorded is an erasure, which nothing takes back.
  case forGood
  /// The programme names a course that has not been published.
  case noProgramme
}

extension RecordError {
  package static func nothingToChange(_ session: Session) -> Self {
    .nothingToChange(.session, Reference(session.id).description)
  }

  package static func nothingToChange(_ learner: Learner) -> Self {
    .nothingToChange(.learner, Reference(learner.id).description)
  }
}
