/// What happened in an invented city, as plain values: days are counted from 1970-01-01, records are
/// known by the act that began them. Nothing here knows how a register keeps it.
struct World {
  let seed: UInt64
  /// How many laptops record.
  let devices: Int
  private(set) var operations: [Operation] = []
  /// By device, how many of the operations it has at least heard of; its own it knows anyway.
  private(set) var heard: [Int]

  init(seed: UInt64, devices: Int) {
    self.seed = seed
    self.devices = devices
    heard = Array(repeating: 0, count: devices)
  }

  mutating func append(_ deed: Deed, on day: Int, device: Int) -> Operation {
    let operation = Operation(
      index: operations.count, day: day, device: device, heard: heard[device], deed: deed)
    operations.append(operation)
    if case .exchange = deed { heard = heard.map { _ in operations.count } }
    return operation
  }
}

/// One act of one device. The day on which it is recorded never falls along a world.
struct Operation {
  let index: Int
  let day: Int
  let device: Int
  /// The device knows the operations before this one, whoever's they are, and all its own.
  let heard: Int
  let deed: Deed
}

/// The act that began something, and its place among what that act began. Of people this is the order
/// of their ids.
struct Origin: Hashable, Comparable {
  let act: Int
  var place = 0

  static func < (left: Origin, right: Origin) -> Bool {
    (left.act, left.place) < (right.act, right.place)
  }
}

/// To grow: a case here, what it comes to in `Desk`, its fold in `Ledger`, its verb in `WorldDriver`,
/// its chance in `WorldGenerator`.
enum Deed {
  case formTeam(Place, since: Int)
  case register(Face, Home, on: Int)
  case amend(Origin, Amendment)
  case move(Origin, Home, from: Int)
  case die(Origin, on: Int)
  /// Takes back every death of somebody.
  case revive(Origin)
  /// `despite`: even if somebody has said that they are two.
  case link(Origin, Origin, despite: Bool)
  case unlink(Origin, Origin)
  case distinguish(Origin, Origin)
  case logSession(Sitting, grades: [Origin: Grade])
  case changeSession(Origin, Correction)
  /// A nil grade says that the person was absent.
  case mark(session: Origin, person: Origin, Grade?)
  case complete(Origin, course: String, on: Int, Grade)
  case void(Thing)
  case restore(Thing)
  case take(List)
  /// By the act that took the list.
  case undo(list: Int, Undoing)
  case redo(list: Int)
  case publish(Plan)
  case promise(Goal)
  /// All devices hand each other everything.
  case exchange
}

/// What is corrected of somebody's registration.
struct Amendment: Hashable {
  var home: Home?
  var registered: Int?
}

/// What becomes of records of a list that are in use when it is undone.
enum Undoing: CaseIterable {
  case stop, keepUsed, all
}

/// What a word can be about, and what can be taken back.
enum Thing: Hashable {
  case person(Origin)
  case session(Origin)
  /// A completion, a death, a link, a distinction: what is one word only.
  case word(Origin)
  /// By the act that took it.
  case list(Int)
}
