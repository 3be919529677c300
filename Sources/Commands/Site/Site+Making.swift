import Courseware
import Site
import Synchronization

extension Site {
  /// Makes every file on all cores, a part each at a time, and tells whoever watches how far it is.
  ///
  /// - Parameter body: is called from several threads at once, in no order.
  func make(
    in workspace: Workspace, _ body: @Sendable (Address, [UInt8]) throws -> Void
  ) throws {
    let progress = Progress(workspace, vi: "Đã làm trang của số bài:", en: "Lessons made:")
    let done = Mutex(0)
    defer { progress.end() }
    let traces = parts.parallelMap { part in
      Result {
        let trace = try forEachFile(of: part, body)
        done.withLock {
          $0 += lessonCount(of: part)
          progress.show($0)
        }
        return trace
      }
    }
    try forEachFile(after: traces.map { try $0.get() }, body)
  }
}
