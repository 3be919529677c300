/// What a build did to the files of an output folder.
package struct SiteChanges: Hashable, Sendable {
  package var new: [Address] = []
  package var changed: [Address] = []
  package var removed: [Address] = []
  package var unchanged = 0
}
