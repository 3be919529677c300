/// What happened in an invented city, as plain values: days are counted from 1970-01-01, records
/// are numbered. Nothing here knows how a register keeps it.
struct World {
  let seed: UInt64
  /// How many laptops record.
  let devices: Int
  private(set) var operations: [Operation] = []
  /// By device, the operations that it has recorded or received.
  private(set) var known: [Set<Int>]

  init(seed: UInt64, devices: Int) {
    self.seed = seed
    self.devices = devices
    known = Array(repeating: [], count: devices)
  }

  mutating func append(_ deed: Deed, on day: Int, device: Int) {
    let index = operations.count
    operations.append(Operation(index: index, day: day, device: device, deed: deed))
    known[device].insert(index)
    if case .exchange = deed {
      let everything = Set(0...index)
      known = known.map { _ in everything }
    }
  }

  /// What a device knows of the world so far.
  func ledger(of device: Int) -> Ledger {
    Ledger(operations.filter { known[device].contains($0.index) })
  }
}

/// One act of one device. The day on which it is recorded never falls along a world.
struct Operation {
  let index: Int
  let day: Int
  let device: Int
  let deed: Deed
}

/// To grow: a case here, its fold in `Ledger`, its verb in `WorldDriver`, its chance in
/// `WorldGenerator`.
enum Deed {
  case formTeam(team: Int, place: Place, since: Int)
  case registerPerson(person: Int, home: Home, on: Int)
  case logSession(session: Int, Sitting, grades: [Int: Grade])
  case changeSession(session: Int, Correction)
  /// A nil grade says that the person was absent.
  case mark(session: Int, person: Int, Grade?)
  case complete(completion: Int, person: Int, course: String, on: Int, Grade)
  case void(Victim)
  /// Takes back the voids that the device knows of, by the index of their operation.
  case restore(Victim, voids: [Int])
  case publish(Plan)
  case promise(Goal)
  /// All devices hand each other everything.
  case exchange
}

/// A unit by its code and its first day.
struct Place: Hashable {
  let code: String
  let since: Int
}

enum Home: Hashable {
  case place(Place)
  case outside
  case unknown
}

enum Grade: Int, CaseIterable {
  case attended = 1
  case completed, passed
}

enum Form: CaseIterable {
  case classroom, home, desk, broadcast
}

struct Sitting: Hashable {
  var day: Int
  var form: Form
  var team: Int?
  var course: String?
  var lessons: [String]
  var unnamed: Int
  var guests: Int
}

struct Correction: Hashable {
  var day: Int?
  var form: Form?
  var course: String?
  var unnamed: Int?

  func applied(to sitting: Sitting) -> Sitting {
    var sitting = sitting
    if let day { sitting.day = day }
    if let form { sitting.form = form }
    if let course { sitting.course = course }
    if let unnamed { sitting.unnamed = unnamed }
    return sitting
  }
}

/// What can be taken back.
enum Victim: Hashable {
  case session(Int)
  case completion(Int)
  case person(Int)
}

struct Plan {
  let version: Int
  let core: [String]
  let yardsticks: [Yardstick]
}

/// Who counts.
struct Yardstick {
  enum Rule {
    /// Nil courses: anything, without a course too.
    case atLeast(Int, of: [String]?)
    case all([String])
    case eachArea([String: [String]])
  }

  let slug: String
  let least: Grade
  let rule: Rule
  let months: Int?
  let basis: String
}

struct Goal: Hashable {
  let slug: String
  /// Nil is the city.
  let code: String?
  let basisPoints: Int
  let deadline: Int
}
