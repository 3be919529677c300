import Dispatch

/// Two things at the same time.
package func together<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  // Each is filled by one iteration alone, and read only after both.
  nonisolated(unsafe) var made: First?
  nonisolated(unsafe) var other: Second?
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 { made = first() } else { other = second() }
  }
  guard let made, let other else { preconditionFailure("each iteration runs once") }
  return (made, other)
}

extension Array {
  /// The same as `map`, on all cores: the results stand in the order of the elements, whichever was done
  /// first.
  package func parallelMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] where Element: Sendable {
    [Result](unsafeUninitializedCapacity: count) { results, initialized in
      // Each place is filled by one iteration alone, and read only after all of them.
      nonisolated(unsafe) let places = results
      DispatchQueue.concurrentPerform(iterations: count) { index in
        places.initializeElement(at: index, to: transform(self[index]))
      }
      initialized = count
    }
  }
}
