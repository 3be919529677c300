extension Array {
  /// The elements in pieces that one statement can name.
  var pages: [ArraySlice<Element>] {
    stride(from: 0, to: count, by: 500).map { self[$0..<Swift.min($0 + 500, count)] }
  }
}
