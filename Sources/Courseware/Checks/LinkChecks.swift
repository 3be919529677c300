/// Links lead somewhere, and nowhere they should not.
enum LinkChecks {
  static func run(_ manuscript: Manuscript, _ shelf: Shelf, _ findings: inout ManuscriptFindings) {
    for link in manuscript.outline.links {
      switch shelf.links.resolve(link.destination, course: manuscript.course) {
      case .unsafe, .outside: reportUnsafe(link, in: manuscript, shelf, &findings)
      case .target(let target):
        check(target, of: link, in: manuscript, shelf, &findings)
      }
    }
  }

  private static func check(
    _ target: LinkTarget, of link: Link, in manuscript: Manuscript, _ shelf: Shelf,
    _ findings: inout ManuscriptFindings
  ) {
    switch target {
    case .outside(let url):
      if url.lowercased().hasPrefix("http:") { reportOpen(link, in: manuscript, &findings) }
    case .file(let path):
      guard let asset = shelf.assets[path] else {
        reportMissing(link, path, in: manuscript, shelf, &findings)
        break
      }
      findings.reportUnfit(asset, link.destination, near: link.place, of: manuscript.text)
    case .here where link.destination.isEmpty: reportEmpty(link, in: manuscript, &findings)
    case .here(let anchor):
      let known = manuscript.outline.anchors
      if !known.contains(anchor) {
        report(anchor, of: link, known, in: manuscript, &findings)
      } else if manuscript.showsLearners(link, without: anchor) {
        reportHidden(anchor, of: link, in: manuscript, &findings)
      }
    case .lesson(let course, let slug, let language, let anchor):
      let page = LinkTarget.lesson(course: course, slug: slug, language: language, anchor: nil)
      check(anchor, of: link, on: page, in: manuscript, shelf, &findings)
    case .page(let name, let language, let anchor):
      let page = LinkTarget.page(name: name, language: language, anchor: nil)
      check(anchor, of: link, on: page, in: manuscript, shelf, &findings)
    }
  }

  private static func check(
    _ anchor: String?, of link: Link, on page: LinkTarget, in manuscript: Manuscript,
    _ shelf: Shelf, _ findings: inout ManuscriptFindings
  ) {
    guard let anchor, let known = shelf.anchors[page], !known.contains(anchor) else { return }
    report(anchor, of: link, known, in: manuscript, &findings)
  }

  private static func report(
    _ anchor: String, of link: Link, _ known: Set<String>, in manuscript: Manuscript,
    _ findings: inout ManuscriptFindings
  ) {
    let nearest = NearestName.nearest(to: anchor, among: known.sorted())
    findings.report(
      .anchorMissing, on: link.destination, near: link.place, in: manuscript.text,
      Words(
        vi: "trang đích không có tiêu đề nào là '#\(anchor)'",
        en: "no heading of that page is '#\(anchor)'"),
      fix: nearest.map { .didYouMean("#\($0)") }
        ?? Words(
          vi: "Viết tên tiêu đề không dấu, nối bằng gạch: 'Mã OTP' là #ma-otp.",
          en: "Write the heading without marks, joined by hyphens: 'OTP code' is #otp-code."))
  }

  private static func reportHidden(
    _ anchor: String, of link: Link, in manuscript: Manuscript,
    _ findings: inout ManuscriptFindings
  ) {
    findings.report(
      .anchorMissing, on: link.destination, near: link.place, in: manuscript.text,
      Words(
        vi: "tiêu đề '#\(anchor)' chỉ có trong lời cho tổ, người học bấm vào không tới đâu",
        en: "the heading '#\(anchor)' is in a note for the team, so learners get nowhere"),
      fix: Words(
        vi: "Chuyển liên kết vào lời cho tổ, hoặc chuyển tiêu đề ra ngoài.",
        en: "Move the link into the note, or the heading out of it."))
  }

