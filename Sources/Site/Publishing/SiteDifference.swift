/// What changes for readers when one version of the site takes the place of another.
package struct SiteDifference: Hashable, Sendable {
  package let new: [Address]
  package let changed: [Address]
  /// No longer to be found.
  package let lost: [Address]
  /// The same byte for byte.
  package let unchanged: [Address]

  package init(from old: [String: [UInt8]], to new: [String: [UInt8]]) {
    var (added, changed, unchanged): ([Address], [Address], [Address]) = ([], [], [])
    for (path, bytes) in new {
      switch old[path] {
      case nil: added.append(Address(path))
      case bytes: unchanged.append(Address(path))
      default: changed.append(Address(path))
      }
    }
    self.new = added.sorted()
    self.changed = changed.sorted()
    self.unchanged = unchanged.sorted()
    lost = old.keys.filter { new[$0] == nil }.map { Address($0) }.sorted()
  }

  package var isEmpty: Bool { new.isEmpty && changed.isEmpty && lost.isEmpty }
}
