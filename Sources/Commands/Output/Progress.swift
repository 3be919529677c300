import Foundation

/// How far long work has come: one line on stderr that is written over, where somebody watches.
struct Progress {
  private let workspace: Workspace
  private let words: String
  private let isShown: Bool

  init(_ workspace: Workspace, vi: String, en: String) {
    self.workspace = workspace
    words = say(vi: vi, en: en)
    isShown = workspace.ask != nil
  }

  func show(_ done: Int) {
    guard isShown else { return }
    workspace.errorOutput("\r\(words) \(Spoken.count(done))")
  }

  func end() {
    guard isShown else { return }
    workspace.errorOutput("\r\u{1B}[K")
  }
}