  private static func reportMissing(
    _ link: Link, _ path: String, in manuscript: Manuscript, _ shelf: Shelf,
    _ findings: inout ManuscriptFindings
  ) {
    if let address = WebAddress.completed(link.destination) {
      findings.report(
        .linkMissing, on: link.destination, near: link.place, in: manuscript.text,
        Words(
          vi: "'\(link.destination)' thiếu https:// nên bị hiểu là tên tệp",
          en: "without https:// '\(link.destination)' is taken for the name of a file"),
        fix: Words(
          vi: "Viết https:// ở đầu: \(address).", en: "Begin it with https://: \(address)."))
      return
    }
    findings.report(
      .linkMissing, on: link.destination, near: link.place, in: manuscript.text,
      Words(
        vi: "không có tệp '\(link.destination)'", en: "there is no file '\(link.destination)'"),
      fix: shelf.nearest(to: link.destination, at: path, in: manuscript).map(Words.didYouMean)
        ?? Words(
          vi: "Xem lại tên tệp, hoặc bỏ liên kết.", en: "Check the file's name, or remove the link."
        ))
  }

  private static func reportEmpty(
    _ link: Link, in manuscript: Manuscript, _ findings: inout ManuscriptFindings
  ) {
    findings.report(
      .linkMissing, on: "()", near: link.place, in: manuscript.text,
      Words(vi: "liên kết này không có địa chỉ", en: "this link has no address"),
      fix: Words(
        vi: "Viết tên tệp hay địa chỉ https:// giữa hai dấu ngoặc tròn, hoặc bỏ liên kết.",
        en: "Write a file or an https:// address between the round brackets, or remove the link."))
  }

  /// What a text can be held to by itself.
  static func runAlone(_ manuscript: Manuscript, _ findings: inout ManuscriptFindings) {
    for link in manuscript.outline.links
    where link.content.plainText.allSatisfy(\.isWhitespace) {
      reportWordless(link, &findings)
    }
  }

  private static func reportWordless(_ link: Link, _ findings: inout ManuscriptFindings) {
    findings.report(
      .linkTextMissing, at: link.place,
      Words(
        vi: "liên kết này không có chữ, nên không ai biết nó dẫn đi đâu",
        en: "this link has no words, so nobody is told where it leads"),
      fix: Words(
        vi: "Viết chữ giữa hai dấu ngoặc: [xem ở đâu](…).",
        en: "Write words between the brackets: [where it leads](…)."))
  }

  private static func reportOpen(
    _ link: Link, in manuscript: Manuscript, _ findings: inout ManuscriptFindings
  ) {
    findings.report(
      .linkNotHTTPS, on: link.destination, near: link.place, in: manuscript.text,
      Words(
        vi: "liên kết http: ai ở giữa đường cũng đọc và sửa được",
        en: "whoever is on the way can read and change what comes by http:"),
      fix: Words(
        vi: "Viết https: và thử mở; trang nào không có thì nên bỏ.",
        en: "Write https: and try it; better drop a page that has none."))
  }

  private static func reportUnsafe(
    _ link: Link, in manuscript: Manuscript, _ shelf: Shelf,
    _ findings: inout ManuscriptFindings
  ) {
    if findings.reportWindowsPath(link.destination, near: link.place, in: manuscript, shelf) {
      return
    }
    findings.report(
      .linkUnsafe, on: link.destination, near: link.place, in: manuscript.text,
      Words(
        vi: "liên kết '\(link.destination)' dẫn ra ngoài những nơi cho phép, nên bị bỏ",
        en: "'\(link.destination)' leads where no link may, so it is dropped"),
      fix: Words(
        vi: "Chỉ dùng https:, mailto:, tel:, hoặc tên tệp trong khóa học.",
        en: "Use https:, mailto:, tel:, or the name of a file of the courses."))
  }
}

extension Manuscript {
  /// Whether learners see the link and not the heading, which this text has.
  fileprivate func showsLearners(_ link: Link, without anchor: String) -> Bool {
    guard let lesson else { return false }
    let seen = Outline(lesson.learnerBlocks)
    return !seen.anchors.contains(anchor) && seen.links.contains { $0.place == link.place }
  }
}
