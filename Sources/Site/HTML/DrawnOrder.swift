/// An order that looks drawn by lot, and is the same in every build: by a hash of the id and each place.
enum DrawnOrder {
  /// The places 0 ..< count.
  static func places(_ count: Int, id: String) -> [Int] {
    (0..<count).map { (hash("\(id)/\($0)"), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The same, but never the order in which they stand, which would give the answer away.
  static func shuffledPlaces(_ count: Int, id: String) -> [Int] {
    let places = places(count, id: id)
    guard count > 1, places == Array(0..<count) else { return places }
    return Array(places[1...]) + [places[0]]
  }

  /// FNV-1a, its bits mixed once more: ids differ in their last letters only.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    return hash ^ hash >> 33
  }
}
