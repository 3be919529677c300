/// A unit by its code and its first day.
struct Place: Hashable {
  let code: String
  let since: Int
}

/// Where somebody lives.
enum Home: Hashable {
  case place(Place)
  case outside
  case unknown
}
