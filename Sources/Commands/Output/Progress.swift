import Foundation

/// How far long work has come: one line on stderr that is written over, where somebody watches.
struct Progress {
  private let desk: Desk
  private let words: String
  private let isShown: Bool

  init(_ desk: Desk, vi: String, en: String) {
    self.desk = desk
    words = say(vi: vi, en: en)
    isShown = desk.workspace.ask != nil
  }

  func show(_ done: Int) {
    guard isShown else { return }
    desk.workspace.errorOutput("\r\(words) \(Spoken.count(done))")
  }

  func end() {
    guard isShown else { return }
    desk.workspace.errorOutput("\r\u{1B}[K")
  }
}
