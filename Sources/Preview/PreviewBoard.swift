/// Holds the latest edition, and tells everybody who waits of each newer one.
package actor PreviewBoard {
  private(set) var edition: PreviewEdition
  private var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
  private var listenersYet = 0

  package init(_ edition: PreviewEdition) {
    self.edition = edition
  }

  package func put(up edition: PreviewEdition) {
    self.edition = edition
    for listener in listeners.values { listener.yield(edition.number) }
  }

  /// The number of the edition now, and of each later one until whoever listens stops.
  func numbers() -> AsyncStream<Int> {
    let (numbers, listener) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let place = listenersYet
    listenersYet += 1
    listeners[place] = listener
    listener.onTermination = { _ in Task { await self.forget(place) } }
    listener.yield(edition.number)
    return numbers
  }

  private func forget(_ place: Int) {
    listeners[place] = nil
  }
}
