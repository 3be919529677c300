import Courseware

extension BlockWriter {
  mutating func write(_ alert: Alert) {
    if alert.isFolded, !setting.isPaper {
      html.markup("<details")
      html.attribute("class", "alert \(alert.kind.className)")
      html.markup("><summary>")
      writeTitle(of: alert)
      html.markup("</summary>\n")
      write(alert.content)
      html.markup("</details>\n")
    } else {
      html.markup("<section")
      html.attribute("class", "alert \(alert.kind.className)")
      html.markup("><p class=\"alert-title\">")
      writeTitle(of: alert)
      html.markup("</p>\n")
      write(alert.content)
      html.markup("</section>\n")
    }
  }

  private mutating func writeTitle(of alert: Alert) {
    if let title = alert.title { write(title) } else { html.text(words[alert.kind.word]) }
  }
}

extension Alert.Kind {
  fileprivate var className: String { rawValue.lowercased() }

  fileprivate var word: InterfaceWord {
    switch self {
    case .note: .alertNote
    case .tip: .alertTip
    case .important: .alertImportant
    case .warning: .alertWarning
    case .caution: .alertCaution
    case .activity: .alertActivity
    case .solution: .alertSolution
    case .hint: .alertHint
    case .discussion: .alertDiscussion
    case .checklist: .alertChecklist
    case .keypoints: .alertKeypoints
    case .example: .alertExample
    case .instructor: .alertInstructor
    }
  }
}
