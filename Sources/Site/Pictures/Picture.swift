/// A picture as a page shows it.
struct Picture {
  /// A link, or a `data:` address.
  let href: String
  /// Nil where its file does not tell.
  let size: PictureSize?
}
