/// One word that an act left in the books.
struct Entry {
  /// The act, and the place among its words.
  let id: Origin
  let device: Int
  /// The list that it came with; nil for what somebody recorded by hand.
  let cause: Cause?
  let word: Word
}

struct Cause: Hashable {
  /// The act that took the list.
  let act: Int
  let source: Int
}

enum Word {
  case team(Origin, Place, since: Int)
  case registered(Origin, Face, Home, on: Int, key: Int?, isCalledNew: Bool)
  case amended(Origin, Amendment, hasPhone: Bool, key: Int?)
  case moved(Origin, Home, from: Int)
  case died(Origin, on: Int)
  case completed(Origin, course: String, on: Int, Grade)
  case linked(Origin, Origin)
  /// By the entries of the links.
  case unlinked(Set<Origin>)
  case distinct(Origin, Origin)
  case logged(Origin, Sitting, [Origin: Grade], key: Int?)
  case changed(Origin, Correction)
  case marked(Origin, Origin, Grade?)
  case void(Thing, except: Set<Thing>)
  /// By the entries of the voids.
  case restored(Set<Origin>)
  case took(List, any: Bool)
  case published(Plan)
  case promised(Goal)
}

extension Entry {
  /// What the word is about; itself where that is no record.
  var subject: Thing {
    switch word {
    case .registered(let person, _, _, _, _, _), .amended(let person, _, _, _),
      .moved(let person, _, _), .died(let person, _), .completed(let person, _, _, _):
      .person(person)
    case .logged(let session, _, _, _), .changed(let session, _), .marked(let session, _, _):
      .session(session)
    default: .word(id)
    }
  }
}
