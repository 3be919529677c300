/// Sharing whole things out in proportion, so that the parts add up.
enum Allotment {
  /// Parts of `total` in proportion to the weights, by the largest remainder.
  ///
  /// Equal remainders go to the earlier part. Weights that are all zero share equally.
  static func parts(of total: Int, by weights: [Double]) -> [Int] {
    guard !weights.isEmpty else { return [] }
    let sum = weights.reduce(0, +)
    guard sum > 0 else {
      return parts(of: total, by: [Double](repeating: 1, count: weights.count))
    }
    let exact = weights.map { Double(total) * $0 / sum }
    var parts = exact.map { Int($0) }
    let order = exact.indices.sorted { left, right in
      let remainders = (exact[left] - Double(parts[left]), exact[right] - Double(parts[right]))
      return remainders.0 == remainders.1 ? left < right : remainders.0 > remainders.1
    }
    for index in order.prefix(max(0, total - parts.reduce(0, +))) {
      parts[index] += 1
    }
    return parts
  }

  /// The same, but no part above its limit while another has room.
  ///
  /// What exceeds all the limits
  /// together is shared out in proportion to them.
  static func parts(of total: Int, by weights: [Double], upTo limits: [Int]) -> [Int] {
    guard limits.reduce(0, +) > total else { return parts(of: total, by: limits.map(Double.init)) }
    var fixed = [Int?](repeating: nil, count: weights.count)
    while true {
      let open = fixed.indices.filter { fixed[$0] == nil }
      let rest = total - fixed.reduce(0) { $0 + ($1 ?? 0) }
      let shares = parts(of: rest, by: open.map { weights[$0] })
      let full = zip(open, shares).filter { limits[$0.0] < $0.1 }
      guard !full.isEmpty else {
        for (index, share) in zip(open, shares) {
          fixed[index] = share
        }
        return fixed.map { $0 ?? 0 }
      }
      for (index, _) in full {
        fixed[index] = limits[index]
      }
    }
  }
}
