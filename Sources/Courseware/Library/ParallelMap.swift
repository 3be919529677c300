import Dispatch

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
