import Storage

extension AbandonedDraft {
  /// What is said when it has been removed.
  var removal: String {
    say(
      vi: "Đã xóa bản làm dở do một lần chạy bị ngắt để lại: \(path)",
      en: "Removed an unfinished copy that a killed lantoa had left: \(path)")
  }

  /// What is said while it lies there.
  var warning: String {
    say(
      vi:
        "Bản làm dở do một lần chạy bị ngắt để lại, có thể còn người trong đó: \(path). Nếu không phải "
        + "tệp của mình: rm \(path)",
      en:
        "An unfinished copy that a killed lantoa has left, perhaps with people in it: \(path). Unless "
        + "it is a file of yours: rm \(path)")
  }
}
