import Domain

/// Things to draw from, some more often than others.
struct WeightedTable<Element: Sendable>: Sendable {
  private let elements: [Element]
  /// The sum of the weights up to and with each element.
  private let sums: [Double]

  init(_ pairs: [(Element, Double)]) {
    precondition(!pairs.isEmpty, "a table to draw from needs an element")
    elements = pairs.map(\.0)
    var sum = 0.0
    sums = pairs.map { pair in
      sum += pair.1
      return sum
    }
  }

  func draw(using random: inout SplitMix64) -> Element {
    let point = random.fraction() * sums[sums.count - 1]
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > point {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return elements[low]
  }
}

extension WeightedTable<String> {
  /// Words, the commonest first, whose weight falls as 1 / (rank + 6), after Zipf.
  ///
  /// Of some 130 words the first gets about 5 %, the last about 0.2 %. The curve is an assumption.
  init(ranked words: String) {
    let words = words.split(whereSeparator: \.isWhitespace).map(String.init)
    self.init(words.enumerated().map { ($1, 1 / Double($0 + 7)) })
  }
}
