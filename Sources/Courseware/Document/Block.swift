/// A part of a lesson or page that stands on lines of its own.
package indirect enum Block: Hashable, Sendable {
  case heading(Heading)
  case paragraph([Inline])
  case list(ListBlock)
  case quote([Block])
  case alert(Alert)
  case table(Table)
  case quiz(Quiz)
  /// Text in a fixed-width type; the language is empty where none is named.
  case code(String, language: String)
  case rule
}

package struct Heading: Hashable, Sendable {
  /// 2 to 6: the title of the page is its only heading of level 1.
  package let level: Int
  /// Unique in the page, and the same as long as the words are: `ma-otp`.
  package let id: String
  package let content: [Inline]
  package let place: SourcePlace

  package init(level: Int, id: String, content: [Inline], place: SourcePlace) {
    self.level = level
    self.id = id
    self.content = content
    self.place = place
  }
}

package struct ListBlock: Hashable, Sendable {
  package enum Marker: Hashable, Sendable {
    case bullet
    case number(start: Int)
    /// What a learner can tick off: a task list without a right answer.
    case checkbox
  }

  package let marker: Marker
  /// Whether the items stand without space between them.
  package let isTight: Bool
  package let items: [[Block]]
  package let place: SourcePlace

  package init(marker: Marker, isTight: Bool, items: [[Block]], place: SourcePlace) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
    self.place = place
  }
}

/// A pipe table.
package struct Table: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    case natural, left, center, right
  }

  /// From the paragraph before it that begins with `Bảng:` or `Table:`; nil where there is none.
  package let caption: [Inline]?
  package let alignments: [Alignment]
  package let header: [[Inline]]
  /// Each as long as the header.
  package let rows: [[[Inline]]]
  package let place: SourcePlace

  package init(
    caption: [Inline]?, alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]],
    place: SourcePlace
  ) {
    self.caption = caption
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.place = place
  }
}
