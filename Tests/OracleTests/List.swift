/// A list of people or of sessions, as somebody hands it in.
struct List: Hashable {
  enum Content: Hashable {
    case people([Row])
    case sessions([Gathering])
  }

  /// Who keeps the list.
  let source: Int
  /// Lists that say the same may differ in their bytes.
  var bytes: Int
  var content: Content

  /// Somebody as the list has them. An empty cell is nil.
  struct Row: Hashable {
    enum Choice: Hashable {
      case new
      case known(Origin)
    }

    var face: Face
    var key: Int?
    var home: Home?
    var registered: Int?
    var moved: Int?
    var choice: Choice?
  }

  /// A session and whoever came.
  struct Gathering: Hashable {
    struct Seat: Hashable {
      var row: Row
      var grade: Grade
    }

    let key: Int
    var sitting: Sitting
    var seats: [Seat]
  }
}

/// Whom people see: two records of one human are alike, but for the phone that one of them may lack.
struct Face: Hashable {
  let human: Int
  var hasPhone: Bool
}
