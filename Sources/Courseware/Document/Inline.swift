/// A stretch of running text.
package indirect enum Inline: Hashable, Sendable {
  case text(String)
  /// A line end of the source, which is a space to a reader.
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link(Link)
  case image(Image)
}

/// A link as it is written; `Library` knows where it leads.
package struct Link: Hashable, Sendable {
  package let destination: String
  package let content: [Inline]
  package let place: SourcePlace

  package init(destination: String, content: [Inline], place: SourcePlace) {
    self.destination = destination
    self.content = content
    self.place = place
  }
}

/// A picture as it is written; its file lies beside the lesson.
package struct Image: Hashable, Sendable {
  package let source: String
  /// Empty for a picture that only decorates.
  package let alternative: String
  /// Said to be decorative, so that the empty alternative is meant.
  package let isDecorative: Bool
  package let place: SourcePlace

  package init(source: String, alternative: String, isDecorative: Bool, place: SourcePlace) {
    self.source = source
    self.alternative = alternative
    self.isDecorative = isDecorative
    self.place = place
  }
}

extension [Inline] {
  /// The words alone, pictures told by their alternative.
  package var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .softBreak, .lineBreak: " "
      case .emphasis(let content), .strong(let content): content.plainText
      case .link(let link): link.content.plainText
      case .image(let image): image.alternative
      }
    }.joined()
  }
}
