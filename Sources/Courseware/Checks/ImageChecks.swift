/// Pictures are there, are light, say what they show, and tell nothing of who took them.
enum ImageChecks {
  private static let heavy = 80_000

  static func run(_ manuscript: Manuscript, _ shelf: Shelf, _ findings: inout ManuscriptFindings) {
    for image in manuscript.outline.images {
      checkAlternative(image, &findings)
      switch shelf.links.resolve(image.source, course: manuscript.course) {
      case .target(.file(let path)):
        if let asset = shelf.assets[path] {
          check(asset, of: image, in: manuscript, &findings)
        } else {
          reportMissing(image, path, in: manuscript, shelf, &findings)
        }
      case .target, .unsafe, .outside: reportElsewhere(image, in: manuscript, shelf, &findings)
      }
    }
  }

  private static func checkAlternative(_ image: Image, _ findings: inout ManuscriptFindings) {
    guard image.alternative.allSatisfy(\.isWhitespace), !image.isDecorative else { return }
    findings.report(
      .imageAltMissing, at: image.place, length: 4 + image.source.utf8.count + 1,
      Words(
        vi: "hình này không có lời mô tả cho người không nhìn thấy",
        en: "this picture says nothing to whoever cannot see it"),
      fix: Words(
        vi: "Viết ![hình vẽ gì](…), hoặc ![](… \"trang trí\") nếu chỉ để trang trí.",
        en: "Write ![what it shows](…), or ![](… \"decorative\") if it only decorates."))
  }

  private static func check(
    _ asset: Asset, of image: Image, in manuscript: Manuscript,
    _ findings: inout ManuscriptFindings
  ) {
    func report(_ rule: Diagnostic.Rule, _ summary: Words, fix: Words) {
      findings.report(
        rule, on: image.source, near: image.place, in: manuscript.text, summary, fix: fix)
    }
    guard asset.format != nil else {
      report(
        .imageNotImage,
        Words(
          vi: "'\(image.source)' không phải là hình", en: "'\(image.source)' is not a picture"),
        fix: Words(
          vi: "Dùng tệp SVG, PNG, JPEG, GIF hoặc WebP.",
          en: "Use an SVG, PNG, JPEG, GIF or WebP file."))
      return
    }
    if asset.isCutOff, !asset.hasCameraNotes {
      report(
        .imageNotImage,
        Words(
          vi: "'\(image.source)' thiếu phần cuối: chép chưa hết",
          en: "'\(image.source)' has no end: it was not copied whole"),
        fix: Words(
          vi: "Chép lại hình từ chỗ cũ, rồi mở ra xem.",
          en: "Copy the picture again from where it came, and open it to look."))
      return
    }
    if asset.size > heavy {
      let size = (asset.size + 999) / 1000
      report(
        asset.size > Asset.mostOfPicture ? .imageTooHeavy : .imageHeavy,
        Words(
          vi: "hình nặng \(size) KB; cần dưới 80 KB cho điện thoại yếu",
          en: "the picture has \(size) KB; a weak phone needs at most 80 KB"),
        fix: Words(
          vi: "Thu nhỏ còn rộng 800 điểm ảnh và lưu lại ở chất lượng 70.",
          en: "Make it 800 pixels wide and save it again at quality 70."))
    }
    findings.reportUnfit(asset, image.source, near: image.place, of: manuscript.text)
  }

  private static func reportMissing(
    _ image: Image, _ path: String, in manuscript: Manuscript, _ shelf: Shelf,
    _ findings: inout ManuscriptFindings
  ) {
    findings.report(
      .imageMissing, on: image.source, near: image.place, in: manuscript.text,
      Words(vi: "không có hình '\(image.source)'", en: "there is no picture '\(image.source)'"),
      fix: shelf.nearest(to: image.source, at: path, in: manuscript).map(Words.didYouMean)
        ?? Words(
          vi: "Đặt tệp vào thư mục images của khóa học và viết images/ trước tên tệp.",
          en: "Put the file into the course's folder images, and write images/ before its name."))
  }

  private static func reportElsewhere(
    _ image: Image, in manuscript: Manuscript, _ shelf: Shelf,
    _ findings: inout ManuscriptFindings
  ) {
    if findings.reportWindowsPath(image.source, near: image.place, in: manuscript, shelf) {
      return
    }
    findings.report(
      .linkUnsafe, on: image.source, near: image.place, in: manuscript.text,
      Words(
        vi: "hình phải nằm trong thư mục khóa học, không lấy từ nơi khác",
        en: "a picture lies in the course's folder and comes from nowhere else"),
      fix: Words(
        vi: "Chép hình vào thư mục images và viết images/ trước tên tệp.",
        en: "Copy the picture into the folder images, and write images/ before its name."))
  }
}

extension ManuscriptFindings {
  /// What must not reach a reader of a picture that is shown or linked to.
  mutating func reportUnfit(
    _ asset: Asset, _ source: String, near place: SourcePlace, of text: MarkdownText
  ) {
    if asset.hasCameraNotes { reportCameraNotes(in: source, near: place, of: text) }
    if asset.isActive {
      report(
        .imageActive, on: source, near: place, in: text,
        Words(
          vi: "hình này có mã chạy được hoặc lấy thứ khác từ ngoài",
          en: "this drawing runs a script or fetches something from elsewhere"),
        fix: Words(
          vi: "Lưu lại thành SVG đơn giản (Plain SVG), không có script và liên kết ngoài.",
          en: "Save it again as plain SVG, without scripts and addresses outside."))
    }
  }

  private mutating func reportCameraNotes(
    in photo: String, near place: SourcePlace, of text: MarkdownText
  ) {
    report(
      .imageLocation, on: photo, near: place, in: text,
      Words(
        vi: "ảnh còn mang ghi chú của máy ảnh, có thể cả nơi chụp",
        en: "the photo carries its camera's notes, perhaps where it was taken"),
      fix: Words(
        vi: "Lưu lại ảnh không kèm thông tin (EXIF, XMP, IPTC).",
        en: "Save it without them (EXIF, XMP, IPTC)."
      ).orByRepair)
  }
}

extension Shelf {
  /// The paths of the photos shown or linked to that still carry their camera's notes, each once.
  var photosWithNotes: [String] {
    guard assets.values.contains(where: \.hasCameraNotes) else { return [] }
    let shown = manuscripts.flatMap { manuscript in
      let outline = manuscript.outline
      return (outline.images.map(\.source) + outline.links.map(\.destination)).compactMap {
        source -> String? in
        guard case .target(.file(let file)) = links.resolve(source, course: manuscript.course),
          let asset = assets[file], asset.hasCameraNotes
        else { return nil }
        return asset.path
      }
    }
    return Set(shown).sorted()
  }
}
