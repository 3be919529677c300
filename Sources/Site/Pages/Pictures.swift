import Courseware

/// The files that the lessons and pages of a part show or link to; what is asked for is put beside the
/// pages. Of large files only their size stays in memory.
final class Pictures {
  private struct Entry {
    /// Nil for a file that goes within no page.
    let bytes: [UInt8]?
    let size: PictureSize?
    let isFitPicture: Bool
  }

  /// Larger pictures are told by their words in a lesson that is one file.
  private static let mostWithin = 20_000

  private let read: (String) -> [UInt8]?
  private var entries: [String: Entry?] = [:]
  private(set) var used: Set<String> = []

  init(read: @escaping (String) -> [UInt8]?) {
    self.read = read
  }

  private func entry(_ file: String) -> Entry? {
    if let known = entries[file] { return known }
    let entry = read(file).flatMap { Self.entry(file, $0) }
    entries[file] = .some(entry)
    return entry
  }

  /// Nil for a photo that tells where it was taken, and for a drawing that does more than draw: they are
  /// put on no site.
  private static func entry(_ file: String, _ bytes: [UInt8]) -> Entry? {
    let asset = Asset(path: file, size: bytes.count, bytes: bytes)
    if asset.hasCameraNotes || asset.isActive { return nil }
    return Entry(
      bytes: bytes.count <= mostWithin ? bytes : nil, size: PictureSize(of: bytes),
      isFitPicture: asset.isFitPicture)
  }

  /// A link from `page` to the file; nil where there is no file.
  func href(_ file: String, from page: Address) -> String? {
    guard entry(file) != nil else { return nil }
    used.insert(file)
    return page.href(to: .file(file))
  }

  /// Nil for what is no picture, or too heavy for a phone.
  func picture(_ file: String, from page: Address) -> Picture? {
    guard entry(file)?.isFitPicture == true, let href = href(file, from: page) else { return nil }
    return Picture(href: href, size: entry(file)?.size)
  }

  /// The picture itself as an address; nil where it is too large or of no kind that we know.
  func pictureWithin(_ file: String) -> Picture? {
    guard let entry = entry(file), entry.isFitPicture, let bytes = entry.bytes,
      let type = Self.types[String(file.split(separator: ".").last ?? "").lowercased()]
    else { return nil }
    return Picture(
      href: "data:\(type);base64,\(Base64.text(of: bytes))", size: entry.size)
  }

  private static let types = [
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "webp": "image/webp",
  ]
}
