import Domain
import Testing

@Suite struct ReferenceTests {
  private typealias ID = Identifier<Thing>
  private enum Thing {}

  /// The example of the ULID specification, as its sixteen bytes.
  private func example() throws -> ID {
    try #require(ID("01563e3a-b5d3-d676-4c61-efb99302bd5b"))
  }

  @Test func `an id reads as its last digits in groups of four`() throws {
    let id = try example()

    #expect(Reference(id).description == "Q69G-5FAV")
    #expect(Reference(id, length: 10).description == "FF-Q69G-5FAV")
    #expect(Reference(id, length: 26).digits == "01ARZ3NDEKTSV4RRFFQ69G5FAV")
    #expect(Reference(id, length: 0).digits == "Q69G5FAV")
    #expect(Reference(id, length: 40).digits == "01ARZ3NDEKTSV4RRFFQ69G5FAV")
  }

  @Test(arguments: UInt64(0)..<100)
  func `digits are the bits of the id, five at a time`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let id = ID(high: random.next(), low: random.next())
    let bits =
      "00"
      + id.bytes.map { byte in
        let text = String(byte, radix: 2)
        return String(repeating: "0", count: 8 - text.count) + text
      }.joined()
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let digits = try stride(from: 0, to: 130, by: 5).map { start in
      alphabet[try #require(Int(bits.dropFirst(start).prefix(5), radix: 2))]
    }
    let bit = UInt64.random(in: 0..<40, using: &random)
    let other = ID(high: id.high, low: id.low ^ 1 << bit)

    for length in 8...26 {
      let reference = Reference(id, length: length)
      #expect(reference.digits == String(digits.suffix(length)))
      #expect(Reference(typed: reference.description) == reference)
      #expect(reference.matches(id))
      #expect(!reference.matches(other))
      #expect(reference.lastFiveBytes == Array(id.bytes.suffix(5)))
    }
  }

  @Test(
    arguments: [
      ("Q69G-5FAV", "Q69G5FAV"), ("q69g5fav", "Q69G5FAV"), (" q6-9g 5f-av ", "Q69G5FAV"),
      ("OoIiLl00", "00111100"), ("RRFF-Q69G-5FAV", "RRFFQ69G5FAV"), ("9Q69G5FAV", "9Q69G5FAV"),
    ])
  func `what a person types is read generously`(typed: String, digits: String) throws {
    #expect(try #require(Reference(typed: typed)).digits == digits)
  }

  @Test(
    arguments: [
      "", "Q69G5FA", "Q69G-5FA", "Q69G5FAU", "Q69G5FAé", "Q69G.5FAV", "Ｑ69G5FAV", "đ69G5FAV",
      "001ARZ3NDEKTSV4RRFFQ69G5FAV", "Q69G\n5FAV",
    ])
  func `what cannot be a reference is none`(typed: String) {
    #expect(Reference(typed: typed) == nil)
  }

  @Test func `a longer end tells two ids apart that share their last eight digits`() throws {
    let id = try example()
    let twin = ID(high: id.high, low: id.low ^ 1 << 40)
    let short = try #require(Reference(typed: "Q69G-5FAV"))
    let long = try #require(Reference(typed: "f-Q69G-5FAV"))

    #expect(short.matches(id))
    #expect(short.matches(twin))
    #expect(long.matches(id))
    #expect(!long.matches(twin))
    #expect(long.lastFiveBytes == short.lastFiveBytes)
  }

  @Test func `a list shows ends as long as it takes`() {
    func references(_ ids: [ID]) -> [String?] {
      let references = ids.references()
      return ids.map { references[$0]?.digits }
    }
    let id = ID(high: 0, low: 0x1F)

    #expect(references([]) == [])
    #expect(references([id, id]) == ["0000000Z", "0000000Z"])
    #expect(references([id, ID(high: 0, low: 0x3F)]) == ["0000000Z", "0000001Z"])
    // The fortieth bit is the last of the ninth digit; the sixtieth, of the thirteenth.
    #expect(
      references([id, ID(high: 0, low: 0x1F | 1 << 40)]) == ["00000000000Z", "00010000000Z"])
    #expect(
      references([id, ID(high: 0, low: 0x1F | 1 << 60)]) == [
        "000000000000000Z", "000100000000000Z",
      ])
    let farthest = ID(high: 1 << 63, low: 0x1F)
    #expect(references([id, farthest]).map { $0?.count } == [26, 26])
    #expect(references([id, farthest])[1]?.first == "4")
  }
}
