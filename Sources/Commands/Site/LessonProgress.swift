import Site
import Synchronization

/// Tells whoever watches of how many lessons the pages are made.
enum LessonProgress {
  /// `done` may be told of more lessons from several threads at once.
  static func show<Value>(
    in workspace: Workspace,
    _ work: (_ done: @Sendable (_ lessons: Int) -> Void) throws -> Value
  ) rethrows -> Value {
    let progress = Progress(workspace, vi: "Đã làm trang của số bài:", en: "Lessons made:")
    let made = Mutex(0)
    defer { progress.end() }
    return try work { lessons in
      made.withLock {
        $0 += lessons
        progress.show($0)
      }
    }
  }
}

extension Site {
  /// Makes every file on all cores, and tells whoever watches how far it is. `body` is called from
  /// several threads at once, in no order.
  func make(
    in workspace: Workspace, _ body: @Sendable (Address, [UInt8]) throws -> Void
  ) throws {
    try LessonProgress.show(in: workspace) { done in try makeFiles(done: done, body) }
  }
}
