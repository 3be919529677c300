enum Grade: Int, CaseIterable {
  case attended = 1
  case completed, passed
}

enum Form: CaseIterable {
  case classroom, home, desk, broadcast
}

/// What was done, when and by whom, without the people who came.
struct Sitting: Hashable {
  var day: Int
  var form: Form
  var team: Origin?
  var course: String?
  var lessons: [String]
  var unnamed = 0
  var guests = 0
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
