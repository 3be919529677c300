import Domain
import Testing

@Suite struct CanonicalParserTests {
  private static let refused: [(String, Int, CanonicalError.Reason)] = [
    ("", 0, .unexpectedEnd),
    ("[1]", 0, .unexpectedByte),
    ("\u{FEFF}{}", 0, .unexpectedByte),
    (" {}", 0, .unexpectedByte),
    (#"{ "a":1}"#, 1, .unexpectedByte),
    (#"{"a" :1}"#, 4, .unexpectedByte),
    (#"{"a": 1}"#, 5, .unexpectedByte),
    (#"{"a":1 }"#, 6, .unexpectedByte),
    (#"{"a":1, "b":2}"#, 7, .unexpectedByte),
    ("{}\n", 2, .trailingBytes),
    (#"{"a":1}{}"#, 7, .trailingBytes),
    ("{,}", 1, .unexpectedByte),
    ("{a:1}", 1, .unexpectedByte),
    (#"{"a":1,}"#, 7, .unexpectedByte),
    (#"{"a":[1,]}"#, 8, .unexpectedByte),
    (#"{"a":[1}"#, 7, .unexpectedByte),
    (#"{"a":True}"#, 5, .unexpectedByte),
    (#"{"a":trUe}"#, 7, .unexpectedByte),
    (#"{"a":'b'}"#, 5, .unexpectedByte),
    (#"{"a":null}"#, 5, .nullOrFraction),
    (#"{"a":1.5}"#, 6, .nullOrFraction),
    (#"{"a":1.0}"#, 6, .nullOrFraction),
    (#"{"a":1e3}"#, 6, .nullOrFraction),
    (#"{"a":-1E3}"#, 7, .nullOrFraction),
    (#"{"a":-0}"#, 5, .numberSpelling),
    (#"{"a":00}"#, 5, .numberSpelling),
    (#"{"a":007}"#, 5, .numberSpelling),
    (#"{"a":-01}"#, 5, .numberSpelling),
    (#"{"a":-}"#, 5, .numberSpelling),
    (#"{"a":+1}"#, 5, .unexpectedByte),
    (#"{"a":0x1}"#, 6, .unexpectedByte),
    (#"{"a":9223372036854775808}"#, 5, .numberOutOfRange),
    (#"{"a":-9223372036854775809}"#, 5, .numberOutOfRange),
    (#"{"a":123456789012345678901234567890}"#, 5, .numberOutOfRange),
    (#"{"a":1,"a":2}"#, 7, .nameOrder),
    (#"{"b":1,"a":2}"#, 7, .nameOrder),
    (#"{"a":1,"A":2}"#, 7, .nameOrder),
    ("{\"\u{1F600}\":1,\"\u{FFEE}\":2}", 10, .nameOrder),
    (#"{"a":"\u0041"}"#, 6, .escapeSpelling),
    (#"{"a":"x\/"}"#, 7, .escapeSpelling),
    (#"{"a":"\u001F"}"#, 6, .escapeSpelling),
    (#"{"a":"\u0008"}"#, 6, .escapeSpelling),
    (#"{"a":"\u000a"}"#, 6, .escapeSpelling),
    (#"{"a":"\u0022"}"#, 6, .escapeSpelling),
    (#"{"a":"\u007f"}"#, 6, .escapeSpelling),
    (#"{"a":"\U0001"}"#, 6, .escapeSpelling),
    (#"{"a":"\ud83d"}"#, 6, .escapeSpelling),
    (#"{"a":"\ud83d\ude00"}"#, 6, .escapeSpelling),
    (#"{"a":"\'"}"#, 6, .escapeSpelling),
    ("{\"a\":\"x\ty\"}", 7, .escapeSpelling),
    ("{\"a\":\"\u{0}\"}", 6, .escapeSpelling),
    ("{\"a\":\"Le\u{302}\"}", 5, .notComposed),
    ("{\"a\":\"\u{212B}\"}", 5, .notComposed),
    ("{\"e\u{301}\":1}", 1, .notComposed),
  ]

  @Test(arguments: refused)
  func `another spelling is refused with its place and reason`(
    text: String, offset: Int, reason: CanonicalError.Reason
  ) throws {
    let error = try #require(throws: CanonicalError.self) { try canonical(text) }

    #expect(error.reason == reason)
    #expect(error.offset == offset)
  }

  @Test(
    arguments: [
      [0xFF], [0x80], [0xC0, 0x80], [0xE1, 0xBB], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused`(wrong: [UInt8]) throws {
    for bytes in [
      Array(#"{"a":""#.utf8) + wrong + Array(#""}"#.utf8),
      Array(#"{"a":"\n"#.utf8) + wrong + Array(#""}"#.utf8),
    ] {
      let error = try #require(throws: CanonicalError.self) {
        try CanonicalObject(canonical: bytes)
      }
      #expect(error.reason == .invalidUTF8)
      #expect(error.offset == 5)
    }
  }

  @Test func `what is cut off is missing its end`() throws {
    let whole = Array(#"{"a":["x\"é",true,{}],"b":{"c":"Lệ","d":false},"e":[]}"#.utf8)
    _ = try CanonicalObject(canonical: whole)

    for length in 0..<whole.count {
      let error = try #require(throws: CanonicalError.self) {
        try CanonicalObject(canonical: whole[..<length])
      }
      #expect(error.reason == .unexpectedEnd)
      #expect(error.offset == length)
    }
  }

  @Test(arguments: [("[", "]"), (#"{"a":"#, "}")])
  func `values stand at most 32 deep`(open: String, close: String) throws {
    func nested(_ levels: Int) -> String {
      "{\"a\":" + String(repeating: open, count: levels) + "1"
        + String(repeating: close, count: levels) + "}"
    }

    #expect(text(try canonical(nested(31))) == nested(31))
    let error = try #require(throws: CanonicalError.self) { try canonical(nested(32)) }
    #expect(error.reason == .tooDeep)
    #expect(error.offset == 5 + 32 * open.utf8.count)
    #expect(throws: CanonicalError.self) { try canonical(nested(100_000)) }
  }

  @Test func `values arrive as they were written`() throws {
    let object = try canonical(
      #"{"":-9223372036854775808,"a":"\"\\\b\u000b\u001f/","b":[true,{"c":115641365299200001}]}"#)

    #expect(object[""] == .integer(.min))
    #expect(object["a"] == .string("\"\\\u{8}\u{B}\u{1F}/"))
    #expect(
      object["b"]
        == .array([.boolean(true), .object(["c": .integer(115_641_365_299_200_001)])]))
  }

  @Test(arguments: UInt64(0)..<200)
  func `what is written reads back the same`(seed: UInt64) throws {
    var random = RandomCanonical(seed: seed)
    let object = random.object()

    let bytes = object.canonicalBytes
    let read = try CanonicalObject(canonical: bytes)

    #expect(read == object)
    #expect(read.canonicalBytes == bytes)
  }

  @Test func `random damage never stops the program, and what is still accepted is canonical`() {
    var random = RandomCanonical(seed: 7)
    var subjects: [[UInt8]] = []
    while subjects.count < 100 {
      let bytes = random.object().canonicalBytes
      if bytes.count > 20 { subjects.append(bytes) }
    }

    var accepted = 0
    for round in 0..<20_000 {
      let bytes = random.mutated(subjects[round % subjects.count])
      guard let object = try? CanonicalObject(canonical: bytes) else { continue }
      accepted += 1
      if object.canonicalBytes != bytes { Issue.record("rewritten: \(bytes)") }
    }

    #expect((500..<19_000).contains(accepted))
  }
}
